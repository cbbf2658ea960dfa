"""Values and options that the commands of `banso new` share."""

from __future__ import annotations

import datetime as dt
import unicodedata

import typer

from banso_cli.commands.options import option
from banso_cli.locale import _

_UNWRITABLE = frozenset({"Cc", "Cs"})
"""Control characters, and halves of letters that a terminal could not decode."""


def words(value: str) -> str:
    """Take a text: not empty, and of letters that a file can hold."""
    if not value.strip() or any(unicodedata.category(each) in _UNWRITABLE for each in value):
        raise typer.BadParameter(_("a text of one line is due here"))
    return value


def day(value: str) -> dt.date:
    """Take a date as the roster writes it."""
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise typer.BadParameter(_("write year-month-day, such as 2026-04-01")) from None


words.__name__ = day.__name__ = "text"  # what Typer would show as the kind of value

SOURCE = option("--source", _("TITLE"), _("The title of the source that says so."), parser=words)
URL = option("--url", "URL", _("The address of the source, if it has one."), parser=words)
ALIAS = option(
    "--alias",
    _("NAME"),
    _("Another spelling that sources have; may be given several times."),
    parser=words,
)

EXCEPTION = option(
    "--exception",
    _("RULE=REASON"),
    _("A rule that does not apply, and why; may be given several times."),
    parser=words,
)
