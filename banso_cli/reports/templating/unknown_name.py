"""A name that a template uses and that there is not: told with the name that may be meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from jinja2 import StrictUndefined
from jinja2.utils import missing

from banso_cli.locale import _
from banso_cli.reports.summary import Summary
from banso_cli.text.suggestion import closest


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
            return _with_suggestion(_("there is no '{name}'").format(name=name), name, _names())
        kind = type(owner)
        words = _("{kind} has no '{name}'").format(kind=kind.__name__, name=name)
        return _with_suggestion(words, name, _parts(kind))


def _with_suggestion(words: str, name: str, known: Iterable[str]) -> str:
    meant = closest(name, list(known))
    return f"{words} ({_('did you mean: {name}').format(name=meant)})" if meant else words


def _names() -> Iterable[str]:
    """Return the names of the report, for suggestions."""
    return (each.name for each in fields(Summary))


def _parts(kind: type) -> Iterable[str]:
    """Return the fields and properties of a record; nothing of another type."""
    if not is_dataclass(kind):
        return ()
    properties = (name for name, value in vars(kind).items() if isinstance(value, property))
    return (*(each.name for each in fields(kind)), *properties)
