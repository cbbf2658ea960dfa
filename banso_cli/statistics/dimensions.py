"""The dimensions that a period is counted by, in the order of the published summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from banso_cli.model.programme import Band, Programme, TeamSize
from banso_cli.model.roster import Roster
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.statistics import classes
from banso_cli.statistics.cases import Case, age_band, population_band, region

Subject = Literal["members", "teams", "activities"]

SUBJECTS: dict[Subject, tuple[str, str]] = {
    "members": ("支援官", "名"),
    "teams": ("伴走支援自治体", "市町村"),
    "activities": ("活動", "回"),
}
"""What is counted, and the unit of the counts."""


def no_reason(_programme: Programme, _period: int) -> str:
    """Return nothing: whatever is recorded can be counted."""
    return ""


def no_notes(_programme: Programme, _period: int) -> tuple[str, ...]:
    """Return nothing: the classes define themselves."""
    return ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """What members, teams or activities are counted by.

    `found` gives the class of a case: none where that is not recorded, several only where
    `several` is set. `classes` gives all classes in the order of the definition; `complete` shows
    those without any count as well. `personal` attributes are under disclosure control. `field` is
    the field of the roster that fills the dimension. `named` is its noun, where that is not the
    label. `uncountable` tells why nothing can be counted by it, whatever is recorded.
    """

    id: str
    title: str
    counts: Subject
    field: str
    found: Callable[[Case], str | tuple[str, ...] | None]
    classes: Callable[[Roster, Programme], tuple[str, ...]]
    complete: bool = True
    largest_first: bool = False
    personal: bool = False
    several: bool = False
    named: str = ""
    notes: Callable[[Programme, int], tuple[str, ...]] = no_notes
    uncountable: Callable[[Programme, int], str] = no_reason

    def read(self, case: Case) -> tuple[str, ...]:
        """Return the classes of a case."""
        found = self.found(case)
        if found is None:
            return ()
        return found if isinstance(found, tuple) else (found,)

    @property
    def label(self) -> str:
        """Return by what is counted, without what: a cross table may count something else."""
        return self.title.partition(" ")[0]

    @property
    def noun(self) -> str:
        """Return what a class is of, for a sentence such as 地域が中部のもの."""
        return self.named or self.label

    @property
    def subject(self) -> str:
        """Return what is counted."""
        return SUBJECTS[self.counts][0]

    @property
    def unit(self) -> str:
        """Return the unit of the counts."""
        return SUBJECTS[self.counts][1]


STATUS_LABELS: Mapping[str, str] = MappingProxyType({"continuing": "継続", "new": "新規"})
ACTIVITY_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "online": "オンライン会議",
        "visit": "現地訪問",
        "talk": "首長との意見交換",
        "round_table": "座談会",
    }
)


def _names(bands: tuple[Band, ...]) -> tuple[str, ...]:
    return tuple(band.name for band in bands)


def _sizes(size: TeamSize) -> tuple[str, ...]:
    return tuple(f"{number}名" for number in range(size.least, size.most + 1))


GENDER = Dimension(
    "gender",
    "性別",
    "members",
    "members の gender",
    lambda case: case.member.gender if case.member else None,
    lambda _roster, programme: programme.genders,
    personal=True,
)
TRACK = Dimension(
    "track",
    "事務官・技官の別",
    "members",
    "members の track",
    lambda case: case.member.track if case.member else None,
    lambda _roster, programme: programme.tracks,
    personal=True,
)
RANK = Dimension(
    "rank",
    "役職",
    "members",
    "members の rank",
    lambda case: case.member.rank if case.member else None,
    lambda _roster, programme: tuple(rank.name for rank in programme.ranks),
)
AGE = Dimension(
    "age",
    "年齢",
    "members",
    "members の age",
    age_band,
    lambda _roster, programme: _names(programme.age_bands),
    personal=True,
    notes=classes.age_notes,
)
REGION = Dimension(
    "region",
    "地域別 伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    region,
    lambda _roster, programme: tuple(region.name for region in programme.regions),
    named="地域",
    notes=classes.region_notes,
)
POPULATION = Dimension(
    "population",
    "人口規模別 伴走支援自治体数",
    "teams",
    "市町村の population",
    population_band,
    lambda _roster, programme: _names(programme.population_bands),
    named="人口規模",
    notes=classes.population_notes,
    uncountable=classes.without_measure,
)
AGENCY = Dimension(
    "agency",
    "所属府省庁等",
    "members",
    "members の agency",
    lambda case: case.member.agency if case.member else None,
    lambda roster, _programme: tuple(agency.name for agency in roster.agencies),
    complete=False,
    largest_first=True,
)
PREFECTURE = Dimension(
    "prefecture",
    "都道府県別 伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    lambda case: case.municipality.prefecture if case.municipality else None,
    lambda _roster, _programme: tuple(prefecture_names().values()),
    named="都道府県",
)
THEME = Dimension(
    "theme",
    "支援テーマ別 伴走支援自治体数",
    "teams",
    "チームの themes",
    lambda case: tuple(dict.fromkeys(case.team.themes)),
    lambda roster, _programme: tuple(theme.name for theme in roster.themes),
    named="支援テーマ",
    complete=False,
    largest_first=True,
    several=True,
    notes=classes.theme_notes,
)
STATUS = Dimension(
    "status",
    "新規・継続別 伴走支援自治体数",
    "teams",
    "チームの status",
    lambda case: STATUS_LABELS[case.team.status] if case.team.status else None,
    lambda _roster, _programme: ("新規", "継続"),
    named="新規・継続",
)
MUNICIPALITY_TYPE = Dimension(
    "municipality_type",
    "市・町・村別 伴走支援自治体数",
    "teams",
    "市町村の name",
    lambda case: case.municipality.name[-1] if case.municipality else None,
    lambda _roster, _programme: ("市", "町", "村"),
    named="市・町・村の別",
)
TEAM_SIZE = Dimension(
    "team_size",
    "チームの人数別 伴走支援自治体数",
    "teams",
    "チームの members",
    lambda case: f"{len(case.team.members)}名",
    lambda _roster, programme: _sizes(programme.team_size),
    named="チームの人数",
)
ACTIVITY = Dimension(
    "activity",
    "形式別 活動回数",
    "activities",
    "チームの activities",
    lambda case: ACTIVITY_LABELS[case.activity.kind] if case.activity else None,
    lambda _roster, _programme: tuple(ACTIVITY_LABELS.values()),
    named="活動の形式",
)

SUMMARY = (GENDER, TRACK, RANK, AGE, REGION, POPULATION)
"""The six charts ① to ⑥ of the published summary, in their order."""

DIMENSIONS = (*SUMMARY, AGENCY, PREFECTURE, THEME, STATUS, MUNICIPALITY_TYPE, TEAM_SIZE, ACTIVITY)
"""All dimensions."""

PERSONAL = tuple(each for each in DIMENSIONS if each.personal)
"""The personal attributes, which are under disclosure control."""


def dimension(name: str) -> Dimension | None:
    """Return the dimension of this id; None where there is none."""
    return next((found for found in DIMENSIONS if found.id == name), None)
