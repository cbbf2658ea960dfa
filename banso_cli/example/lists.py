"""Bodies and themes that the made-up teams draw from, and the lists of those that were drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from banso_cli.example.marks import source_of
from banso_cli.example.table import table
from banso_cli.records.agency import Agency, AgencyList
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import Theme, ThemeList

_AGENCIES, _THEMES = table("agencies"), table("themes")

NATIONAL: Mapping[str, int] = {
    row["name"]: int(row["weight"]) for row in _AGENCIES if row["weight"]
}
"""How often members come from each body of the government; it alone has real names."""

THEMES: Mapping[str, int] = {row["name"]: int(row["weight"]) for row in _THEMES}
"""How often teams have each theme."""

_LEVELS = 2
"""How many bodies stand above one at most."""


def _given(row: Mapping[str, str]) -> dict[str, object]:
    """Return the fields that a row fills."""
    texts = {key: text for key, text in row.items() if text and key != "weight"}
    return {**texts, "aliases": tuple(row["aliases"].split())}


_ALL = tuple(Agency.model_validate(_given(row)) for row in _AGENCIES)

OUTSIDE = tuple(each.name for each in _ALL if not each.is_national and not each.until)
"""Bodies outside the government, whose people are オフィサー."""

(CLOSED,) = (each.name for each in _ALL if each.until)
"""A body outside the government that existed until the first period ended."""


def agency_list(teams: Sequence[Team]) -> AgencyList:
    """Return the bodies that members come from, with those that these belong to."""
    used = {member.agency for team in teams for member in team.members}
    for _level in range(_LEVELS):
        used |= {each.parent for each in _ALL if each.name in used and each.parent}
    return AgencyList(
        agencies=tuple(agency for agency in _ALL if agency.name in used),
        sources=(source_of("支援官の所属（府省庁の名称だけは実在のもの）"),),
    )


def theme_list(teams: Sequence[Team]) -> ThemeList:
    """Return the themes that teams have."""
    used = {name for team in teams for name in team.themes}
    given = [_given(row) for row in _THEMES if row["name"] in used]
    sources = (source_of("支援テーマの一覧"),)
    return ThemeList(
        themes=tuple(Theme.model_validate({**each, "sources": sources}) for each in given)
    )
