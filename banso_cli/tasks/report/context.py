"""`banso report --context`: what a template may use."""

from __future__ import annotations

from wcwidth import ljust, wcswidth

from banso_cli.locale import _
from banso_cli.reports.templating.context import NAMES, Field, described
from banso_cli.reports.templating.templates import FILTERS
from banso_cli.terminal.tables import PIPED_WIDTH
from banso_cli.terminal.wrapping import wrapped


def context_text() -> str:
    """Return every name that a template may use, with its type and meaning."""
    start = _("Names that a template (Jinja2) may use; each is described below.")
    lines = [*wrapped(start, PIPED_WIDTH), ""]
    for each in described():
        lines += [f"{each.name}:" if each.name else _("The report:"), *_rows(each.fields), ""]
    lines += [_("Other names:"), *_rows(tuple(Field(name, "", text) for name, text in NAMES)), ""]
    filters = tuple(Field(each.__name__, "", text) for each, text in FILTERS)
    lines += [_("Filters:"), *_rows(filters)]
    return "\n".join(lines) + "\n"


def _rows(fields: tuple[Field, ...]) -> list[str]:
    """Return the lines of each field: name and type in columns, then its meaning, wrapped."""
    names = max(wcswidth(field.name) for field in fields)
    types = max(wcswidth(field.type) for field in fields)
    indent = names + types + 6
    found: list[str] = []
    for field in fields:
        start = f"  {ljust(field.name, names)}  {ljust(field.type, types)}  "
        meaning = "\n".join(wrapped(field.meaning, PIPED_WIDTH, indent))
        found.append(f"{start}{meaning.lstrip()}")
    return found
