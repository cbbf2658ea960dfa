"""The heads of a list of applications, and how it is told from a form of one applicant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from banso_cli.intake.sheets.cells import Line, Place, Sheet
from banso_cli.intake.tables import table_of
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.record import Part
from banso_cli.records.fields.words import KEYS
from banso_cli.text.meaning import as_meant

ID = "応募番号"
"""The key of the number of an officer, which is the name of the file."""

_NEEDED = (
    (OfficerApplication, {ID, "agency", "rank"}),
    (MunicipalityApplication, {"municipality", "issues"}),
)
"""What applications are told by: the keys that their list cannot do without."""

_ALSO = {"市町村名": "municipality", "自治体名": "municipality", "団体名": "municipality"} | {
    "区分": "status",
    "得意分野": "themes",
    "職員番号": ID,
}
"""What heads of such lists say beside the words for keys of records."""

_REMARK = re.compile(r"\s*[（(][^（(]*[）)]$")
"""What a head says of how it is filled in: 希望する地域（3つまで）."""


def is_of_applications(sheets: tuple[Sheet, ...]) -> bool:
    """Tell whether any sheet that is shown has the columns of applications."""
    return any(head_of(table_of(sheet)) is not None for sheet in sheets if not sheet.is_hidden)


def not_read(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Return the columns and sheets of which nothing is taken, with their places."""
    found = []
    for table in map(table_of, sheets):
        head = head_of(table)
        if head is None:
            found += [table.name] if table.lines else []
            continue
        line, _kind, columns = head
        found += [
            f"{table.place(line, at)}「{cell}」"
            for at, cell in enumerate(line.texts)
            if cell and at not in columns
        ]
    return tuple(found)


def form_in(sheets: tuple[Sheet, ...]) -> str:
    """Return the place where a form of one applicant begins, words below words; else nothing."""
    for table in (table_of(sheet) for sheet in sheets if not sheet.is_hidden):
        for kind, needed in _NEEDED:
            keys, asked = _keys(kind), needed - {ID}
            for column in range(table.width):
                at = {keys.get(_bare(line.text(column))): line.number for line in table.lines}
                if asked <= at.keys():
                    return str(Place(min(at[key] for key in asked), table.name, column + 1))
    return ""


def head_of(table: Sheet) -> tuple[Line, type[Part], Mapping[int, str]] | None:
    """Return the row of the heads, what the rows declare, and the keys of its columns."""
    for line in table.lines:
        for kind, needed in _NEEDED:
            keys = _keys(kind)
            heads = map(_bare, line.texts)
            columns = {at: keys[head] for at, head in enumerate(heads) if head in keys}
            if needed <= set(columns.values()):
                return line, kind, columns
    return None


def _keys(kind: type[Part]) -> dict[str, str]:
    """Return the keys of a kind by their titles, and by other words for them."""
    found = {word: key for key in kind.model_fields for word in (key, *KEYS.get(key, ()))}
    also = {word: key for word, key in _ALSO.items() if key in kind.model_fields or key == ID}
    return found | also | {title(kind, key): key for key in kind.model_fields} | {ID: ID}


def _bare(head: str) -> str:
    return _REMARK.sub("", as_meant(head))


def title(kind: type[Part], key: str) -> str:
    """Return what people call a key."""
    return str(kind.model_fields[key].title)
