"""Where everything in a map of the prefectures stands, a tile for each, in whole pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from banso_cli.reports.pictures.lettering import Lettering, legible, text_width
from banso_cli.reports.pictures.picture import BASELINE, EDGE, GAP, SMALL, Box, Head, Size, head_of
from banso_cli.reports.pictures.tile_words import (
    MapKind,
    TileCount,
    is_mostly_unknown,
    map_description,
    map_heading,
    map_remarks,
    tile_counts,
)
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.table import UNRECORDED

STEPS = (1, 3, 6, 10)
"""From which number on a tile is darker: the same in all maps, so that they can be compared."""
NONE, UNKNOWN_ALONE = "none", "unknown"
"""The shades of prefectures without a team, and of those with teams of unknown status alone."""
NUMBER, LEAST = 15, 6
"""Sizes of numbers: the usual one, and the smallest where one is long."""
SWATCH = 14


@dataclass(frozen=True, slots=True)
class Grid:
    """The form of a map; the head stands in the free cells at its top left, or above it."""

    columns: int
    tile: int
    name_line: int
    number_line: int
    free_rows: int
    free_columns: int

    @property
    def step(self) -> int:
        """Return how far it is from one tile to the next."""
        return self.tile + 2

    @property
    def width(self) -> int:
        """Return the width of the map with its margins."""
        return self.columns * self.step - 2 + 2 * EDGE


WIDE = Grid(columns=15, tile=44, name_line=17, number_line=36, free_rows=6, free_columns=9)
NARROW = Grid(columns=7, tile=52, name_line=21, number_line=41, free_rows=0, free_columns=7)


@dataclass(frozen=True, slots=True)
class Tile:
    """A prefecture: its name, and its number in letters that fit; both stand in the middle."""

    box: Box
    name: Lettering
    number: Lettering
    size: int


@dataclass(frozen=True, slots=True)
class Shade:
    """What looks alike: tiles, and the swatch of the legend with its words."""

    name: str
    tiles: tuple[Tile, ...]
    swatch: Box
    words: Lettering

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Return the tiles and the swatch."""
        return (*(tile.box for tile in self.tiles), self.swatch)


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map with all places."""

    id: str
    size: Size
    description: str
    head: Head
    shades: tuple[Shade, ...]


def tile_map(summary: Summary, kind: MapKind, grid: Grid) -> TileMap:
    """Return the map of the prefectures in one of its two forms."""
    counts = tile_counts(summary, kind)
    if is_mostly_unknown(counts):
        counts = ()
    remarks = (*map_remarks(summary, kind), summary.title)
    width = grid.free_columns * grid.step
    head = head_of(map_heading(summary, kind), remarks, summary.errors, width)
    legend = _legend(counts, head.bottom) if counts else ()
    bottom = legend[-1].swatch.y + SWATCH + GAP if legend else head.bottom
    top = max(EDGE, bottom + GAP - grid.free_rows * grid.step)
    tiles = [(_shade(each), _tile(each, grid, top)) for each in counts]
    shades = tuple(
        replace(shade, tiles=tuple(tile for name, tile in tiles if name == shade.name))
        for shade in legend
    )
    height = max([bottom, *(tile.box.y + grid.tile for _name, tile in tiles)]) + EDGE
    return TileMap(
        id=f"map-{kind.value}{'-narrow' if grid is NARROW else ''}",
        size=Size(grid.width, height, grid.width, height),
        description=map_description(summary, kind),
        head=head,
        shades=shades,
    )


def _shade(each: TileCount) -> str:
    if each.is_unknown:
        return UNKNOWN_ALONE
    if not each.count:
        return NONE
    return f"step{sum(each.count >= least for least in STEPS)}"


def _tile(each: TileCount, grid: Grid, top: int) -> Tile:
    where = each.prefecture
    row, column = where.narrow_row, where.narrow_column
    if grid is WIDE:
        row, column = where.wide_row, where.wide_column
    x, y = EDGE + (column - 1) * grid.step, top + (row - 1) * grid.step
    box, number = Box(x, y, grid.tile, grid.tile), str(each)
    middle = box.x + grid.tile // 2
    size = int((grid.tile - 2) / text_width(number, 1))
    return Tile(
        box,
        Lettering(middle, box.y + grid.name_line, legible(where.short_name)),
        Lettering(middle, box.y + grid.number_line, number),
        min(NUMBER, max(LEAST, size)),
    )


def _legend(counts: tuple[TileCount, ...], top: int) -> tuple[Shade, ...]:
    """Return the shades without tiles: their swatches in a row."""
    words = {NONE: "0"}
    if any(_shade(each) == UNKNOWN_ALONE for each in counts):
        words[UNKNOWN_ALONE] = UNRECORDED
    for n, (least, beyond) in enumerate(zip(STEPS, (*STEPS[1:], None), strict=True), start=1):
        words[f"step{n}"] = f"{least:,}以上" if beyond is None else f"{least:,}～{beyond - 1:,}"
    found, x = [], EDGE
    for name, text in words.items():
        label = Lettering(x + SWATCH + GAP, top + BASELINE - 1, text)
        found.append(Shade(name, (), Box(x, top, SWATCH, SWATCH), label))
        x = label.x + math.ceil(text_width(text, SMALL)) + 2 * GAP
    return tuple(found)
