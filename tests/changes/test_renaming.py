"""Which names are other ones everywhere, and which have only changed places."""

from __future__ import annotations

from banso_cli.changes.difference.difference import Renaming
from banso_cli.records.agency import Agency, AgencyList
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from tests.changes.rosters import base, difference, renamed


def with_agencies(roster: Roster, *agencies: Agency) -> Roster:
    (listed,) = roster.of(AgencyList)
    changed = listed.model_copy(update={"agencies": agencies}).named(listed.id)
    return roster.having(AgencyList, (changed,))


def agency(name: str, **fields: object) -> Agency:
    return Agency.model_validate({"name": name, "kind": "府省庁", **fields})


def test_a_name_of_one_team_is_another_where_it_stands_in_its_place() -> None:
    after = renamed(base(), "財務省", "大蔵省")
    assert difference(base(), after).renamed == (Renaming("agency", "財務省", "大蔵省", 1, 1),)
    assert difference(base(), after).records == ()


def test_a_name_of_one_team_that_comes_elsewhere_in_the_list_is_another_agency() -> None:
    after = renamed(base(), "財務省", "大蔵省")
    moved = sorted(after.agencies, key=lambda each: each.name == "大蔵省")
    found = difference(base(), with_agencies(after, *moved))
    assert found.renamed == ()
    (change,) = (e for r in found.records if r.kind == "team" for e in r.changes)
    assert change.path == ("members",)


def test_an_alias_says_what_a_name_was() -> None:
    after = renamed(base(), "財務省", "大蔵省")
    agencies = [
        agency("大蔵省", aliases=["財務省"]) if each.name == "大蔵省" else each
        for each in reversed(after.agencies)
    ]
    found = difference(base(), with_agencies(after, *agencies))
    assert [each.after for each in found.renamed] == ["大蔵省"]
    (change,) = (e for r in found.records for e in r.changes if not e.is_order)
    assert (change.path, change.after) == (("agencies", "大蔵省", "aliases"), "財務省")


def test_a_name_that_somebody_still_has_is_not_another_one() -> None:
    after = renamed(base(), "総務省", "総合省")
    kept = (
        *after.teams[:-1],
        base().teams[-1].model_copy(update={"members": base().teams[0].members}),
    )
    after = after.having(
        Team, (each.named(old.id) for each, old in zip(kept, base().teams, strict=True))
    )
    assert difference(base(), after).renamed == ()


def test_of_two_that_a_name_may_have_become_it_is_none() -> None:
    one, *others = base().agencies
    before = with_agencies(base(), one, *others)
    twins = agency("甲庁", aliases=[one.name]), agency("乙庁", aliases=[one.name])
    after = with_agencies(renamed(base(), one.name, "甲庁"), *twins, *others)
    assert difference(before, after).renamed == ()
