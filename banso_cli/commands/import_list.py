"""`banso import`: a published team list becomes team files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.adding import (
    ExceptionOption,
    exception_help,
    exceptions_of,
    needed_period,
    say_elsewhere,
    say_errors,
)
from banso_cli.commands.options import folder_of_roster, folder_to_write, open_roster
from banso_cli.commands.output import put_lines, put_patch, say
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin

if TYPE_CHECKING:
    from banso_cli.editing.importing import Import
    from banso_cli.editing.outcome import Outcome
    from banso_cli.editing.taking_in import Taken
    from banso_cli.model.roster import Roster

ListArgument = Annotated[
    Path,
    typer.Argument(
        metavar=_("LIST"),
        help=_("The list: text, TSV, CSV or xlsx with 市町村名, 所属府省庁, 役職."),
        show_default=False,
    ),
]
NumberOption = Annotated[
    int,
    typer.Option(
        "--period",
        min=1,
        metavar=_("NUMBER"),
        help=_("The period that the list belongs to."),
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar=_("DIR"),
        help=_("The roster to write into; without it the nearest roster/ from here upwards."),
        show_default=False,
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar=_("TITLE"),
        help=_("The title of the list, recorded as the source; without it the file's name."),
        show_default=False,
    ),
]
OverwriteOption = Annotated[
    bool,
    typer.Option(
        "--overwrite",
        help=_("Change team files that are already there where the list says otherwise."),
    ),
]
PruneOption = Annotated[
    bool,
    typer.Option("--prune", help=_("Remove the files of teams that the list does not have.")),
]
DiffOption = Annotated[
    bool,
    typer.Option("--diff", help=_("Write nothing; show what would change.")),
]


def import_list(  # noqa: PLR0913 - each parameter is an option of the command
    published: ListArgument,
    *,
    period: NumberOption,
    out: OutOption = None,
    source: SourceOption = None,
    overwrite: OverwriteOption = False,
    prune: PruneOption = False,
    diff: DiffOption = False,
    except_from: ExceptionOption = None,
) -> None:
    """Turn a published team list into team files: all of them, or none."""
    from banso_cli.editing.importing import import_list as read_teams
    from banso_cli.editing.outcome import outcome
    from banso_cli.editing.taking_in import TakingIn

    exceptions = exceptions_of(except_from or ())
    folder = folder_of_roster(out) if diff else folder_to_write(out)
    roster = open_roster(folder)
    needed_period(roster, period)
    if not published.is_file():
        raise Failure(ExitCode.CANNOT_READ, _("there is no file {file}").format(file=published))
    try:
        found = read_teams(published, period, roster, source or published.name)
        cites = source is not None
        taking = TakingIn(found.files, period, roster, folder, cites=cites, prunes=prune)
        result = outcome(taking, exceptions)
    except Failure as refused:
        _tell_refusals(refused, published.name)
        raise
    for each in result.spare:
        say(_("no team needs the exception from {rule}").format(rule=each.rule))
    if diff:
        origin = Origin.of(folder)
        put_patch("".join(change.difference(roster, origin) for change in result.taken.changes))
    _refuse_errors(result)
    if diff:
        for line in _beside(result.taken, roster, len(found.files), prune=prune):
            say(line)
        return
    _write(result.taken, folder, overwrite=overwrite)
    lines = _done(found, result.taken, f"{folder.name}/teams/{period}/")
    beside = _beside(result.taken, roster, len(found.files), prune=prune)
    put_lines((*lines, *beside))
    say_elsewhere(result.elsewhere)


def _tell_refusals(refused: Failure, name: str) -> None:
    for refusal in refused.refusals:
        say(f"{name}: {refusal.message}" if refusal.line else refusal.message)
        if refusal.help:
            say(f"  help: {refusal.help}")


def _refuse_errors(result: Outcome) -> None:
    if not result.errors:
        return
    say_errors(result.errors)
    raise Failure(
        ExitCode.FINDINGS,
        plural(
            "the roster would have {count} error of it; nothing was written",
            "the roster would have {count} errors of it; nothing was written",
            len(result.errors),
        ),
        exception_help(result.errors),
    )


def _write(taken: Taken, folder: Path, *, overwrite: bool) -> None:
    from banso_cli.editing.journal import write_records

    there = [each.team.stem for each in taken.changes if each.before and each.after]
    if there and not overwrite:
        raise Failure(
            ExitCode.FINDINGS,
            plural(
                "{count} file is already there ({names}, …); nothing was written",
                "{count} files are already there ({names}, …); nothing was written",
                len(there),
                names=_(", ").join(f"{name}.yaml" for name in there[:3]),
            ),
            _("add --overwrite to change what differs in them, or --diff to see it"),
        )
    files = {folder / f"{each.record}.yaml": each for each in taken.changes}
    texts = {file: each.after.encode("utf-8") for file, each in files.items() if each.after}
    read = {file: each.before.encode("utf-8") for file, each in files.items() if each.before}
    gone = [file for file in files if file not in texts]
    write_records(folder, texts, overwrite=overwrite, read=read, removed=gone)


def _done(found: Import, taken: Taken, target: str) -> Iterator[str]:
    """Yield what was written, and what the list gave cause to."""
    written = [each for each in taken.changes if each.after]
    if not written:
        return
    members = sum(len(each.team.members) for each in written)
    yield _("wrote {teams} teams with {members} members into {target}").format(
        teams=len(written), members=members, target=target
    )
    yield _("assumed ({count}):").format(count=len(found.assumptions))
    for each in found.assumptions:
        yield f"  {each.number:02d} {each.municipality}: {each.text}"
    yield _("written otherwise than printed ({count}):").format(count=len(found.mended))
    for mend in found.mended:
        yield f"  {mend.number:02d} {mend.municipality}: {mend.printed} → {mend.written}"


def _beside(taken: Taken, roster: Roster, listed: int, *, prune: bool) -> Iterator[str]:
    """Yield what stays as it is, and which teams the list does not have."""
    if not taken.changes:
        yield _("nothing to change: the files say what the list says")
    elif same := listed - sum(1 for each in taken.changes if each.after):
        yield plural(
            "already as the list says: {count} team",
            "already as the list says: {count} teams",
            same,
        )
    if not taken.lacking:
        return
    head = (
        _("not in the list, and removed ({count}):") if prune else _("not in the list ({count}):")
    )
    yield head.format(count=len(taken.lacking))
    for team in taken.lacking:
        municipality = roster.municipality_by_code.get(team.municipality)
        name = municipality.full_name if municipality else team.municipality
        yield f"  {team.number:02d} {name}: {team.places.path}"
    if not prune:
        yield _("their files stay; --prune removes them")
