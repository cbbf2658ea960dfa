"""From a file to its sheets of cells, by its first bytes and, for text, its heading row."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from banso_cli.files.file_kinds import foreign, is_workbook
from banso_cli.files.reasons import reason
from banso_cli.intake.refusal import file_refused
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.intake.sheets.texts import decoded, read_text
from banso_cli.intake.sheets.workbook import LARGEST, read_workbook, too_large
from banso_cli.locale import _

_TEXTS = (".txt", ".md", ".tsv", ".csv")
_WORKBOOKS = (".xlsx", ".xlsm")


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read all sheets of a file in their order; text and CSV have one."""
    data = _bytes(file)
    if (other := foreign(data)) is not None:
        what, help_line = other
        raise file_refused(_("{file}: this is {what}").format(file=file.name, what=what), help_line)
    suffix = file.suffix.lower()
    if is_workbook(data) or (suffix in _WORKBOOKS and not _is_text(data)):
        return read_workbook(data, file.name)
    if suffix in _WORKBOOKS:
        message = _("{file}: its name is that of a workbook, but it is a text")
        raise file_refused(message.format(file=file.name), _("rename it so that it ends in .csv"))
    if suffix not in _TEXTS:
        raise file_refused(
            _("{file}: files of this type are not read").format(file=file.name),
            _("write one of: {names}").format(names=_(", ").join((*_TEXTS, *_WORKBOOKS))),
        )
    return (read_text(decoded(data, file.name), file),)


def sheets_named(sheets: Sequence[Sheet], names: Sequence[str], file: str) -> tuple[Sheet, ...]:
    """Return the sheets of these names, which may be hidden, in the order of the names."""
    found = {_letters(sheet.name): sheet for sheet in sheets if sheet.name}
    for name in names:
        if _letters(name) not in found:
            known = _(", ").join(sheet.name for sheet in sheets if sheet.name)
            message = _("{file}: there is no sheet '{name}'").format(file=file, name=name)
            help_line = _("the sheets are: {names}").format(names=known) if known else ""
            raise file_refused(message, help_line or _("a text has no sheets; leave out --sheet"))
    return tuple(found[_letters(name)] for name in dict.fromkeys(names))


def _letters(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size <= LARGEST:
            return file.read_bytes()
    except OSError as error:
        message = _("{file}: cannot be read ({reason})").format(
            file=file.name, reason=reason(error)
        )
        raise file_refused(message) from error
    raise too_large(file.name)


def _is_text(data: bytes) -> bool:
    """Tell whether this may well be a text: no control letters but blanks."""
    return bool(data) and not any(byte < ord("\t") for byte in data)
