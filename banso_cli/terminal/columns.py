"""Tables of words, for people and for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence

from banso_cli.terminal.output import put_data


def put_columns(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    last_line: str = "",
    *,
    piped: Callable[[str], str] = str,
    is_piped: bool = False,
    spare: Sequence[str] = (),
) -> None:
    """Write a table of words; for programs its fields are parted by tabs, in letters of `piped`.

    On a terminal a last line stands below it, and `spare` columns are left out where there is no
    room. `is_piped` writes to it as for programs.
    """
    if sys.stdout.isatty() and not is_piped:
        from banso_cli.terminal.tables import show_columns  # noqa: PLC0415 - a pipe needs no width

        show_columns([heads, *rows], last_line, spare)
        return
    lines = (heads, *(map(piped, row) for row in rows))
    put_data("".join("\t".join(line) + "\n" for line in lines))
