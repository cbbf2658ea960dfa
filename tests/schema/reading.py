"""What an editor and what banso make of one and the same file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeAlias

from jsonschema import Draft7Validator, FormatChecker

from banso_cli.reading.shape import read_record
from banso_cli.records.fields.json_schema import Schema
from banso_cli.records.kinds import KINDS
from banso_cli.yaml.events import read_text
from banso_cli.yaml.fault import FaultKind
from banso_cli.yaml.tree import Node, Scalar, Sequence, Span

Json: TypeAlias = Any

SHAPE = frozenset(
    {
        FaultKind.MISSING_KEY,
        FaultKind.UNKNOWN_KEY,
        FaultKind.WRONG_SHAPE,
        FaultKind.EMPTY_VALUE,
        FaultKind.UNQUOTED_TEXT,
        FaultKind.NOT_A_NUMBER,
        FaultKind.NOT_A_DATE,
        FaultKind.NOT_A_TRUTH_VALUE,
        FaultKind.UNKNOWN_CHOICE,
        FaultKind.TOO_MANY_FAULTS,
    }
)
"""What the check of the shape finds, beside faults of the YAML itself."""

NOWHERE = Span(1, 1, 1, 1)

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NO_FIGURE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def resolved(scalar: Scalar) -> Json:
    """Return what YAML 1.2 (core schema), which editors follow, takes a scalar for."""
    text = scalar.text
    if not scalar.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text, 0 if text[:2] in {"0o", "0x"} else 10)
    if _NO_FIGURE.fullmatch(text):
        return float(text.replace(".", ""))
    return float(text) if _FLOAT.fullmatch(text) else text


def as_json(node: Node) -> Json:
    """Return a tree as an editor sees it."""
    if isinstance(node, Scalar):
        return resolved(node)
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    return {name: as_json(entry.value) for name, entry in node.entries.items()}


def editor_takes(schema: Schema, tree: Node) -> bool:
    """Tell whether an editor finds nothing wrong in a file."""
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    return bool(validator.is_valid(as_json(tree)))


def banso_takes(kind: str, tree: Node, *, strict: bool = False) -> bool:
    """Tell whether banso finds the shape of a file right.

    Unless strict, text that only readers of YAML 1.1 take for something else passes: editors, which
    follow YAML 1.2, cannot tell.
    """
    _record, faults = read_record(KINDS[kind].declaration, tree, "file", "record")
    assert {fault.kind for fault in faults} <= SHAPE
    return (
        not faults
        if strict
        else all(
            fault.kind is FaultKind.UNQUOTED_TEXT and isinstance(resolved(plain(fault.found)), str)
            for fault in faults
        )
    )


def plain(text: str) -> Scalar:
    """Return a scalar without quotes."""
    return Scalar(text, NOWHERE, plain=True)


def kind_of(file: Path, roster: Path) -> str:
    """Return the kind of a file of the roster."""
    top = file.relative_to(roster).with_suffix("").parts[0]
    return next(kind.name for kind in KINDS.values() if kind.top == top)


def tree_of(file: Path) -> Node | None:
    """Return a file as a tree; None where it cannot be read as YAML."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return read_text(text, file.name, file.stem).tree
