"""What the published summary says of a dimension, for the classes of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from banso_cli.records.fields.record import Source
from banso_cli.records.periods.period import Breakdown, FigureName, Period, PublishedFigure
from banso_cli.records.teams.team import STATUS_LABELS
from banso_cli.statistics.dimensions import STATUS, Dimension
from banso_cli.statistics.tables.sums import share_of, sum_known

STATUS_FIGURES: dict[str, FigureName] = {
    STATUS_LABELS["new"]: "municipalities_new",
    STATUS_LABELS["continuing"]: "municipalities_continuing",
}
TENTH = Decimal("0.1")

Group = tuple[str, ...]
"""Classes that are shown as one, in their order."""


@dataclass(frozen=True, slots=True)
class Published:
    """The published figures of one dimension: of those supported and of those that applied.

    `figures` are classes with a figure of their own, `all_applied` is the one of all that applied.
    `notes` tell how the classes were counted, or why there are none. `adds_up` tells that every
    case has one class, so that there is a total, and shares can be computed where only numbers were
    published.
    """

    supported: Breakdown | None = None
    applied: Breakdown | None = None
    figures: Mapping[str, int | None] = field(default_factory=dict)
    all_applied: int | None = None
    notes: tuple[str, ...] = ()
    adds_up: bool = True

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the classes in the order of the summary."""
        if self.supported is None:
            return tuple(key for key, value in self.figures.items() if value is not None)
        return tuple(each.name for each in self.supported.classes)

    def numbers(self, keys: Group) -> tuple[tuple[int, ...] | None, ...]:
        """Return each breakdown by these classes; None for one that lacks a number."""
        found = []
        for breakdown in (each for each in (self.supported, self.applied) if each):
            values = {each.name: each.value for each in breakdown.classes}
            known = [value for key in keys if (value := values.get(key)) is not None]
            found.append(tuple(known) if len(known) == len(keys) else None)
        return tuple(found)

    def of(self, keys: tuple[str, ...]) -> tuple[int | None, Decimal | None, int | None]:
        """Return number, percentage and number of those that applied, of the classes together."""
        return self.value(keys), self.share(keys), _sum(self.applied, keys)

    def value(self, keys: tuple[str, ...]) -> int | None:
        """Return the number of the classes together; None unless all were published."""
        if len(keys) == 1 and keys[0] in self.figures:
            return self.figures[keys[0]]
        return _sum(self.supported, keys)

    def share(self, keys: tuple[str, ...]) -> Decimal | None:
        """Return the percentage of a class as printed, else of the published numbers.

        What is printed has one decimal place, rounded half up where the source has more.
        """
        printed = self._printed(keys)
        if printed is not None:
            return printed.quantize(TENTH, ROUND_HALF_UP)
        value, whole = self.value(keys), self.total
        if value is None or whole is None or not self.adds_up:
            return None
        return share_of(value, whole)

    def share_notes(self, groups: Iterable[Group], by: Dimension) -> tuple[str, ...]:
        """Return what the published shares of these groups of classes are shares of."""
        shown = [keys for keys in groups if self.share(keys) is not None]
        printed = [each for keys in shown if (each := self._printed(keys)) is not None]
        notes = []
        if printed:
            finer = any(each != each.quantize(TENTH, ROUND_HALF_UP) for each in printed)
            rounded = "（小数第2位を四捨五入）" if finer else ""
            notes.append(f"公表値の割合は公表資料のとおり{rounded}。")
        if len(shown) > len(printed):
            which = "公表資料が割合を示さない区分" if printed else "公表値の割合"
            notes.append(f"{which}は{by.subject}{self.total:,}{by.unit}に対するもの。")
        return tuple(notes)

    def _printed(self, keys: tuple[str, ...]) -> Decimal | None:
        """Return the percentage that the source prints; it prints none of several together."""
        classes = self.supported.classes if self.supported else ()
        return next((each.percent for each in classes if (each.name,) == keys), None)

    @property
    def total(self) -> int | None:
        """Return the sum of all published classes; None where one has no number."""
        if self.figures:
            return sum_known(self.figures.values())
        return _sum(self.supported, self.classes) if self.adds_up else None

    @property
    def applied_total(self) -> int | None:
        """Return how many applied in all classes, or in all; None where that is not known."""
        names = tuple(each.name for each in self.applied.classes) if self.applied else ()
        total = _sum(self.applied, names) if self.adds_up else None
        return self.all_applied if total is None else total


def sources_beside(figure: PublishedFigure, *periods: Period) -> tuple[Source, ...]:
    """Return the sources of a figure that no publication of these periods prints."""
    printed = {each.publication.title for each in periods if each.publication}
    is_printed = any(each.title in printed for each in figure.sources)
    return () if is_printed or not printed else figure.sources


def published_by(period: Period, by: Dimension) -> Published:
    """Return what a period's file says was published by this dimension."""
    figures: dict[str, int | None] = {}
    if by is STATUS:
        found = {key: period.figure(name) for key, name in STATUS_FIGURES.items()}
        figures = {key: figure.value if figure else None for key, figure in found.items()}
    applied = period.figure(by.applied) if by.applied else None
    supported, of_applied = period.breakdown(by.id), period.breakdown(by.id, "applied")
    return Published(
        supported if supported and supported.classes else None,
        of_applied if of_applied and of_applied.classes else None,
        figures,
        applied.value if applied else None,
        (supported.note,) if supported and supported.note else (),
        adds_up=not by.several,
    )


def _sum(breakdown: Breakdown | None, keys: tuple[str, ...]) -> int | None:
    if breakdown is None or not keys:
        return None
    values = {each.name: each.value for each in breakdown.classes}
    return sum_known(values.get(key) for key in keys)


def name_of(group: Group) -> str:
    """Return the name of classes that are shown as one."""
    return "・".join(group)
