"""The tables of a file, whatever they mean: its sheets without hidden ones and blank lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from banso_cli.files.failure import Refusal, file_refused, list_refused
from banso_cli.intake.lists.how import refuse_formulas
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.intake.sheets.opening import read_sheets
from banso_cli.locale import _


def read_tables(file: Path, names: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """Read all tables of a file, or those of sheets that are named; see `tables_of`."""
    sheets = read_sheets(file)
    named = (replace(each, is_hidden=False) for each in sheets_named(sheets, names, file.name))
    return tables_of(named if names else sheets)


def tables_of(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the tables of sheets in their order, without those that are hidden.

    What is hidden or struck out within a table is refused: nobody can tell whether it counts. So is
    a formula whose value is not known.
    """
    seen = tuple(sheet for sheet in sheets if not sheet.is_hidden)
    if refusals := tuple(refusal for sheet in seen for refusal in _set_apart(sheet)):
        raise list_refused(refusals)
    for sheet in seen:
        refuse_formulas(sheet)
    return tuple(map(table_of, seen))


def table_of(sheet: Sheet) -> Sheet:
    """Return a sheet without its blank lines, whether the others are set apart or not."""
    return replace(sheet, lines=tuple(line for line in sheet.lines if not line.is_blank))


def _set_apart(sheet: Sheet) -> Iterator[Refusal]:
    for line in sheet.lines:
        if line.is_hidden:
            message, help_line = _("{place}: the row is hidden"), _("show it, or delete it")
            yield sheet.place(line).refusal(message, help_line)
        for column, cell in enumerate(line.cells):
            if cell.own and cell.is_struck:
                message = _("{place}: it is struck out")
                help_line = _("delete what does not count, and save the file")
                yield sheet.place(line, column).refusal(message, help_line)


def sheets_named(sheets: Sequence[Sheet], names: Sequence[str], file: str) -> tuple[Sheet, ...]:
    """Return the sheets of these names, which may be hidden, in the order of the names."""
    found = {_letters(sheet.name): sheet for sheet in sheets if sheet.name}
    for name in names:
        if _letters(name) not in found:
            known = _(", ").join(sheet.name for sheet in sheets if sheet.name)
            help_line = known and _("the sheets are: {names}")
            message = _("{file}: there is no sheet '{name}'")
            help_line = help_line or _("a text has no sheets; leave out --sheet")
            raise file_refused(message, help_line, file=file, name=name, names=known)
    return tuple(found[_letters(name)] for name in dict.fromkeys(names))


def _letters(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()
