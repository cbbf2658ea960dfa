"""Options that commands share, and how they open the roster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.reading.locate import rosters_from

if TYPE_CHECKING:
    from banso_cli.model.period import Period
    from banso_cli.model.programme import Programme
    from banso_cli.model.roster import Roster

RosterOption = Annotated[
    Path | None,
    typer.Option(
        "--roster",
        metavar=_("DIR"),
        help=_("The roster's folder; without it the nearest roster/ from here upwards."),
        show_default=False,
    ),
]
PeriodOption = Annotated[
    int | None,
    typer.Option(
        "--period",
        metavar=_("NUMBER"),
        help=_("The period; without it the latest one with recorded teams."),
        show_default=False,
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
    typer.Option(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("Write into this file instead of the standard output."),
        show_default=False,
    ),
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


def folder_to_write(option: Path | None, start: Path | None = None) -> Path:
    """Return the roster's folder, into which no other banso writes until this command ends."""
    from banso_cli.commands.holding import hold

    folder = folder_of_roster(option, start)
    hold(folder)
    return folder


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
    from banso_cli.model.finding import Severity
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
    from banso_cli.reading.class_names import without_classes

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
