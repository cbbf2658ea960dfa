"""Where everything in a bar chart stands: all arithmetic is done here, in whole pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.bar_entries import Entry, entries
from banso_cli.reports.pictures.bar_words import absence, description, heading, reason
from banso_cli.reports.pictures.lettering import Lettering, balanced, column, text_width, wrapped
from banso_cli.reports.pictures.picture import (
    BASELINE,
    EDGE,
    GAP,
    LINE,
    SIZE,
    SMALL,
    Box,
    Head,
    Size,
    head_of,
)
from banso_cli.statistics.tables.origins import Whose
from banso_cli.statistics.tables.table import Table

WIDTH = 420
"""About the width of a phone, where the letters then keep their size."""
BAR_HEIGHT = 12
BAR_TOP = 3
LABELS_MOST = 13 * SIZE
"""Longer labels are wrapped."""
BARS_LEAST = 80
"""Where less is left for the longest bar, the chart gets wider."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart or of its legend."""

    whose: Whose
    box: Box


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart with all places.

    `axis` is where all bars begin, `rule` the line over the total, `frame` stands around the words
    of a chart that has no figures.
    """

    id: str
    size: Size
    description: str
    head: Head
    labels: tuple[Lettering, ...]
    bars: tuple[Bar, ...]
    axis: Box | None = None
    rule: Box | None = None
    frame: Box | None = None

    @property
    def drawn(self) -> Mapping[str, tuple[Box, ...]]:
        """Return the bars by whose figures they show, those that look alike together."""
        found = {whose: tuple(b.box for b in self.bars if b.whose is whose) for whose in Whose}
        return {whose.name: boxes for whose, boxes in found.items() if boxes}


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a chart: where bars begin, how long the longest is and what it stands for."""

    width: int
    axis: int
    longest: int
    most: Fraction

    def length(self, value: Fraction) -> int:
        """Return how long a bar is; what is counted at all can be seen."""
        if not value:
            return 0
        return max(1, math.floor(value * self.longest / self.most + Fraction(1, 2)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a chart with its places; `bottom` is where the next one begins."""

    labels: tuple[Lettering, ...] = ()
    bars: tuple[Bar, ...] = ()
    bottom: int = 0


def bar_chart(chart: Chart, document: str, errors: int) -> BarChart:
    """Return a table as a bar chart; `document` is the title of the report it belongs to."""
    lines = entries(chart.table)
    if not lines:
        return _without_figures(chart, document, errors)
    columns = _columns(lines)
    head = head_of(heading(chart), (document,), errors, columns.width)
    legend = _legend(chart.table, head.bottom)
    placed, top = [legend], legend.bottom
    for entry in lines[:-1]:
        placed.append(_line(entry, columns, top))
        top = placed[-1].bottom
    total = _line(lines[-1], columns, top + GAP)
    placed.append(total)
    return BarChart(
        id=chart.table.id,
        size=_size(columns.width, total.bottom + GAP),
        description=description(chart, errors),
        head=head,
        labels=tuple(label for line in placed for label in line.labels),
        bars=tuple(bar for line in placed for bar in line.bars),
        axis=Box(columns.axis, legend.bottom, 0, top - legend.bottom),
        rule=Box(EDGE, top, columns.width - 2 * EDGE, 0),
    )


def _without_figures(chart: Chart, document: str, errors: int) -> BarChart:
    """Return a chart that says that there are no figures, and why."""
    head = head_of(heading(chart), (document,), errors, WIDTH)
    why = wrapped(reason(chart.table), SMALL, WIDTH - 4 * EDGE)
    mark = Lettering(2 * EDGE, head.bottom + 2 * LINE, absence(chart.table))
    notes = column(why, 2 * EDGE, mark.y + LINE + GAP, LINE)
    bottom = (notes or (mark,))[-1].y + LINE
    return BarChart(
        id=chart.table.id,
        size=_size(WIDTH, bottom + EDGE),
        description=description(chart, errors),
        head=replace(head, remarks=(*head.remarks, *notes)),
        labels=(mark,),
        bars=(),
        frame=Box(EDGE, head.bottom + GAP, WIDTH - 2 * EDGE, bottom - head.bottom - GAP),
    )


def _size(width: int, height: int) -> Size:
    """Return the size of a chart; beside usual text its letters are shown somewhat larger."""
    return Size(width, height, width * 5 // 4, height * 5 // 4)


def _columns(lines: tuple[Entry, ...]) -> _Columns:
    """Return the columns: labels, the bars, and what is written beside them."""
    labels = [text_width(part, SIZE) for each in lines for part in _label(each)]
    axis = EDGE + math.ceil(max(labels)) + GAP
    beside, alone = [0.0], [0.0]
    lengths = [Fraction(0)]
    for value in (value for each in lines for value in each.values):
        (alone if value.length is None else beside).append(text_width(value.words, SIZE))
        lengths.append(value.length or Fraction(0))
    room = WIDTH - EDGE - GAP - axis - math.ceil(max(beside))
    longest = max(BARS_LEAST, room)
    with_bars = axis + longest + GAP + math.ceil(max(beside)) + EDGE
    without = axis + GAP + math.ceil(max(alone)) + EDGE
    return _Columns(max(WIDTH, with_bars, without), axis, longest, max(lengths))


def _label(entry: Entry) -> tuple[str, ...]:
    return balanced(entry.key, SIZE, LABELS_MOST)


def _legend(table: Table, top: int) -> _Line:
    """Return how the figures of each series look, where there are several.

    What was published beside counted applications is told in words alone.
    """
    is_told = table.applications_total is not None
    shown = [each.whose for each in table.series if not (is_told and each.whose is Whose.APPLIED)]
    if len(shown) == 1:
        return _Line(bottom=top)
    labels, bars, x = [], [], EDGE
    for each in shown:
        bars.append(Bar(each, Box(x, top + BAR_TOP, 2 * BAR_HEIGHT, BAR_HEIGHT)))
        labels.append(Lettering(x + 2 * BAR_HEIGHT + GAP, top + BASELINE, each.value))
        x = labels[-1].x + math.ceil(text_width(each.value, SIZE)) + 2 * GAP
    return _Line(tuple(labels), tuple(bars), top + LINE + GAP)


def _line(entry: Entry, columns: _Columns, top: int) -> _Line:
    """Place a class: label and values are centred upon each other."""
    label = _label(entry)
    height = LINE * max(len(label), len(entry.values))
    first = top + (height - LINE * len(entry.values)) // 2
    labels = list(column(label, EDGE, top + (height - LINE * len(label)) // 2 + BASELINE, LINE))
    bars = []
    for n, value in enumerate(entry.values):
        length = columns.length(value.length or Fraction(0))
        y = first + LINE * n
        if length:
            bars.append(Bar(value.whose, Box(columns.axis, y + BAR_TOP, length, BAR_HEIGHT)))
        labels.append(Lettering(columns.axis + length + GAP, y + BASELINE, value.words))
    gap = GAP if len(entry.values) == 1 else 2 * GAP
    return _Line(tuple(labels), tuple(bars), top + height + gap)
