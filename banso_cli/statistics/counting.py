"""Counts the teams of a period by one dimension, or by two at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from banso_cli.model.counts import counted
from banso_cli.model.period import FIGURE_LABELS, FigureName, Period
from banso_cli.model.programme import Programme
from banso_cli.model.roster import Roster
from banso_cli.statistics.dimensions import Dimension
from banso_cli.statistics.frames import member_frame, team_frame, theme_frame
from banso_cli.statistics.table import (
    UNRECORDED,
    Comparison,
    CrossRow,
    CrossTable,
    Row,
    Table,
    TableStatus,
    share_of,
)

if TYPE_CHECKING:
    import pandas as pd

STATUS_FIGURES: dict[str, FigureName] = {
    "新規": "municipalities_new",
    "継続": "municipalities_continuing",
}


def _not_recorded(by: Dimension) -> str:
    where = "非公開の台帳の " if by.personal else ""
    return f"{UNRECORDED}。{where}{by.field} から集計する。"


@dataclass(frozen=True, slots=True)
class Counting:
    """One period of a roster, ready to be counted."""

    roster: Roster
    programme: Programme
    period: Period

    def table(self, by: Dimension) -> Table:
        """Count by one dimension; where no record has it, the table says so."""
        frame = self._frame(by)
        if frame[by.id].isna().all():
            notes = (_not_recorded(by),)
            return Table(by.id, by.title, by.unit, TableStatus.NOT_RECORDED, notes=notes)
        return self._counted(by, frame)

    def _counted(self, by: Dimension, frame: pd.DataFrame) -> Table:
        column, title, unit = frame[by.id], by.title, by.unit
        missing = int(column.isna().sum())
        total = int(frame["number"].nunique()) if by.counts == "themes" else len(frame)
        counts = column.value_counts()
        rows = []
        for key in self._keys(by, counts):
            count = int(counts.get(key, 0))
            share = None if missing else share_of(count, total)
            rows.append(Row(key, count, share, self._published(by, key)))
        notes = list(by.notes(self.programme, self.period.number))
        if missing:
            rows.append(Row(UNRECORDED, missing))
            notes.append(
                f"{total}{unit}のうち{missing}{unit}が{UNRECORDED}のため、割合は示さない。"
            )
        return Table(by.id, title, unit, TableStatus.RECORDED, total, tuple(rows), tuple(notes))

    def cross(self, first: Dimension, second: Dimension) -> CrossTable:
        """Count by two dimensions; personal attributes are withheld where a cell is small."""
        name, title = f"{first.id},{second.id}", f"{first.title} × {second.title}"
        unit = first.unit if first.counts == "members" else second.unit
        themes = "themes" in {first.counts, second.counts}
        frame = self._joined(first, second)
        for each in (first, second):
            if frame[each.id].isna().all():
                absent = (_not_recorded(each),)
                return CrossTable(name, title, unit, TableStatus.NOT_RECORDED, notes=absent)
        filled = frame.fillna(UNRECORDED)
        counts = filled.groupby([first.id, second.id], sort=False).size()
        rows = self._cross_keys(first, filled)
        columns = self._cross_keys(second, filled)
        cells = tuple(
            CrossRow(row, tuple(int(counts.get((row, column), 0)) for column in columns))
            for row in rows
        )
        threshold = self.programme.disclosure_threshold
        small = any(0 < count < threshold for row in cells for count in row.counts)
        if small and (first.personal or second.personal):
            withheld = (f"秘匿。{threshold}{unit}に満たない欄があるため、表の全体を示さない。",)
            return CrossTable(name, title, unit, TableStatus.WITHHELD, notes=withheld)
        note = ("一つの団体が複数のテーマをもつときは、それぞれに数える。",) if themes else ()
        return CrossTable(name, title, unit, TableStatus.RECORDED, columns, cells, note)

    def comparisons(self) -> tuple[Comparison, ...]:
        """Set every published figure of the period beside the one that the roster counts."""
        return tuple(
            self._comparison(figure.figure, figure.value, figure.note or "")
            for figure in self.period.published
        )

    def _comparison(self, figure: FigureName, published: int | None, note: str) -> Comparison:
        label, unit = FIGURE_LABELS[figure]
        count = counted(self.roster, self.period.number, figure)
        known = self.period.acknowledgement(figure)
        if known is not None and (known.published, known.counted) == (published, count):
            note = known.reason
        return Comparison(figure, label, unit, published, count, note)

    def _frame(self, by: Dimension) -> pd.DataFrame:
        number = self.period.number
        if by.counts == "members":
            return member_frame(self.roster, self.programme, number)
        if by.counts == "teams":
            return team_frame(self.roster, self.programme, number)
        return theme_frame(self.roster, number)

    def _joined(self, first: Dimension, second: Dimension) -> pd.DataFrame:
        """Return a row for each member (or team, where none is asked for) with both dimensions."""
        left, right = self._frame(first), self._frame(second)
        if first.counts == second.counts:
            return left[[first.id, second.id]]
        joined = left[["number", first.id]].merge(right[["number", second.id]], on="number")
        return joined[[first.id, second.id]]

    def _keys(self, by: Dimension, counts: pd.Series[int]) -> list[str]:
        keys = [
            key for key in by.classes(self.roster, self.programme) if by.complete or key in counts
        ]
        keys += [key for key in counts.index if key not in keys]
        if by.largest_first:
            keys.sort(key=lambda key: -int(counts.get(key, 0)))
        return keys

    def _cross_keys(self, by: Dimension, filled: pd.DataFrame) -> tuple[str, ...]:
        counts = filled[by.id].value_counts()
        keys = self._keys(by, counts.drop(UNRECORDED, errors="ignore"))
        return (*keys, UNRECORDED) if UNRECORDED in counts else tuple(keys)

    def _published(self, by: Dimension, key: str) -> int | None:
        figure = self.period.figure(STATUS_FIGURES[key]) if by.id == "status" else None
        return figure.value if figure else None
