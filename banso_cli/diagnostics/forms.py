"""The forms of findings, by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banso_cli.diagnostics.told import Told

FORMS: Mapping[str, bool] = MappingProxyType(
    {
        "text": True,
        "json": False,
        "jsonl": False,
        "github": True,
        "sarif": False,
        "junit": False,
        "markdown": True,
    }
)
"""Every form, and whether people read it.

It is written by `document` of the module of its name; the lines of text are painted instead.
"""


def document(form: str, told: Told) -> str:
    """Return the findings in a form; no other one is imported."""
    write: Callable[[Told], str] = import_module(f"banso_cli.diagnostics.{form}").document
    return write(told)
