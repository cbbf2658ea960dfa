"""The templates and what they may use; a template shows and never computes."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from banso_cli.reports.templating.unknown_name import UnknownName
from banso_cli.statistics.tables.table import UNRECORDED
from banso_cli.statistics.tables.words import (
    NOT_APPLICABLE,
    PARTIAL,
    bar,
    day,
    figure,
    ordinal,
    percent,
    signed,
    until,
)


def template_folder() -> Path:
    """Return the templates: inside an installed package, beside it in a checkout."""
    package = Path(str(resources.files("banso_cli")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def cell(text: str) -> str:
    """Return text that stays inside a cell of a Markdown table and shows as it is."""
    for letter in "\\`*_[]|<>":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\r", "").replace("\n", " ")


def strong(text: str) -> str:
    """Return Markdown text in strong emphasis; ** beside a punctuation mark would stay as it is."""
    marks = ("**", "**") if text[0].isalnum() and text[-1].isalnum() else ("<strong>", "</strong>")
    return cell(text).join(marks)


def sandbox(loader: BaseLoader) -> Environment:
    """Return an environment whose templates can show what they are given, and do nothing else.

    An undefined name is an error. What is inserted into HTML is escaped, by the template's name;
    in Markdown the filter `cell` does it.
    """
    found = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=UnknownName,
        autoescape=is_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    del found.globals["lipsum"], found.filters["random"]  # a report is the same each time
    found.globals.update(unrecorded=UNRECORDED, not_applicable=NOT_APPLICABLE, partial=PARTIAL)
    found.filters.update(bar=bar, cell=cell, day=day, figure=figure, percent=percent, signed=signed)
    found.filters.update(ordinal=ordinal, strong=strong, until=until)
    return found


def is_markup(name: str | None) -> bool:
    """Tell whether a template makes HTML, XML or SVG, by its name, with or without `.jinja`."""
    plain = (name or "").casefold()
    for suffix in (".jinja", ".jinja2", ".j2"):
        plain = plain.removesuffix(suffix)
    return plain.endswith((".html", ".htm", ".xhtml", ".xml", ".svg"))


@cache
def environment() -> Environment:
    """Return the environment of the templates that come with banso."""
    return sandbox(FileSystemLoader(template_folder(), encoding="utf-8"))
