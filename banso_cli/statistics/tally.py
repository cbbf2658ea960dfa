"""How many cases each class has, and which classes may be shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from banso_cli.statistics.cases import Case, application_cases
from banso_cli.statistics.dimensions import PERSONAL, Dimension, Subject
from banso_cli.statistics.disclosure import Figures, Seat, groups_to_show
from banso_cli.statistics.published import Group, Published, published_by
from banso_cli.statistics.selection import Selection
from banso_cli.statistics.tables.table import UNRECORDED

_ATTRIBUTES = "性別、事務官・技官の別、年齢は、"
CROSSED = f"{_ATTRIBUTES}ほかの項目と組み合わせた表では示さない。"
NARROWED = f"{_ATTRIBUTES}絞り込んだ表では示さない。"
EARLIER = f"{_ATTRIBUTES}過去の台帳については示さない。"
DATED = f"{_ATTRIBUTES}期の最初の日のほかは示さない。"
FAULTY = f"{_ATTRIBUTES}台帳にエラーが残るあいだは示さない。"
TELLING = (
    "示すと、{least}に満たない人のことか、全員が一つの区分であることが、"
    "この表、前の期との差、公表値との差のどれかから知られるおそれがある。"
)
"""Why personal attributes are not shown; of the counts none of these tells more than another."""


@dataclass(frozen=True)
class Tally(Selection):
    """One period of a roster, or what meets the conditions in it.

    What it returns holds counts that may be too small to be shown. `as_defined` keeps all classes
    in the order of the definition, where the largest would else come first. `errors` is how many
    the roster has, whose files may be faulty or missing. `as_of` is the day whose members are
    counted, where that is not the first of the period.
    """

    as_defined: bool = False
    errors: int = 0
    as_of: dt.date | None = None

    @cached_property
    def earlier(self) -> tuple[Tally, ...]:
        """The earlier periods, which whoever reads this one may have read as well."""
        periods = (p for p in self.roster.periods if p.number < self.period.number)
        return tuple(Tally(self.roster, self.programme, period) for period in periods)

    @cached_property
    def whole(self) -> Tally:
        """The same period without conditions."""
        return Tally(self.roster, self.programme, self.period)

    @property
    def is_empty(self) -> bool:
        """Tell whether the conditions leave nothing to count: that is a zero, and is known."""
        return bool(self.where) and not self.of("teams")

    def remarks(self, counted: Subject) -> tuple[str, ...]:
        """Return the conditions, and how many cases they pass over since nothing is recorded."""
        found = [*super().remarks(counted)]
        for by in dict.fromkeys(each.dimension for each in self.where):
            if by.counts == "activities" and (teams := self.whole.teams_without_activities):
                found.append(f"活動が{UNRECORDED}の{teams:,}チームは含まない。")
            unknown = len(self.whole.of(by.counts)) - self.whole.recorded(by)
            if unknown:
                found.append(f"{by.noun}が{UNRECORDED}の{unknown:,}{by.unit}は含まない。")
        return tuple(found)

    @property
    def teams_without_activities(self) -> int:
        """Return how many teams have no activity recorded, which may still have had some."""
        return sum(not case.team.activities for case in self.of("teams"))

    @property
    def activity_coverage(self) -> str:
        """Return of how many teams activities are recorded; nothing where it is all of them."""
        teams, without = len(self.of("teams")), self.teams_without_activities
        if not without:
            return ""
        return (
            f"{teams:,}チームのうち活動を収録したのは{teams - without:,}チーム。"
            f"残る{without:,}チームの活動は{UNRECORDED}で、含まない。"
        )

    def classes(self, by: Dimension, case: Case) -> tuple[str, ...]:
        """Return the classes of a case; of a personal attribute only those of the definition.

        What is misspelt for one person would be shown for that person alone.
        """
        found = by.read(case)
        if not by.personal:
            return found
        listed = by.classes(self.roster, self.programme)
        return tuple(key for key in found if key in listed)

    def recorded(self, by: Dimension) -> int:
        """Return of how many cases the class is known."""
        return sum(bool(self.classes(by, case)) for case in self.of(by.counts))

    def is_known(self, by: Dimension) -> bool:
        """Tell whether anything can be counted by the dimension, be it a zero."""
        if self.period.is_partial:
            return False
        tally = self.whole if by.personal or self.is_empty else self
        return tally.recorded(by) > 0

    def why_unknown(self, by: Dimension) -> str:
        """Return that nothing is counted by a dimension, and why where that can be told."""
        if self.period.is_partial:
            return f"{UNRECORDED}。チームの一部だけを収めた期では数えない。"
        return f"{UNRECORDED}。{by.uncountable(self.programme, self.period.number)}"

    def counts(self, by: Dimension) -> Mapping[str, int]:
        """Return how many cases each class has, in the order in which the classes are shown."""
        cases = self.of(by.counts)
        found = Counter(key for case in cases for key in self.classes(by, case))
        listed = by.classes(self.roster, self.programme)
        shown = {*found, *self.published(by).classes}
        keys = [key for key in listed if not by.largest_first or key in shown]
        keys += [key for key in found if key not in listed]
        if by.largest_first and not self.as_defined:
            keys.sort(key=lambda key: -found[key])
        return {key: found[key] for key in keys}

    def applications(self, by: Dimension) -> Counter[str] | None:
        """Return how many municipalities that applied each class has, withdrawn ones left out.

        None where the dimension has none beside it, where conditions narrow it, and where the
        roster has no applications.
        """
        if by.applied is None or self.where:
            return None
        cases = application_cases(self.roster, self.programme, self.period.number)
        return Counter(key for case in cases for key in by.read(case)) if cases else None

    def groups(self, by: Dimension) -> tuple[Group, ...]:
        """Return the classes as they are shown."""
        if by.personal:
            return self._personal_groups[by.id] or ()
        return tuple((key,) for key in self.counts(by))

    def reason_to_withhold(self, by: Dimension) -> str:
        """Return why a personal attribute is not shown; empty where it may be."""
        if self.as_of:
            return DATED
        if self.where:
            return NARROWED
        if self.roster.is_earlier:
            return EARLIER
        if self.errors or self.roster.faults:
            return FAULTY
        if self._personal_groups[by.id] is None:
            return TELLING.format(least=f"{self.programme.disclosure_threshold}{by.unit}")
        return ""

    @cached_property
    def _personal_groups(self) -> Mapping[str, tuple[Group, ...] | None]:
        return {by.id: self._grouped(by) for by in PERSONAL if self.recorded(by)}

    def _grouped(self, by: Dimension) -> tuple[Group, ...] | None:
        keys = by.classes(self.roster, self.programme)
        known = (each.figures(by) for each in (*self.earlier, self))
        periods = [each for each in known if each is not None]
        found = groups_to_show(periods, self.programme.disclosure_threshold)
        if found is None:
            return None
        return tuple(tuple(keys[at] for at in group) for group in found)

    def figures(self, by: Dimension) -> Figures | None:
        """Return what is known of a personal attribute; None where that is nothing.

        Published figures stand for counts where the roster has none.
        """
        cases, published = self.of("members"), published_by(self.period, by)
        keys, seats = by.classes(self.roster, self.programme), Counter(map(_listed, cases))
        if self.recorded(by):
            counts = self.counts(by)
            return Figures(tuple(counts[key] for key in keys), seats, published.numbers(keys))
        found = published.numbers(keys)[:1]
        return Figures(found[0] or (), seats, found) if seats and found else None

    def definitions(self, by: Dimension) -> tuple[str, ...]:
        """Return how the classes are defined, and that small ones are shown as one."""
        notes = by.notes(self.programme, self.period.number)
        if not by.personal or not any(len(group) > 1 for group in self.groups(by)):
            return notes
        least = f"{self.programme.disclosure_threshold}{by.unit}"
        return (*notes, f"{least}に満たない区分は隣の区分とまとめ、後の期もまとめたまま示す。")

    def published(self, by: Dimension) -> Published:
        """Return what was published by this dimension; nothing for a part of the period."""
        return Published() if self.where else published_by(self.period, by)


def _listed(case: Case) -> Seat:
    agency, rank = (case.member.agency, case.member.rank) if case.member else ("", "")
    return case.team.municipality, agency, rank
