"""What a cell of a workbook shows: its text, its colours, whether it is struck out or noted on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from banso_cli.intake.sheets.cells import EMPTY, Cell, cell, with_line_ends

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OneCell
    from openpyxl.cell.cell import MergedCell

Written: TypeAlias = "OneCell | MergedCell"

_WHITE = ("FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 64", "indexed 65")
_BLACK = ("000000", "theme 1", "indexed 0", "indexed 8", "indexed 64")
"""What colours are called that set nothing apart: of fills, and of letters."""


def shown_cell(written: Written, *, is_formula: bool) -> Cell:
    """Return a cell; one of formats alone is empty, and a formula may have no stored value."""
    value = written.value
    noted = Cell(has_note=True) if written.comment else EMPTY
    if value is None:  # a formula whose value is an empty text is stored as one
        is_lacking = is_formula and written.data_type != "str"
        return replace(noted, lacks_value=is_lacking)
    text, is_struck = _shown(value)
    found = cell(text)
    if not found.text:
        return noted
    found = replace(
        *(found,),
        is_struck=is_struck,
        lacks_value=written.data_type == "e",
        has_note=noted.has_note,
        ink=_ink(value),
    )
    if not written.has_style:
        return found
    fill, font = written.fill, written.font
    return replace(
        *(found,),
        is_struck=is_struck or bool(font.strike),
        fill=_colour(getattr(fill, "fgColor", None), _WHITE) if fill.fill_type else "",
        ink=found.ink or _colour(font.color, _BLACK),
    )


def _shown(value: object) -> tuple[str, bool]:
    """Return a value as text, and whether a part of it is struck out; raised parts are marks."""
    if isinstance(value, str):
        return with_line_ends(value), False
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415 - as above

    if isinstance(value, CellRichText):
        blocks = [part for part in value if isinstance(part, TextBlock)]
        is_struck = any(block.font.strike and block.text.strip() for block in blocks)
        return "".join(map(_block, value)), is_struck
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), False
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat(), False
    return str(value), False


def _block(part: object) -> str:
    """Return a part of a text; what is raised above the line is a mark of a footnote."""
    raised = getattr(getattr(part, "font", None), "vertAlign", None) == "superscript"
    return f"※{part}" if raised and str(part).strip() else str(part)


def _ink(value: object) -> str:
    """Return the colour of the first part of a text that has one."""
    parts = value if isinstance(value, list) else ()
    fonts = filter(None, (getattr(part, "font", None) for part in parts))
    return next(filter(None, (_colour(font.color, _BLACK) for font in fonts)), "")


def _colour(colour: object, usual: tuple[str, ...]) -> str:
    """Return a name of a colour; empty for none and for the usual one."""
    kind = getattr(colour, "type", "auto")
    if kind == "auto":
        return ""
    value = str(getattr(colour, kind, ""))
    if kind == "rgb":
        return "" if value[-6:] in usual else value
    tint = getattr(colour, "tint", 0) or 0
    name = f"{kind} {value}{tint:+.2f}" if tint else f"{kind} {value}"
    return "" if name in usual else name
