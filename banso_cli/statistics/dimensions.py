"""The dimensions that a period is counted by, in the order of the published summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from banso_cli.model.programme import Programme
from banso_cli.model.roster import Roster
from banso_cli.reference.prefectures import prefecture_names

Classes = Callable[[Roster, Programme], tuple[str, ...]]


def _population_notes(programme: Programme, period: int) -> tuple[str, ...]:
    scheme = programme.definitions.population_bands.text
    measure = programme.measure_in_force(period)
    if measure is None:
        return (scheme,)
    return (scheme, f"人口は{measure.measure}({measure.date.isoformat()})による。")


def _no_notes(_programme: Programme, _period: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """What members, teams or themes are counted by.

    `classes` gives the keys in the order of the definition. `complete` shows classes without any
    count as well. `personal` attributes are never crossed where a cell would be small. `field` is
    the field of the roster that fills the dimension.
    """

    id: str
    title: str
    counts: Literal["members", "teams", "themes"]
    field: str
    classes: Classes
    complete: bool = True
    largest_first: bool = False
    personal: bool = False
    notes: Callable[[Programme, int], tuple[str, ...]] = _no_notes

    @property
    def unit(self) -> str:
        """Return the unit of the counts."""
        return "名" if self.counts == "members" else "市町村"


GENDER = Dimension(
    "gender",
    "性別",
    "members",
    "members の gender",
    lambda _roster, programme: programme.genders,
    personal=True,
)
TRACK = Dimension(
    "track",
    "事務官・技官の別",
    "members",
    "members の track",
    lambda _roster, programme: programme.tracks,
    personal=True,
)
RANK = Dimension(
    "rank",
    "役職",
    "members",
    "members の rank",
    lambda _roster, programme: tuple(rank.name for rank in programme.ranks),
)
AGE = Dimension(
    "age",
    "年齢",
    "members",
    "members の age",
    lambda _roster, programme: tuple(band.name for band in programme.age_bands),
    personal=True,
    notes=lambda programme, _period: (programme.definitions.age_bands.text,),
)
REGION = Dimension(
    "region",
    "地域別 伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    lambda _roster, programme: tuple(region.name for region in programme.regions),
    notes=lambda programme, _period: (programme.definitions.regions.text,),
)
POPULATION = Dimension(
    "population",
    "人口規模別 伴走支援自治体数",
    "teams",
    "市町村の population",
    lambda _roster, programme: tuple(band.name for band in programme.population_bands),
    notes=_population_notes,
)
AGENCY = Dimension(
    "agency",
    "所属府省庁等",
    "members",
    "members の agency",
    lambda roster, _programme: tuple(agency.name for agency in roster.agencies),
    complete=False,
    largest_first=True,
)
PREFECTURE = Dimension(
    "prefecture",
    "都道府県別 伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    lambda _roster, _programme: tuple(prefecture_names().values()),
)
THEME = Dimension(
    "theme",
    "支援テーマ別 伴走支援自治体数",
    "themes",
    "チームの themes",
    lambda roster, _programme: tuple(theme.name for theme in roster.themes),
    complete=False,
    largest_first=True,
    notes=lambda _programme, _period: ("一つの団体が複数のテーマをもつことがある。",),
)
STATUS = Dimension(
    "status",
    "新規・継続別 伴走支援自治体数",
    "teams",
    "チームの status",
    lambda _roster, _programme: ("新規", "継続"),
)

SUMMARY = (GENDER, TRACK, RANK, AGE, REGION, POPULATION)
"""The six charts ① to ⑥ of the published summary, in their order."""

DIMENSIONS = (*SUMMARY, AGENCY, PREFECTURE, THEME, STATUS)
"""All dimensions."""


def dimension(name: str) -> Dimension | None:
    """Return the dimension of this id; None where there is none."""
    return next((found for found in DIMENSIONS if found.id == name), None)
