"""The tables that everything follows from: kinds of files, and lists of names."""

from __future__ import annotations

from banso_cli.records.agency import AgencyList
from banso_cli.records.fields.declared import names_in
from banso_cli.records.fields.names import AGENCY, GENDER, LISTS, PREFECTURE, RANK, THEME, TRACK
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team


def test_each_list_stands_in_the_only_file_of_a_kind_or_is_a_table() -> None:
    for listed in LISTS:
        if listed.kind:
            assert KINDS[listed.kind].is_single
            assert listed.key in KINDS[listed.kind].declaration.model_fields
        else:
            assert listed.table()


def test_each_name_of_a_team_comes_from_a_list() -> None:
    assert dict(names_in(Team)) == {
        ("themes",): THEME,
        ("members", "agency"): AGENCY,
        ("members", "rank"): RANK,
        ("members", "gender"): GENDER,
        ("members", "track"): TRACK,
        ("former", "agency"): AGENCY,
        ("former", "rank"): RANK,
        ("former", "gender"): GENDER,
        ("former", "track"): TRACK,
    }


def test_a_list_is_read_with_its_names_and_aliases(base_roster: Roster) -> None:
    ranks = base_roster.names[RANK.id]
    assert ranks.all[0] == "指定職"
    assert ranks.aliases["室長級"] == "企画官・室長級"
    assert ranks.known["企画官・室長級"].startswith("別名: ")
    assert {each.keys for each in ranks.listed} >= {
        ("ranks", 0, "name"),
        ("ranks", 2, "aliases", 0),
    }
    assert next(iter(base_roster.names[GENDER.id].listed)).keys == ("genders", 0)


def test_a_list_that_is_not_read_has_no_names_and_a_table_is_always_there(
    base_roster: Roster,
) -> None:
    without = base_roster.having(AgencyList, ())
    assert (without.names[AGENCY.id].is_read, without.names[AGENCY.id].all) == (False, ())
    assert (Roster("").names[PREFECTURE.id].is_read, len(Roster("").names[PREFECTURE.id].all)) == (
        True,
        47,
    )


def test_a_kind_tells_how_its_files_are_named() -> None:
    assert kind_of("teams/2/013455-mori") is KINDS["team"]
    assert (KINDS["team"].pattern, KINDS["team"].top) == ("teams/*/*.yaml", "teams")
    assert (KINDS["period"].pattern, KINDS["programme"].top) == ("periods/*.yaml", "programme")
    assert [kind.name for kind in KINDS.values() if kind.is_by_period] == [
        *("team", "officer-application", "municipality-application", "matching")
    ]
    assert kind_of("applications/3/officers/R9-057") is KINDS["officer-application"]
    assert kind_of("applications/3/municipalities/034835-iwaizumi").title == "市町村の応募"
    assert kind_of("applications/3/matching") is KINDS["matching"]
