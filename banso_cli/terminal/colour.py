"""Colours on a terminal: where a person reads, and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from io import StringIO
from types import MappingProxyType

from banso_cli.diagnostics.text import Line, Role
from banso_cli.terminal.output import put_lines, put_styled

STYLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.PLAIN: "",
        Role.PLACE: "bold",
        Role.ERROR: "bold red",
        Role.WARNING: "bold yellow",
        Role.RULE: "dim",
        Role.CARET: "bold red",
        Role.HELP: "cyan",
    }
)


def is_coloured() -> bool:
    """Tell whether the standard output is a terminal that shows colours, and is to."""
    is_able = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return is_able and not os.environ.get("NO_COLOR")


def put_painted(lines: Iterable[Line]) -> None:
    """Write lines of findings for people, each part as what it is."""
    put_parts([(span.text, STYLES[span.role]) for span in line] for line in lines)


def put_parts(lines: Iterable[Iterable[tuple[str, str]]]) -> None:
    """Write lines for people, each of their parts in its style where there are colours."""
    if is_coloured():
        put_styled("".join(map(_painted, lines)))
    else:
        put_lines("".join(text for text, _style in line) for line in lines)


def _painted(parts: Iterable[tuple[str, str]]) -> str:
    """Return a line of text, each part in its style, for a terminal; nothing in it is wrapped."""
    from rich.console import Console  # noqa: PLC0415 - a pipe has no colours
    from rich.text import Text  # noqa: PLC0415 - the same

    gathered = StringIO()
    out = Console(file=gathered, force_terminal=True, color_system="standard", width=10_000)
    out.print(Text.assemble(*parts), soft_wrap=True)
    return gathered.getvalue()
