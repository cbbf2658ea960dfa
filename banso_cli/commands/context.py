"""`banso report --context`: what a template may use."""

from __future__ import annotations

from wcwidth import wcswidth

from banso_cli.locale import _
from banso_cli.reports.context import FILTERS, NAMES, Field, described


def context_text() -> str:
    """Return every name that a template may use, with its type and meaning."""
    lines = [_("Names that a template (Jinja2) may use; each is described below."), ""]
    for each in described():
        lines += [f"{each.name}:" if each.name else _("The report:"), *_rows(each.fields), ""]
    lines += [_("Other names:"), *_rows(tuple(Field(name, "", text) for name, text in NAMES)), ""]
    lines += [_("Filters:"), *_rows(tuple(Field(name, "", text) for name, text in FILTERS))]
    return "\n".join(lines) + "\n"


def _rows(fields: tuple[Field, ...]) -> list[str]:
    """Return a line for each field, in columns."""
    names = max(wcswidth(field.name) for field in fields)
    types = max(wcswidth(field.type) for field in fields)
    return [
        f"  {_padded(field.name, names)}  {_padded(field.type, types)}  {field.meaning}"
        for field in fields
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - wcswidth(text))
