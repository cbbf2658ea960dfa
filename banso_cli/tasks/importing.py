"""What `banso import` does: it takes a published list into the roster, or tells why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.applications import is_of_applications
from banso_cli.intake.importing import Import
from banso_cli.intake.importing import import_list as read_teams
from banso_cli.intake.sheets import read_sheets
from banso_cli.intake.taking_in import Taken, TakingIn
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.roster import Roster
from banso_cli.tasks.importing_applications import take_in_applications
from banso_cli.tasks.new.adding import (
    exception_help,
    exceptions_of,
    needed_period,
    refuse_errors,
    say_elsewhere,
)
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_changes, put_lines, say, say_help


def take_in(  # noqa: PLR0913 - each parameter is an option of the command
    published: Path,
    period: int,
    source: str | None,
    except_from: Sequence[str],
    out: Path | None,
    *,
    overwrite: bool,
    prune: bool,
    diff: bool,
) -> None:
    """Turn a published team list into team files: all of them, or none."""
    exceptions = exceptions_of(except_from)
    folder, roster = open_to_write(out, only_shown=diff)
    needed_period(roster, period)
    if not published.is_file():
        raise Failure(ExitCode.CANNOT_READ, _("there is no file {file}").format(file=published))
    try:
        if is_of_applications(sheets := read_sheets(published)):
            take_in_applications(sheets, period, roster, folder, overwrite=overwrite, diff=diff)
            return
        found = read_teams(published, period, roster, source or published.name)
        cites = source is not None
        taking = TakingIn(found.files, period, roster, folder, cites=cites, prunes=prune)
        taken, result, spare = taking.outcome(exceptions)
    except Failure as refused:
        _tell_refusals(refused, published.name)
        raise
    for each in spare:
        say(_("no team needs the exception from {rule}").format(rule=each.rule))
    origin = Origin.of(folder)
    if diff:
        put_changes(taken.changes, folder)
    refuse_errors(
        result.errors,
        folder,
        plural(
            "the roster would have {count} error of it; nothing was written",
            "the roster would have {count} errors of it; nothing was written",
            len(result.errors),
        ),
        exception_help(result.errors),
    )
    if diff:
        for line in _beside(taken, roster, found, origin, prune=prune):
            say(line)
        return
    if not overwrite:
        _refuse_present(taken)
    write_changes(taken.changes, folder, overwrite=overwrite)
    lines = _done(found, taken, f"{origin.shown(f'/teams/{period}')}/")
    beside = _beside(taken, roster, found, origin, prune=prune)
    put_lines((*lines, *beside))
    say_elsewhere(result.elsewhere)


def _tell_refusals(refused: Failure, name: str) -> None:
    for refusal in refused.refusals:
        say(f"{name}: {refusal.message}" if refusal.line else refusal.message)
        say_help(refusal.help)


def _refuse_present(taken: Taken) -> None:
    names = [each.record.rpartition("/")[2] for each in taken.changes if each.before and each.after]
    if names:
        raise Failure(
            ExitCode.FINDINGS,
            plural(
                "{count} file is already there ({names}, …); nothing was written",
                "{count} files are already there ({names}, …); nothing was written",
                len(names),
                names=_(", ").join(f"{name}.yaml" for name in names[:3]),
            ),
            _("add --overwrite to change what differs in them, or --diff to see it"),
        )


def _done(found: Import, taken: Taken, target: str) -> Iterator[str]:
    """Yield what was written, and what the list gave cause to."""
    written = [each for each in taken.changes if each.after]
    if not written:
        return
    yield _("wrote {teams} teams with {members} members into {target}").format(
        teams=len(written), members=taken.members, target=target
    )
    for head, notes in (
        (_("assumed ({count}):"), found.assumptions),
        (_("written otherwise than printed ({count}):"), found.mended),
    ):
        yield head.format(count=len(notes))
        for each in notes:
            yield f"  {each.number:02d} {each.municipality}: {each.text}"


def _beside(
    taken: Taken, roster: Roster, found: Import, origin: Origin, *, prune: bool
) -> Iterator[str]:
    """Yield what stays as it is, and which teams the list does not have."""
    if not taken.changes:
        yield _("nothing to change: the files say what the list says")
    elif same := len(found.files) - sum(1 for each in taken.changes if each.after):
        yield plural(
            "already as the list says: {count} team",
            "already as the list says: {count} teams",
            same,
        )
    if found.read_as:
        pairs = (f"{each} (U+{ord(each):04X}) → {found.read_as[each]}" for each in found.read_as)
        yield _("letters read as ordinary ones: {letters}").format(letters=_(", ").join(pairs))
    if not taken.lacking:
        return
    head = (
        _("not in the list, and removed ({count}):") if prune else _("not in the list ({count}):")
    )
    yield head.format(count=len(taken.lacking))
    for team in taken.lacking:
        municipality = roster.municipality_by_code.get(team.municipality)
        name = municipality.full_name if municipality else team.municipality
        yield f"  {team.number:02d} {name}: {origin.shown(team.places.path)}"
    if not prune:
        yield _("their files stay; --prune removes them")
