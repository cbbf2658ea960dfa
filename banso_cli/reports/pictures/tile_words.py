"""What a map of the prefectures says: the number in each tile, and the map as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from banso_cli.datasets.prefecture_entries import PrefectureEntry, are_known
from banso_cli.records.teams.team import STATUS_LABELS
from banso_cli.reference.prefectures import prefecture_word
from banso_cli.reports.pictures.picture import stamp
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.table import UNRECORDED
from banso_cli.statistics.tables.words import UNKNOWN, figure


class MapKind(StrEnum):
    """Which teams a map shows; the value is part of the names of files."""

    ALL = "all"
    NEW = "new"
    CONTINUING = "continuing"


MORE = "+"
"""Beside a number: there may be more, whose status is not known."""

LABELS = {MapKind.NEW: STATUS_LABELS["new"], MapKind.CONTINUING: STATUS_LABELS["continuing"]}
"""The classes of the table by status."""


@dataclass(frozen=True, slots=True)
class TileCount:
    """The teams of a prefecture, and how many more there may be: of unknown status.

    The count is None where no team of the period is recorded.
    """

    prefecture: PrefectureEntry
    count: int | None
    unknown: int = 0

    @property
    def is_unknown(self) -> bool:
        """Tell whether it may be that there are teams, and none is known."""
        return self.count is None or (not self.count and self.unknown > 0)

    def __str__(self) -> str:
        """Return the number as it stands in the tile; 2+ is two at least."""
        if self.count is None or self.is_unknown:
            return UNKNOWN
        return f"{self.count:,}{MORE if self.unknown else ''}"


def tile_counts(summary: Summary, kind: MapKind) -> tuple[TileCount, ...]:
    """Return the numbers of all prefectures in official order."""
    if kind is MapKind.ALL:
        return tuple(TileCount(each, each.teams) for each in summary.prefectures)
    return tuple(
        TileCount(each, each.new if kind is MapKind.NEW else each.continuing, each.unknown or 0)
        for each in summary.prefectures
    )


def map_heading(summary: Summary, kind: MapKind) -> str:
    """Return the title of a map."""
    title = f"都道府県別 {summary.status.table.subject}数"
    return title if kind is MapKind.ALL else f"{title}（{LABELS[kind]}）"


def map_remarks(summary: Summary, kind: MapKind) -> tuple[str, ...]:
    """Return how many teams a map shows, and how many it cannot show."""
    if not are_known(summary.prefectures):
        return (f"{UNRECORDED}。この期のチームの一覧は収めていない。",)
    counts, unit = tile_counts(summary, kind), summary.status.table.unit
    shown = [each.count for each in counts if each.count]
    unknown = sum(each.unknown for each in counts)
    if is_mostly_unknown(counts):
        of = f"{len(summary.teams):,}{unit}のうち{unknown:,}{unit}"
        published = _published(summary, kind)
        return (f"{of}は新規・継続が{UNRECORDED}のため、地図には示さない{published}。",)
    places = prefecture_word(each.prefecture.name for each in counts if each.count)
    found = [f"{len(shown)}{places}の{sum(shown):,}{unit}{_published(summary, kind)}。"]
    if unknown:
        found.append(
            f"ほかの{unknown:,}{unit}は新規・継続が{UNRECORDED}で、数に入れない"
            f"（{MORE}は、ほかにもありうる道府県）。"
        )
    nowhere = len(summary.teams) - sum(each.teams or 0 for each in summary.prefectures)
    if nowhere:
        found.append(f"都道府県の分からない{nowhere:,}{unit}は、図にない。")
    return tuple(found)


def is_mostly_unknown(counts: tuple[TileCount, ...]) -> bool:
    """Tell whether a map would show the lesser part: of more teams the status is not known."""
    return sum(each.unknown for each in counts) > sum(each.count or 0 for each in counts)


def _published(summary: Summary, kind: MapKind) -> str:
    rows = (row for row in summary.status.table.rows if row.key == LABELS.get(kind))
    value = next((row.published for row in rows), None)
    return "" if value is None else f"（公表値は{figure(value, summary.status.table.unit)}）"


def map_description(summary: Summary, kind: MapKind) -> str:
    """Return all that a map shows in words; prefectures without any stand at the end."""
    counts = tile_counts(summary, kind)
    known = [each for each in counts if each.count is not None and not is_mostly_unknown(counts)]
    some = [f"{each.prefecture.name}{each}" for each in known if each.count or each.unknown]
    none = [each.prefecture.name for each in known if not (each.count or each.unknown)]
    parts = [stamp(summary.errors), *map_remarks(summary, kind)]
    parts += [f"{'、'.join(some)}。"] if some else []
    parts += [f"0は{'、'.join(none)}。"] if none else []
    return "".join(parts)
