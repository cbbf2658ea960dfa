"""What is wrong with a template, in the words of the user."""

from __future__ import annotations

import re

from banso_cli.locale import _
from banso_cli.reports.own_template import FaultKind, TemplateFault


def words_of(fault: TemplateFault) -> str:
    """Return the fault as a sentence; what Jinja2 says in English is put into own words."""
    if fault.kind is FaultKind.UNKNOWN_NAME:
        return fault.detail
    if fault.kind is FaultKind.NO_TEMPLATE:
        return _("there is no template '{name}'").format(name=fault.detail)
    if fault.kind is FaultKind.SYNTAX:
        return _syntax(fault.detail)
    if fault.kind is FaultKind.FORBIDDEN:
        named = re.search(r"'(\w+)'", fault.detail)
        name = named[1] if named else fault.detail
        return _("a template may not use '{name}'").format(name=name)
    return {
        FaultKind.TOO_LARGE: _("what this makes is larger than the memory; make less of it"),
        FaultKind.TOO_DEEP: _("this is nested too deep, or calls itself without end"),
        FaultKind.NO_TEXT: _(
            "this writes half of a letter (U+D800 to U+DFFF), which no file can hold"
        ),
    }.get(fault.kind, _("this cannot be computed; see the types of the names that are used"))


def _syntax(detail: str) -> str:
    patterns = (
        (r"unknown tag '(.+?)'", _("there is no tag '{found}'")),
        (r"[Nn]o filter named '(.+?)'", _("there is no filter '{found}'")),
        (r"[Nn]o test named '(.+?)'", _("there is no test '{found}'")),
        (r"[Mm]issing end of (.+) tag", _("a comment or raw text is not closed")),
        (r"end of template", _("a block or an expression is not closed")),
        (r"expected token '(?:.+?)', got '(.+)'", _("'{found}' does not fit here")),
        (r"got '(.+)'", _("'{found}' does not fit here")),
        (r"unexpected '(.+?)'", _("'{found}' does not fit here")),
        (r"unexpected char '(.+?)'", _("'{found}' does not fit here")),
    )
    for pattern, words in patterns:
        if found := re.search(pattern, detail):
            return words.format(found=found[1] if found.groups() else "")
    return _("this is not how a template is written")
