"""Which values of a closed period are others: what is told stands where it is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.records.fields.declared import field_title
from banso_cli.records.periods.closing import changes, records_of, text_of, value_at
from banso_cli.records.teams.team import Team
from tests.statistics.rosters import member, real, team

MEMBERS = st.builds(
    member,
    st.sampled_from(("総務省", "環境省", "財務省")),
    st.sampled_from(("補佐級", "課長級")),
    gender=st.sampled_from(("男性", "女性", None)),
)
TEAMS = st.builds(
    lambda members, themes, status: team(1, "013455", members, themes=themes, status=status),
    st.lists(MEMBERS, max_size=3),
    st.lists(st.sampled_from(("観光", "環境", "教育")), unique=True, max_size=3),
    st.sampled_from(("new", "continuing", None)),
)


@given(TEAMS)
def test_a_record_has_not_changed_against_itself(one: Team) -> None:
    assert not [*changes(one, one)]


@given(TEAMS, TEAMS)
def test_what_was_is_what_stood_there_and_no_attribute_of_a_person(one: Team, two: Team) -> None:
    for each in changes(one, two):
        assert value_at(one, each.field) == (True, each.was)
        assert "男性" not in f"{each.was}{each.now}"
        assert "女性" not in f"{each.was}{each.now}"


@given(TEAMS, TEAMS)
def test_a_value_is_told_where_one_was_known_alone(one: Team, two: Team) -> None:
    fields = {each.field.partition(".")[0] for each in changes(one, two)}
    known = {name for name in ("themes", "status", "members") if getattr(one, name)}
    assert fields <= known
    if one.status and one.status != two.status:
        assert "status" in fields


def test_fields_are_found_by_their_names() -> None:
    one = team(1, "013455", [member()], themes=["観光", "環境"])
    assert value_at(one, "themes") == (True, "観光、環境")
    assert value_at(one, "members.2.rank") == (True, None)
    assert value_at(one, "members.0") == (True, None)
    assert value_at(one, "members.1.gender") == (False, None)
    assert value_at(one, "number.1") == (False, None)
    assert value_at(one, "nothing") == (False, None)
    assert text_of(value=True) == "true"
    assert field_title(Team, "members.1.rank") == "支援官 1人目 役職"
    assert field_title(Team, "x.1") == "x 1番目"
    assert field_title(Team, "") == ""


def test_the_records_of_a_period_are_its_file_and_its_teams() -> None:
    names = records_of(real(), 1)
    assert set(names) == {"periods/1", *(each.id for each in real().teams if each.period == 1)}
