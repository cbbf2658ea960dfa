"""The sheets as tables of DuckDB: asked in SQL, and locked against everything else.

Every sheet is a table under its ASCII names, and a view under its Japanese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from banso_cli.datasets.sheet import Sheet
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import not_installed
from banso_cli.locale import _

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DECIMAL(18, 4)"}
_LOCKS = (
    *("enable_external_access=false", "python_enable_replacements=false"),
    *("autoinstall_known_extensions=false", "lock_configuration=true"),
)
_CANDIDATES = re.compile(r"^(?:Candidate bindings: (.+)|Did you mean (.+)\?)$", re.MULTILINE)
_UNGROUPED = re.compile(r'column "(.+)" must appear in the GROUP BY clause')
_MARKED = re.compile(r"^(LINE [0-9]+: .*\n *\^+)", re.MULTILINE)

Answer = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


class Misunderstood(Failure):
    """A question that cannot be answered; `lines` are the one at fault, and a caret below it."""

    def __init__(self, message: str, help_line: str, lines: tuple[str, ...]) -> None:
        super().__init__(ExitCode.WRONG_USAGE, message, help_line)
        self.lines = lines


def answer(sheets: Iterable[tuple[str, Sheet]], query: str) -> Answer:
    """Return heads and rows of what is asked of sheets, each with its Japanese name.

    What cannot be asked is a failure that shows the place and what may be meant, and so is that
    duckdb is not installed. Nothing is read or written but the sheets.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra of the package
    except ImportError:
        raise not_installed("duckdb", "sql") from None
    with duckdb.connect(":memory:") as database:
        for title, sheet in sheets:
            _fill(database, title, sheet)
        for lock in _LOCKS:
            database.execute(f"SET {lock}")
        try:
            statements = database.extract_statements(query)
            if [each.type for each in statements] != [duckdb.StatementType.SELECT]:
                message = _("one question is due: SELECT …, SHOW TABLES or DESCRIBE …")
                raise Failure(ExitCode.WRONG_USAGE, message)
            found = database.execute(statements[0])
            heads = tuple(str(each[0]) for each in found.description)
            return heads, tuple(tuple(map(_text, row)) for row in found.fetchall())
        except duckdb.Error as error:
            raise _misunderstood(str(error)) from None


def _fill(database: DuckDBPyConnection, title: str, sheet: Sheet) -> None:
    declared = ", ".join(f'"{each.name}" {_TYPES[each.type]}' for each in sheet.columns)
    database.execute(f'CREATE TABLE "{sheet.name}" ({declared})')
    if sheet.rows:
        lists = ", ".join(f"unnest(?::{_TYPES[each.type]}[])" for each in sheet.columns)
        columns = [list(cells) for cells in zip(*sheet.rows, strict=True)]
        database.execute(f'INSERT INTO "{sheet.name}" SELECT {lists}', columns)
    heads = ", ".join(f'"{each.name}" AS "{each.heading}"' for each in sheet.columns)
    database.execute(f'CREATE VIEW "{title}" AS SELECT {heads} FROM "{sheet.name}"')  # noqa: S608 - the names are banso's own


def _text(value: object) -> str:
    if isinstance(value, Decimal) and value == round(value, 1):
        value = round(value, 1)  # as shares are written everywhere
    return "" if value is None else str(value)


def _misunderstood(error: str) -> Misunderstood:
    """Return what is wrong with a question, in own words where they are known."""
    reason = error.partition("\n")[0].partition(": ")[2]
    if ungrouped := _UNGROUPED.search(error):
        words = _("'{name}' has several values: put it into GROUP BY, or count or sum it")
        reason = words.format(name=ungrouped[1])
    if error.startswith("Permission Error"):
        reason = _("nothing but the tables of the roster can be asked")
    marked = _MARKED.search(error)
    message = _("the question cannot be answered: {reason}").format(reason=reason)
    help_line = _("see: banso query 'SHOW TABLES'")
    if meant := _CANDIDATES.search(error):
        names = (meant[1] or meant[2]).replace('"', "")
        help_line = _("did you mean: {name}").format(name=names)
    return Misunderstood(message, help_line, tuple(marked[1].split("\n")) if marked else ())
