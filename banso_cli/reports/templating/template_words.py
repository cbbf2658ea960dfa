"""What is wrong with a template, in the words of the user."""

from __future__ import annotations

import re

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from banso_cli.locale import _


def words_of(error: Exception) -> str:
    """Return the error as a sentence; what Jinja2 says in English is put into own words."""
    detail = str(error) or type(error).__name__
    if isinstance(error, (SyntaxError, TemplateSyntaxError)):
        return _syntax(getattr(error, "message", None) or "")
    if isinstance(error, UndefinedError):
        return detail
    if isinstance(error, TemplateNotFound):
        name = str(error.name) or type(error).__name__
        return _("there is no template '{name}'").format(name=name)
    if isinstance(error, SecurityError):
        named = re.search(r"'(\w+)'", detail)
        return _("a template may not use '{name}'").format(name=named[1] if named else detail)
    words: tuple[tuple[type[Exception], str], ...] = (
        (MemoryError, _("what this makes is larger than the memory; make less of it")),
        (RecursionError, _("this is nested too deep, or calls itself without end")),
        (
            UnicodeEncodeError,
            _("this writes half of a letter (U+D800 to U+DFFF), which no file can hold"),
        ),
    )
    otherwise = _("this cannot be computed; see the types of the names that are used")
    return next((told for kind, told in words if isinstance(error, kind)), otherwise)


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
