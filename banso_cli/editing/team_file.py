"""A team as the text of its file: keys in the order of their declaration, one way to write each."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from banso_cli.editing.yaml_text import flow_scalar, scalar
from banso_cli.model.municipality import Municipality
from banso_cli.model.record import Record
from banso_cli.model.team import Team

_ON_ONE_LINE = frozenset({"themes", "attended", "of"})
"""Lists of few short values, which stand in brackets."""


def team_text(team: Team, municipality: Municipality) -> str:
    """Return the whole file; a comment tells the municipality that the code stands for."""
    lines = list(_mapping(team))
    code = lines.index(f"municipality: {scalar(team.municipality)}")
    lines[code] += f"  # {' '.join(municipality.full_name.split())}"
    return "\n".join((*lines, ""))


def _mapping(part: BaseModel) -> Iterator[str]:
    """Yield the lines of a mapping; keys that hold what they hold by default are left out.

    What all records have in common, their exceptions, comes last.
    """
    fields = type(part).model_fields
    for name in sorted(fields, key=Record.model_fields.__contains__):
        field = fields[name]
        value = getattr(part, name)
        if field.is_required() or value != field.default:
            yield from _entry(name, value)


def _entry(key: str, value: object) -> Iterator[str]:
    if key in _ON_ONE_LINE or isinstance(value, BaseModel):
        yield f"{key}: {_flow(value)}"
    elif isinstance(value, tuple):
        yield f"{key}:" if value else f"{key}: []"
        for item in value:
            first, *others = _item(item)
            yield f"  - {first}"
            yield from (f"    {line}" for line in others)
    else:
        yield f"{key}: {_scalar(value)}"


def _item(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _mapping(value)
    else:
        yield _scalar(value)


def _flow(value: object) -> str:
    if isinstance(value, BaseModel):
        set_fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        pairs = (f"{name}: {_flow(each)}" for name, each in set_fields if each is not None)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return flow_scalar(value) if isinstance(value, str) else str(value)


def _scalar(value: object) -> str:
    """Return text quoted where needed; numbers and dates are plain, as their fields read them."""
    return scalar(value) if isinstance(value, str) else str(value)
