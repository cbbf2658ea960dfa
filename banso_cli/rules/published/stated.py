"""Published figures that have a value, in words and at their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from banso_cli.records.periods.period import FIGURE_LABELS, FigureName, Period
from banso_cli.yaml.place import Place


@dataclass(frozen=True, slots=True)
class Stated:
    """A published figure of a period, with its value."""

    period: Period
    name: FigureName
    value: int

    @property
    def place(self) -> Place:
        """Return where the value stands."""
        index = next(at for at, f in enumerate(self.period.published) if f.figure == self.name)
        return self.period.places.at("published", index, "value")

    @property
    def words(self) -> str:
        """Return the figure's name with its value and unit."""
        label, unit = FIGURE_LABELS[self.name]
        return f"{label} {self.value:,}{unit}"


Figures: TypeAlias = tuple[Stated, ...]


def stated(period: Period, *names: FigureName) -> Figures:
    """Return the figures by these names; none of them unless all have one value."""
    found = tuple(
        Stated(period, figure.figure, figure.value)
        for name in names
        for figure in period.published
        if figure.figure == name and figure.value is not None
    )
    return found if len(found) == len(names) else ()


def joined(figures: Figures) -> str:
    """Return the figures in words, as a sum."""
    return " + ".join(figure.words for figure in figures)
