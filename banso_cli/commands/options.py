"""Options that commands share."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer.models import ArgumentInfo, OptionInfo

from banso_cli.files.failure import misused
from banso_cli.locale import _

Parser = Callable[[str], object]
Known = Callable[[], Iterator[str]]


def option(
    name: str,
    value: str | Collection[str],
    about: str,
    *more_names: str,
    parser: Parser | None = None,
    least: int | None = None,
    most: int | None = None,
    known: Known | None = None,
) -> OptionInfo:
    """Return an option with a value; `about` is its help, which says what it is without one.

    The value is told by a word, or is one of several names; the shell completes what is `known`.
    """
    if not isinstance(value, str):
        parser, known = choice(*value), partial(iter, value)
    found: OptionInfo = typer.Option(
        *(name, *more_names),
        metavar=value if isinstance(value, str) else "|".join(value),
        help=about,
        parser=parser,
        min=least,
        max=most,
        show_default=False,
        autocompletion=completion(known) if known else None,
    )
    return found


def argument(
    metavar: str,
    about: str,
    *,
    parser: Parser | None = None,
    least: int | None = None,
    known: Known | None = None,
) -> ArgumentInfo:
    """Return an argument, with its help; the shell completes what is `known`."""
    found: ArgumentInfo = typer.Argument(
        metavar=metavar,
        help=about,
        parser=parser,
        min=least,
        show_default=False,
        autocompletion=completion(known) if known else None,
    )
    return found


def completion(known: Known) -> Callable[[str], list[str]]:
    """Return what completes the beginning of a name for the shell."""

    def complete(incomplete: str) -> list[str]:
        return [each for each in dict.fromkeys(known()) if each.startswith(incomplete)]

    return complete


def known_by(name: str) -> Known:
    """Return a list of names that is worked out when the shell asks for it."""

    def names() -> Iterator[str]:
        found: Iterator[str] = getattr(import_module("banso_cli.tasks.show.completing"), name)()
        return found

    return names


def goes_with(needed: str, is_given: object, others: Mapping[str, object]) -> None:
    """Fail where one of these options is given without the one that it belongs to."""
    for name in () if is_given else filter(others.get, others):
        message = _("{option} goes with {needed}").format(option=name, needed=needed)
        help_line = _("add {options}").format(options=needed)
        raise misused(message, help_line)


def goes_without(given: str, others: Mapping[str, object]) -> None:
    """Fail where one of these options is given beside one that makes no use of it."""
    for name in filter(others.get, others):
        message = _("{option} does not go with {given}").format(option=name, given=given)
        help_line = _("leave out {option}").format(option=name)
        raise misused(message, help_line)


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
NOTE = option("--note", _("TEXT"), _("A note."), parser=words)

RosterOption = Annotated[
    Path | None,
    option(
        "--roster",
        _("DIR"),
        _("The roster's folder; without it the nearest roster/ from here upwards."),
    ),
]
DiffOption = Annotated[
    bool, typer.Option("--diff", help=_("Write nothing; show what would change."))
]
PeriodOption = Annotated[
    int | None,
    option(
        "--period", _("NUMBER"), _("The period; without it the latest one with recorded teams.")
    ),
]
RevisionOption = Annotated[
    str | None,
    option(
        "--rev",
        _("REVISION"),
        _("The roster as it was at this revision of git, or on a day such as 2026-04-01."),
    ),
]
AllowInvalidOption = Annotated[
    bool,
    typer.Option(
        "--allow-invalid",
        help=_("Go on with a roster that has errors; the output is stamped as incomplete."),
    ),
]
OutputOption = Annotated[
    Path | None,
    option("--output", _("FILE"), _("Write into this file instead of the standard output."), "-o"),
]


SYNONYMS = {
    "md": "markdown",
    "htm": "html",
    "チーム": "teams",
    **dict.fromkeys(("市町村", "自治体"), "municipalities"),
    **dict.fromkeys(("テーマ", "支援テーマ"), "themes"),
    **dict.fromkeys(("府省庁等", "府省庁", "省庁"), "agencies"),
    "期": "periods",
    "活動": "activities",
    **dict.fromkeys(("オンライン会議", "オンライン", "会議"), "online"),
    **dict.fromkeys(("現地訪問", "訪問"), "visit"),
    **dict.fromkeys(("首長との意見交換", "意見交換"), "talk"),
    "座談会": "round_table",
    "表": "table",
    "定義": "definition",
    "多い順": "count",
    "名前": "name",
}
"""What people write for the names that options and arguments take."""


def choice(*names: str, told: str = "") -> Callable[[str], str]:
    """Return a parser of an option that takes one of the names, or another word for it.

    `told` are the words that are told where none of them is given, if not the names.
    """
    due = ", ".join(told.split("|") if told else names)

    def parse(value: str) -> str:
        said = value.lower()
        meant = next((each for each in (value, said, SYNONYMS.get(said)) if each in names), None)
        if meant is None:
            raise typer.BadParameter(
                _("'{value}' is not one of: {names}").format(value=value, names=due)
            )
        return meant

    parse.__name__ = "|".join(names)
    return parse
