"""The dimensions that a period is counted by, in the order of the published summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from banso_cli.records.fields import names
from banso_cli.records.periods.period import BREAKDOWN_LABELS, FigureName
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS
from banso_cli.records.teams.team import PERSONAL_KEYS, STATUS_LABELS
from banso_cli.statistics import classes
from banso_cli.statistics.bands import age_band, population_band, region
from banso_cli.statistics.cases import Case
from banso_cli.text.meaning import folded

Subject = Literal["members", "teams", "activities"]

SUBJECTS: dict[Subject, tuple[str, str]] = {
    "members": ("支援官", "名"),
    "teams": ("伴走支援自治体", "市町村"),
    "activities": ("活動", "回"),
}
"""What is counted, and the unit of the counts."""

OVERLAP = "一つの団体が複数のテーマをもつときは、それぞれに数える。"
"""Why the parts of themes may add up to more than the whole."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What members, teams or activities are counted by.

    `found` gives the class of a case: none where that is not recorded, several only where
    `several` is set. `fixed` gives the classes of one that no list of the same id gives.
    `largest_first` shows the largest first, and none without any count. `field` is the field of the
    roster that fills the dimension. `named` is its noun, where that is neither the label nor the
    name of its list, `also` what else people call it. `uncountable` tells why nothing can be
    counted by it, whatever is recorded. `applied` is the published number of those that applied,
    which stands beside those supported.
    """

    id: str
    title: str
    counts: Subject
    field: str
    found: Callable[[Case], str | tuple[str, ...] | None]
    fixed: classes.Classes | None = None
    largest_first: bool = False
    several: bool = False
    named: str = ""
    also: tuple[str, ...] = ()
    applied: FigureName | None = None
    notes: Callable[[Programme, int], tuple[str, ...]] = lambda _programme, _period: ()
    uncountable: Callable[[Programme, int], str] = lambda _programme, _period: ""

    def classes(self, roster: Roster, programme: Programme) -> tuple[str, ...]:
        """Return all classes in the order of the definition."""
        return self.fixed(roster, programme) if self.fixed else roster.names[self.id].all

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
        return BREAKDOWN_LABELS.get(self.id) or self.named or self.label

    @property
    def names(self) -> tuple[str, ...]:
        """Return what people may write for it, first the noun that is shown for it."""
        return (self.noun, self.label, *self.also, self.id)

    @property
    def personal(self) -> bool:
        """Tell whether it is an attribute of a person, which is under disclosure control."""
        return self.id in PERSONAL_KEYS

    @property
    def subject(self) -> str:
        """Return what is counted."""
        return SUBJECTS[self.counts][0]

    @property
    def unit(self) -> str:
        """Return the unit of the counts."""
        return SUBJECTS[self.counts][1]


def _of_member(listed: names.NameList) -> Dimension:
    """Return the dimension of the field of members that a list gives the names of."""
    read = attrgetter(f"member.{listed.id}")
    return Dimension(
        *(listed.id, listed.title, "members", f"members の {listed.id}"),
        lambda case: read(case) if case.member else None,
    )


GENDER = _of_member(names.GENDER)
TRACK = _of_member(names.TRACK)
RANK = _of_member(names.RANK)
AGE = replace(
    _of_member(names.AGE),
    found=age_band,
    notes=lambda programme, _period: (programme.definitions.age_bands.text,),
)
REGION = Dimension(
    "region",
    "地域別 応募・伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    region,
    applied="municipalities_applied",
    notes=lambda programme, _period: (programme.definitions.regions.text,),
)
POPULATION = Dimension(
    "population",
    "人口規模別 伴走支援自治体数",
    "teams",
    "市町村の population",
    population_band,
    also=("人口",),
    notes=classes.population_notes,
    uncountable=classes.without_measure,
)
AGENCY = replace(
    _of_member(names.AGENCY),
    also=("府省庁", "省庁", "府省庁等", "所属"),
    largest_first=True,
)
PREFECTURE = Dimension(
    "prefecture",
    "都道府県別 伴走支援自治体数",
    "teams",
    "市町村の prefecture",
    lambda case: case.municipality.prefecture if case.municipality else None,
)
THEME = Dimension(
    "theme",
    "支援テーマ別 伴走支援自治体数",
    "teams",
    "チームの themes",
    lambda case: tuple(dict.fromkeys(case.team.themes)),
    also=("テーマ",),
    largest_first=True,
    several=True,
    notes=lambda _programme, _period: (OVERLAP,),
)
STATUS = Dimension(
    "status",
    "新規・継続別 伴走支援自治体数",
    "teams",
    "チームの status",
    lambda case: STATUS_LABELS[case.team.status] if case.team.status else None,
    classes.always(*STATUS_LABELS.values()),
    named="新規・継続",
)
MUNICIPALITY_TYPE = Dimension(
    "municipality_type",
    "市・町・村別 伴走支援自治体数",
    "teams",
    "市町村の name",
    lambda case: case.municipality.name[-1] if case.municipality else None,
    classes.always("市", "町", "村"),
    named="市・町・村の別",
)
TEAM_SIZE = Dimension(
    "team_size",
    "チームの人数別 伴走支援自治体数",
    "teams",
    "チームの members",
    lambda case: f"{len(case.team.members)}名",
    classes.team_sizes,
    named="チームの人数",
)
ACTIVITY = Dimension(
    "activity",
    "形式別 活動回数",
    "activities",
    "チームの activities",
    lambda case: ACTIVITY_LABELS[case.activity.kind] if case.activity else None,
    classes.always(*ACTIVITY_LABELS.values()),
    named="活動の形式",
    also=("活動",),
)

SUMMARY = (GENDER, TRACK, RANK, AGE, REGION, POPULATION)
"""The six charts ① to ⑥ of the published summary, in their order."""

DIMENSIONS = (*SUMMARY, AGENCY, PREFECTURE, THEME, STATUS, MUNICIPALITY_TYPE, TEAM_SIZE, ACTIVITY)
"""All dimensions."""

PERSONAL = tuple(each for each in DIMENSIONS if each.personal)
"""The personal attributes, which are under disclosure control."""


def dimension(name: str) -> Dimension | None:
    """Return the dimension that is called so, in letters of any width; None where none is."""
    wanted = folded(name)
    found = (each for each in DIMENSIONS if wanted in map(folded, each.names))
    return next(found, None) if wanted else None
