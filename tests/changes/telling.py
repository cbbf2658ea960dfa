"""What `banso diff` told, in short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.commands.running import Run

Told = Callable[..., Any]
"""`banso diff` with these states, as JSON."""


def text(run: Run) -> str:
    assert (run.code, run.err) == (0, "")
    return run.out


def changes(difference: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    """Return path, seat, and both values of each change of the only record."""
    (record,) = difference["records"]
    return [(e["path"], e["seat"], e["before"], e["after"]) for e in record["changes"]]


def tables(difference: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    names = ("period", "table", "key", "before", "after")
    return [tuple(each[name] for name in names) for each in difference["tables"]]
