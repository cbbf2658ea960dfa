"""Counts a period by one dimension or two, and compares it with the published figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from banso_cli.records.periods.counts import counted
from banso_cli.records.periods.period import FIGURE_LABELS, PublishedFigure
from banso_cli.statistics.crossing import cross_table
from banso_cli.statistics.dimensions import STATUS, Dimension
from banso_cli.statistics.published import Published, name_of, sources_beside
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.sums import share_of
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus
from banso_cli.statistics.tally import Tally


@dataclass(frozen=True)
class Counting(Tally):
    """One period of a roster, or what meets the conditions in it, as tables.

    What it returns may be shown to everybody.
    """

    def table(self, by: Dimension) -> Table:
        """Count by one dimension; where no record has it, show what was published, or nothing."""
        empty = self._empty(by)
        if not self.is_known(by):
            return self._with_applications(by, self._published(by, empty))
        reason = self.reason_to_withhold(by) if by.personal else ""
        if reason:
            return self.withheld(by, reason)
        return self._with_applications(by, self._counted(by, empty))

    def withheld(self, by: Dimension, reason: str) -> Table:
        """Return the published classes alone, if there are any, and why counts are not shown."""
        found = self._published(by, self._empty(by))
        if found.status is TableStatus.PUBLISHED:
            return replace(found, notes=(*found.notes, f"台帳の集計は秘匿。{reason}"))
        return replace(found, status=TableStatus.WITHHELD, notes=(f"秘匿。{reason}",))

    def _empty(self, by: Dimension) -> Table:
        empty = Table(by.id, by.title, by.subject, by.unit, TableStatus.NOT_RECORDED)
        return replace(empty, adds_up=not by.several, has_applied=by.applied is not None)

    def _with_applications(self, by: Dimension, table: Table) -> Table:
        """Return the table with the municipalities that applied, where the roster has them."""
        counts = self.applications(by)
        if counts is None:
            return table
        if not table.rows:
            keys = by.classes(self.roster, self.programme)
            notes = (f"{by.subject}は{UNRECORDED}。", *by.notes(self.programme, self.period.number))
            rows = tuple(Row(key, None) for key in keys)
            table = replace(table, status=TableStatus.RECORDED, rows=rows, notes=notes)
        return replace(
            table,
            rows=tuple(replace(row, applications=counts[row.key]) for row in table.rows),
            applications_total=counts.total(),
            notes=(*table.notes, "応募の集計は、台帳にある応募から取下げを除いて数えたもの。"),
        )

    def _counted(self, by: Dimension, empty: Table) -> Table:
        total, recorded = len(self.of(by.counts)), self.recorded(by)
        published, counts, groups = self.published(by), self.counts(by), self.groups(by)
        complete = recorded == total and not self._coverage(by)
        rows = []
        for group in groups:
            count = sum(counts[key] for key in group)
            share = share_of(count, total) if complete else None
            rows.append(Row(name_of(group), count, share, *published.of(group)))
        if recorded < total:
            rows.append(Row(UNRECORDED, total - recorded))
        return replace(
            empty,
            status=TableStatus.RECORDED,
            total=total,
            recorded=recorded,
            published_total=published.total,
            applied_total=published.applied_total,
            rows=tuple(rows),
            notes=(
                *self._notes(by, total, recorded, published),
                *published.share_notes(groups, by),
            ),
            is_partial=not complete,
        )

    def _coverage(self, by: Dimension) -> str:
        return self.activity_coverage if by.counts == "activities" else ""

    def _notes(
        self, by: Dimension, total: int, recorded: int, published: Published
    ) -> tuple[str, ...]:
        notes = [*self.remarks(by.counts), *self.definitions(by)]
        if by.several:
            notes.append(f"区分の和は延べ数で、計は{by.subject}の実数。")
        derived = sum(case.team.is_derived for case in self.of("teams"))
        if by is STATUS and derived:
            notes.append(f"うち{derived:,}{by.unit}は、前の期のチームから導いた。")
        if self.is_empty:
            notes.append("条件に合うものはない。")
        elif coverage := self._coverage(by):
            notes.append(f"{coverage}割合は示さない。")
        elif recorded == total:
            notes.append(f"割合は{by.subject}{total:,}{by.unit}に対するもの。")
        else:
            drawn = (
                "割合も棒も示さない" if not published.classes else "割合は示さず、棒は公表値による"
            )
            notes.append(
                f"{total:,}{by.unit}のうち{recorded:,}{by.unit}だけを収録。"
                f"残る{total - recorded:,}{by.unit}は{UNRECORDED}で、{drawn}。"
            )
        return tuple(notes)

    def _published(self, by: Dimension, empty: Table) -> Table:
        """Return the published classes where the roster records none."""
        published = self.published(by)
        if not published.classes:
            note = "".join((self.why_unknown(by), *published.notes))
            return replace(empty, notes=(note,))
        classes = published.classes
        if self.as_defined:
            listed = by.classes(self.roster, self.programme)
            places = {key: at for at, key in enumerate(listed)}
            classes = tuple(sorted(classes, key=lambda key: places.get(key, len(places))))
        rows = (Row(key, None, None, *published.of((key,))) for key in classes)
        groups = ((key,) for key in classes)
        return replace(
            empty,
            status=TableStatus.PUBLISHED,
            published_total=published.total,
            applied_total=published.applied_total,
            rows=tuple(rows),
            notes=(
                "公表された内訳。台帳のチームから数えた数ではない。",
                *published.notes,
                *published.share_notes(groups, by),
            ),
        )

    def cross(self, first: Dimension, second: Dimension) -> CrossTable:
        """Count by two dimensions, of which none may be a personal attribute."""
        return cross_table(self, first, second)

    def comparisons(self) -> tuple[Comparison, ...]:
        """Set every published figure of the period beside the one that the roster counts."""
        return tuple(self._comparison(each) for each in self.period.published)

    def _comparison(self, published: PublishedFigure) -> Comparison:
        figure, note = published.figure, published.note or ""
        label, unit = FIGURE_LABELS[figure]
        count = counted(self.roster, self.period.number, figure)
        known = self.period.acknowledgement(figure)
        if known is not None and (known.published, known.counted) == (published.value, count):
            note = known.reason
        if elsewhere := sources_beside(published, self.period):
            told = f"公表資料になく、{'、'.join(each.title for each in elsewhere)}による"
            note = f"{told}。{note}" if note else told
        return Comparison(figure, label, unit, published.value, count, note)
