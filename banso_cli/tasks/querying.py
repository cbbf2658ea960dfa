"""What `banso query` does: it answers a question about the sheets of a roster."""

from __future__ import annotations

from pathlib import Path

from banso_cli.datasets.editions import all_sheets
from banso_cli.datasets.formats.csv import cell_text
from banso_cli.datasets.formats.sql import Misunderstood, answer
from banso_cli.locale import plural
from banso_cli.tasks.opened.sound import sound_roster
from banso_cli.terminal.columns import put_columns
from banso_cli.terminal.output import say_lines


def put_answer(query: str, roster: Path | None) -> None:
    """Answer a question in SQL; piped, the columns are parted by tabs."""
    records, programme, _errors = sound_roster(roster, allow_invalid=False)
    try:
        heads, rows = answer(all_sheets(records, programme), query)
    except Misunderstood as failure:
        say_lines(failure.lines)
        raise
    last_line = plural("{count} row", "{count} rows", len(rows))
    put_columns(heads, rows, last_line, piped=cell_text)
