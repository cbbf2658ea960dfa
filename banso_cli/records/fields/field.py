"""How a field is declared: with its title, and with what editors tell about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from pydantic import Field
from pydantic.config import JsonDict
from pydantic_core import PydanticUndefined


def _field(title: str, about: str, *meanings: str, default: object) -> Any:  # noqa: ANN401 - as pydantic declares it
    """Return a field; `meanings` are the Japanese words for its choices."""
    extra: JsonDict | None = {"enumDescriptions": [*meanings]} if meanings else None
    return Field(default=default, title=title, description=about, json_schema_extra=extra)


told = partial(_field, default=PydanticUndefined)
"""Stands beside the type of a field that must be there."""

optional = partial(_field, default=None)
"""Declares a field that may be left out."""

several = partial(_field, default=())
"""Declares a field with entries, of which there may be none."""


def about_aliases(aliases: Iterable[str]) -> str:
    """Return what editors tell about a name that has others; empty without any."""
    return f"別名: {'、'.join(aliases)}" if aliases else ""
