"""Cells of a list that are set apart: hidden, struck out, coloured, or without a stored value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.how import HowToRead, Told, places
from banso_cli.intake.refusal import list_refused, refuse
from banso_cli.intake.sheets.cells import EMPTY, Line, Place, Sheet, column_letters
from banso_cli.intake.sheets.headings import Block, Heading
from banso_cli.intake.sheets.roles import Role
from banso_cli.locale import _


def without_hidden_columns(sheet: Sheet) -> Sheet:
    """Return a sheet without what hidden columns hold; rows that are hidden stay to be told."""
    lines = (
        line
        if line.is_hidden
        else replace(line, cells=tuple(EMPTY if c.is_hidden else c for c in line.cells))
        for line in sheet.lines
    )
    return replace(sheet, lines=tuple(lines))


def refuse_formulas(sheet: Sheet, columns: Sequence[int] | None = None) -> None:
    """Refuse a sheet of which formulas have no stored value, in these columns or in any."""
    found = [
        sheet.place(line, column)
        for line in sheet.lines
        for column, each in enumerate(line.cells)
        if each.lacks_value and (columns is None or column in columns)
    ]
    if found:
        message = _("{places}: formulas whose values are errors, or are not stored in the file")
        help_line = _("open the file in Excel, mend it, save it there, and import it again")
        text = message.format(places=places(found))
        raise list_refused([Refusal(found[0].line, text, help_line)])


def set_apart(
    sheet: Sheet, heading: Heading, lines: Sequence[Line], how: HowToRead, told: Told
) -> None:
    """Refuse what is hidden or struck out among the rows, or tell it where options let it pass."""
    read = sorted({column for block in heading.blocks for column in block.all_columns})
    refuse_formulas(replace(sheet, lines=tuple(lines)), read)
    shown = [
        (line, column, each) for line in lines for column in read if (each := line.at(column)).own
    ]
    hidden = [(line, column) for line, column, each in shown if each.is_hidden]
    struck = [sheet.place(line, column) for line, column, each in shown if each.is_struck]
    refusals = []
    if hidden:
        text = _("{sheet}: hidden, but of the list: {places}")
        text = text.format(sheet=sheet.name, places=_hidden_places(hidden))
        help_line = _("show or delete them in Excel, or add --hidden read or --hidden skip")
        refusals += [] if how.hidden else [Refusal(hidden[0][0].number, text, help_line)]
        told.remarks.append(text)
    if struck:
        text = _("struck out, but of the list: {places}").format(places=places(struck))
        help_line = _("delete them in Excel, or add --struck skip or --struck read")
        refusals += [] if how.struck else [Refusal(struck[0].line, text, help_line)]
        told.remarks.append(text)
    refuse(refusals)
    for block in heading.blocks:
        told.coloured += _coloured(sheet, block, lines)


def _coloured(sheet: Sheet, block: Block, lines: Sequence[Line]) -> Iterator[Place]:
    """Yield the cells that have a colour which others of their column have not.

    The fills of names are told by themselves, and with them those of the rows of their teams.
    """
    name = block.columns[Role.NAME].start
    found: dict[int, dict[Place, tuple[str, str]]] = defaultdict(dict)
    team = ""
    for line in lines:
        team = line.at(name).fill if line.at(name).text else team
        for column in block.all_columns:
            each = line.at(column)
            fill = "" if column == name or each.fill == team else each.fill
            if each.own:
                found[column][sheet.place(line, column)] = (fill, each.ink)
    for colours in found.values():
        if len({*colours.values()}) > 1:
            yield from (place for place, colour in colours.items() if any(colour))


def told_beside(sheet: Sheet) -> Iterator[str]:
    """Yield what is said on a sheet beside its cells, and is not read."""
    noted = [
        sheet.place(line, column)
        for line in sheet.lines
        for column, each in enumerate(line.cells)
        if each.has_note and not each.repeats
    ]
    if noted:
        yield _("comments that are not read: {places}").format(places=places(noted))
    if sheet.has_boxes:
        yield _("the workbook has text boxes, whose words are not read")


def _hidden_places(hidden: Sequence[tuple[Line, int]]) -> str:
    """Return the rows that are hidden, and the columns."""
    rows = [Place(line.number) for line, _column in hidden if line.is_hidden]
    columns = sorted({column for line, column in hidden if not line.is_hidden})
    named = [_("column {letters}").format(letters=column_letters(c + 1)) for c in columns]
    return _(", ").join([places(rows), *named] if rows else named)
