"""Rosters for differences: few names, many coincidences."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st

from banso_cli.changes.difference.comparing import difference_of
from banso_cli.changes.difference.difference import Difference
from banso_cli.privacy.class_names import impersonal
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Folder
from banso_cli.records.agency import AgencyList
from banso_cli.records.kinds import ordered
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team
from banso_cli.records.theme import ThemeList
from tests.conftest import BASE

CODES = ("013455", "014079", "032034", "063215")
AGENCIES = ("総務省", "農林水産省", "こども家庭庁", "環境省")
RANKS = ("補佐級", "課長級")
THEMES = ("産業振興", "環境", "移住・定住")

Value: TypeAlias = Any


@cache
def base() -> Roster:
    """Return the small roster without faults."""
    return read_roster(BASE)


def difference(before: Roster, after: Roster) -> Difference:
    """Compare rosters that stand in no files."""
    return difference_of((Folder(BASE), before), (Folder(BASE), after))


def renamed(roster: Roster, old: str, new: str) -> Roster:
    """Return a roster in which an agency or a theme has another name everywhere."""

    def anew(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(map(anew, value))
        if isinstance(value, (Team, Member)) or type(value).__name__ in {
            *("Agency", "AgencyList", "Theme", "ThemeList"),
        }:
            fields = type(value).model_fields
            return value.model_copy(update={key: anew(getattr(value, key)) for key in fields})
        return new if value == old else value

    kinds = (Team, AgencyList, ThemeList)
    records = (anew(each) if isinstance(each, kinds) else each for each in roster.records)
    return replace(roster, records=tuple(records))


members = st.builds(
    lambda agency, rank, role, gender: Member.model_validate(
        {"agency": agency, "rank": rank, "role": role, "gender": gender}
    ),
    st.sampled_from(AGENCIES),
    st.sampled_from(RANKS),
    st.sampled_from([None, None, "オフィサー"]),
    st.sampled_from([None, "女性", "男性"]),
)

activities = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["online", "visit"]),
        "date": st.sampled_from([dt.date(2026, 5, 1), dt.date(2026, 6, 1)]),
        "subject": st.sampled_from([None, "顔合わせ", "報告"]),
        "attended": st.lists(st.integers(1, 3), max_size=3, unique=True).map(tuple),
    }
)

sources = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["一覧", "記事"]),
        "url": st.sampled_from([None, "https://example.jp/"]),
        "of": st.lists(st.sampled_from(["status", "themes"]), max_size=2).map(tuple),
    }
)

teams = st.builds(
    lambda code, period, stem, values: Team.model_validate({"municipality": code, **values}).named(
        f"teams/{period}/{code if stem else CODES[0]}-x"
    ),
    st.sampled_from(CODES),
    st.sampled_from([1, 2]),
    st.booleans(),
    st.fixed_dictionaries(
        {
            "number": st.integers(1, 3),
            "status": st.sampled_from([None, "new", "continuing"]),
            "themes": st.lists(st.sampled_from(THEMES), max_size=4).map(tuple),
            "members": st.lists(members, min_size=1, max_size=5).map(tuple),
            "activities": st.lists(activities, max_size=3).map(tuple),
            "assumptions": st.lists(st.sampled_from(["甲", "乙"]), max_size=2).map(tuple),
            "sources": st.lists(sources, max_size=3).map(tuple),
            "printed": st.sampled_from([None, {"municipality": "森"}, {"municipality": "守"}]),
        }
    ),
)


def _with(
    found: list[Team], places: list[Municipality], figures: list[tuple[str, int | None]]
) -> Roster:
    published: list[dict[str, object]] = [
        {"figure": name, "value": value, "sources": []} for name, value in figures
    ]
    periods = [
        each.model_validate({**each.__dict__, "published": published}).named(each.id)
        if each.number == 2
        else each
        for each in base().periods
    ]
    unique = {each.id: each for each in found}.values()
    roster = base().having(Team, unique).having(Period, periods)
    return roster.having(Municipality, {each.id: each for each in places}.values())


municipalities = st.builds(
    lambda place, name, code: place.model_copy(update={"name": name, "code": code}).named(place.id),
    st.sampled_from(base().municipalities),
    st.sampled_from(["森町", "仁木町"]),
    st.sampled_from(CODES),
)

figures = st.lists(
    st.tuples(st.sampled_from(["officers", "teams"]), st.sampled_from([None, 5, 6])), max_size=3
)

rosters = st.builds(
    _with,
    st.lists(teams, max_size=5),
    st.lists(st.one_of(st.sampled_from(base().municipalities), municipalities), max_size=4),
    figures,
)

pairs = st.tuples(
    rosters,
    rosters,
    st.sampled_from([None, ("総務省", "新総務省"), ("環境省", "環境庁"), ("環境", "自然")]),
).map(lambda found: (found[0], renamed(found[1], *found[2]) if found[2] else found[1]))


def public(roster: Roster) -> Roster:
    """Return a roster without what is personal."""
    records = (impersonal(each).named(each.id) for each in roster.records)
    return replace(roster, records=ordered(records))
