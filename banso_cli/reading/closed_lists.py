"""The values that fields may have, from the lists of a roster and the tables of reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.model.agency import Agency
from banso_cli.model.roster import Roster
from banso_cli.reference.prefectures import prefecture_names

Values: TypeAlias = Mapping[str, str]
"""Values in the order of their list, each with a word about it, empty where there is none."""

Field: TypeAlias = tuple[str, ...]
"""A field by the name of its kind of file and the keys that lead to it, lists passed over."""

CODE = re.compile("[0-9]{6}", re.ASCII)
"""The form of a municipal code."""


def _agencies(roster: Roster) -> Values:
    return {agency.name: _about_agency(agency) for agency in roster.agencies}


def _about_agency(agency: Agency) -> str:
    parent = f"（{agency.parent}）" if agency.parent else ""
    return "。".join(filter(None, (f"{agency.kind}{parent}", agency.note)))


def _themes(roster: Roster) -> Values:
    return {
        theme.name: "。".join(filter(None, (theme.description, _about_aliases(theme.aliases))))
        for theme in roster.themes
    }


def _ranks(roster: Roster) -> Values:
    ranks = roster.programme.ranks if roster.programme else ()
    return {rank.name: _about_aliases(rank.aliases) for rank in ranks}


def _about_aliases(aliases: Iterable[str]) -> str:
    return f"別名: {'、'.join(aliases)}" if aliases else ""


def codes(roster: Roster) -> Values:
    """Return the codes of the municipalities that have a file, with their names."""
    return {
        each.code: f"{each.full_name}（{each.kana}）"
        for each in roster.municipalities
        if CODE.fullmatch(each.code)
    }


def _genders(roster: Roster) -> Values:
    return dict.fromkeys(roster.programme.genders if roster.programme else (), "")


def _tracks(roster: Roster) -> Values:
    return dict.fromkeys(roster.programme.tracks if roster.programme else (), "")


def _prefectures() -> Values:
    return dict.fromkeys(prefecture_names().values(), "")


def _measures(roster: Roster) -> Values:
    """Return the measures in force, then the others that municipalities have figures of."""
    in_force = roster.programme.measures_in_force if roster.programme else ()
    recorded = (figure for each in roster.municipalities for figure in each.population)
    return dict.fromkeys(
        (*(m.measure for m in in_force), *sorted({f.measure for f in recorded})), ""
    )


FROM_REFERENCE: Mapping[Field, Callable[[], Values]] = MappingProxyType(
    {
        ("programme", "regions", "prefectures"): _prefectures,
        ("municipality", "prefecture"): _prefectures,
    }
)
"""Fields whose values banso knows by itself."""

FROM_ROSTER: Mapping[Field, Callable[[Roster], Values]] = MappingProxyType(
    {
        ("agencies", "agencies", "parent"): _agencies,
        ("team", "themes"): _themes,
        ("team", "members", "agency"): _agencies,
        ("team", "members", "rank"): _ranks,
        ("team", "members", "gender"): _genders,
        ("team", "members", "track"): _tracks,
    }
)
"""Fields whose values the roster lists; every other value is a finding."""

SUGGESTED: Mapping[Field, Callable[[Roster], Values]] = MappingProxyType(
    {
        ("programme", "measures_in_force", "measure"): _measures,
        ("municipality", "population", "measure"): _measures,
    }
)
"""Fields that are free, though most values have been written before."""
