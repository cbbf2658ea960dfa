"""What `banso diff` told, in short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from banso_cli.changes.difference.difference import Change, RecordChange
from banso_cli.changes.forms.words import lines
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


def said(kind: str, *changes: Change) -> list[str]:
    """Return the lines that tell of a record of a kind that changed so."""
    record = RecordChange(kind, f"{kind}/a", f"{kind}/a", "甲", "changed", changes)
    return [*lines(record)]
