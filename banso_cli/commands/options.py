"""Options that commands share, and how they open the roster."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import ArgumentInfo, OptionInfo

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.reading.locate import rosters_from

if TYPE_CHECKING:
    from banso_cli.records.period import Period
    from banso_cli.records.programme import Programme
    from banso_cli.records.roster import Roster

Parser = Callable[[str], object]


def option(
    name: str,
    value: str | Collection[str],
    about: str,
    *more_names: str,
    parser: Parser | None = None,
    least: int | None = None,
    most: int | None = None,
) -> OptionInfo:
    """Return an option with a value; `about` is its help, which says what it is without one.

    The value is told by a word, or is one of several names.
    """
    if not isinstance(value, str):
        parser = choice(*value)
    found: OptionInfo = typer.Option(
        *(name, *more_names),
        metavar=value if isinstance(value, str) else "|".join(value),
        help=about,
        parser=parser,
        min=least,
        max=most,
        show_default=False,
    )
    return found


def argument(
    metavar: str, about: str, *, parser: Parser | None = None, least: int | None = None
) -> ArgumentInfo:
    """Return an argument, with its help."""
    found: ArgumentInfo = typer.Argument(
        metavar=metavar, help=about, parser=parser, min=least, show_default=False
    )
    return found


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


def choice(*names: str) -> Callable[[str], str]:
    """Return a parser of an option that takes one of the names."""

    def parse(value: str) -> str:
        if value not in names:
            raise typer.BadParameter(
                _("'{value}' is not one of: {names}").format(value=value, names=", ".join(names))
            )
        return value

    parse.__name__ = "|".join(names)
    return parse


def folder_of_roster(option: Path | None, start: Path | None = None) -> Path:
    """Return the roster's folder: the one named, else the nearest from `start` or from here.

    Where there is none upwards, it is the only one below, in a git repository.
    """
    if option is not None:
        with suppress(FileNotFoundError, NotADirectoryError):
            option.stat()  # since Python 3.14 `is_dir` hides that no file can have this name
        if not option.is_dir():
            raise Failure(
                ExitCode.CANNOT_READ,
                _("there is no folder {folder}").format(folder=option),
                _("name the folder that holds programme.yaml"),
            )
        return option.resolve()
    here = Path.cwd()
    found = (rosters_from(start) if start else ()) or rosters_from(here)
    if not found:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("there is no folder roster/ here or above"),
            _("go to the project's folder, or name the roster by --roster DIR"),
        )
    if len(found) > 1:
        names = (
            str(each.relative_to(here) if each.is_relative_to(here) else each) for each in found
        )
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there are several rosters below: {folders}").format(folders=", ".join(names)),
            _("name one of them by --roster DIR"),
        )
    return found[0]


def open_to_write(
    option: Path | None, start: Path | None = None, *, only_shown: bool = False
) -> tuple[Path, Roster]:
    """Return the folder and the roster, into which nobody else writes until this command ends.

    That is not so where all that would be written is `only_shown`.
    """
    from banso_cli.commands.holding import hold

    folder = folder_of_roster(option, start)
    if not only_shown:
        hold(folder)
    return folder, open_roster(folder)


def open_roster(folder: Path) -> Roster:
    """Read the roster; a folder without any file of a roster is a failure."""
    from banso_cli.commands.holding import read_whole

    roster = read_whole(folder)
    if not roster.files:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("the folder {folder} holds no file of a roster").format(folder=folder.name or folder),
            _("name the folder that holds programme.yaml, by --roster DIR"),
        )
    return roster


def sound_roster(option: Path | None, *, allow_invalid: bool) -> tuple[Roster, Programme, int]:
    """Return the roster, its programme and its number of errors.

    It is a failure that there are any, unless allowed, and that the programme cannot be read.
    """
    from banso_cli.records.finding import Severity
    from banso_cli.rules import check

    roster = open_roster(folder_of_roster(option))
    findings = check(roster)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if errors and not allow_invalid:
        raise Failure(
            ExitCode.FINDINGS,
            plural(
                "the roster has {count} error; no figure is given",
                "the roster has {count} errors; no figure is given",
                errors,
            ),
            _("run 'banso validate' to see them, or add --allow-invalid"),
        )
    if roster.programme is None:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("programme.yaml cannot be read; without its definitions nothing can be counted"),
            _("run 'banso validate' and mend it first"),
        )
    from banso_cli.privacy.class_names import without_classes

    return without_classes(roster), roster.programme, errors


def chosen_period(roster: Roster, number: int | None) -> Period:
    """Return the period asked for, or the latest one whose teams are recorded."""
    numbers = _(", ").join(str(period.number) for period in roster.periods)
    if number is None:
        if roster.latest_period is not None:
            return roster.latest_period
        raise Failure(ExitCode.CANNOT_READ, _("the roster records the teams of no period"))
    found = roster.period(number)
    if found is None:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no period {number}").format(number=number),
            _("periods that are recorded: {numbers}").format(numbers=numbers),
        )
    return found
