"""The templates and what they may use; a template shows and never computes."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from banso_cli.statistics.table import UNRECORDED

if TYPE_CHECKING:
    from jinja2 import Environment

BAR_WIDTH = 20
"""Blocks of the longest bar."""

UNKNOWN = "…"
"""The mark of what is not recorded."""


def template_folder() -> Path:
    """Return the templates: inside an installed package, beside it in a checkout."""
    package = Path(str(resources.files("banso_cli")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def bar(count: int | None, most: int) -> str:
    """Return a bar of blocks, the largest count of a table `most` being the longest.

    What is counted at all has at least one block.
    """
    if not count or not most:
        return ""
    return "█" * max(1, (2 * BAR_WIDTH * count + most) // (2 * most))


def cell(text: str) -> str:
    """Return text that stays inside a cell of a Markdown table and shows as it is."""
    for letter in "\\`*_[]|<>":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\r", "").replace("\n", " ")


def figure(number: int | None, unit: str = "") -> str:
    """Return a number with separators and its unit, or the mark of what is not known."""
    return UNKNOWN if number is None else f"{number:,}{unit}"


def percent(share: Decimal | None) -> str:
    """Return a share with its sign, or nothing where none is stated."""
    return "" if share is None else f"{share}%"


def signed(number: int | None) -> str:
    """Return a difference with its sign, ±0 for none, or the mark of what is not known."""
    if number is None:
        return UNKNOWN
    return f"{number:+,}" if number else "±0"


@cache
def environment() -> Environment:
    """Return the environment of all templates; an undefined name is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(template_folder(), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown, whose cells are escaped by the filter `cell`
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    found.globals["unrecorded"] = UNRECORDED
    found.filters.update(bar=bar, cell=cell, figure=figure, percent=percent, signed=signed)
    return found
