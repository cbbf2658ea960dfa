"""The templates and what they may use; a template shows and never computes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from banso_cli.locale import _
from banso_cli.reports.summary import Summary
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
from banso_cli.text.suggestion import closest


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


FILTERS: tuple[tuple[Callable[..., str], str], ...] = (
    (figure, "数を3桁区切りにし、単位を付ける。none は …。例: {{ n|figure('名') }}"),
    (percent, "割合に % を付ける。none は空"),
    (signed, "差に符号を付ける。0 は ±0、none は …"),
    (ordinal, "チームの番号を2桁にし、「. 」を添える。none は空"),
    (bar, "数を █ の棒にする。例: {{ table.lengths[loop.index0]|bar(table.most) }}"),
    (day, "日付を元号で書く。例: 令和8年4月1日"),
    (until, "台帳のいちばん新しい日を、その日までの記録によると言う"),
    (strong, "Markdown で太字にする"),
    (cell, "Markdown の表の欄に収まるようにする（| < > 改行など）"),
)
"""The filters beside those of Jinja2, called as their functions are, and what they do."""


class UnknownName(StrictUndefined):
    """What stands for a name that is not defined: an error wherever it is used.

    Jinja2 makes one for each such name and asks it for its message.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            words, known = _("there is no '{name}'").format(name=name), fields(Summary)
            return _with_suggestion(words, name, (each.name for each in known))
        kind = type(owner)
        words = _("{kind} has no '{name}'").format(kind=kind.__name__, name=name)
        return _with_suggestion(words, name, _parts(kind))


def _with_suggestion(words: str, name: str, known: Iterable[str]) -> str:
    meant = closest(name, list(known))
    return f"{words} ({_('did you mean: {name}').format(name=meant)})" if meant else words


def _parts(kind: type) -> Iterable[str]:
    """Return the fields and properties of a record; nothing of another type."""
    if not is_dataclass(kind):
        return ()
    properties = (name for name, value in vars(kind).items() if isinstance(value, property))
    return (*(each.name for each in fields(kind)), *properties)


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
    found.filters.update({each.__name__: each for each, _meaning in FILTERS})
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
