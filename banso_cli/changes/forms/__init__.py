"""The forms of a difference, by their names."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banso_cli.changes.difference.difference import Difference

FORMS = ("text", "markdown", "json")
"""Every form; it is written by `document` of the module of its name."""


def document(form: str, difference: Difference) -> str:
    """Return a difference in a form; no other one is imported."""
    module = import_module(f"banso_cli.changes.forms.{form}")
    write: Callable[[Difference], str] = module.document
    return write(difference)
