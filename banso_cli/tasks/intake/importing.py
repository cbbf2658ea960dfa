"""What `banso import` does: it takes a published list into the roster, or tells why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.files.failure import file_refused, misused, unfit
from banso_cli.intake.application_heads import form_in, is_of_applications
from banso_cli.intake.editable.memory import refuse_editable
from banso_cli.intake.importing import Import
from banso_cli.intake.importing import import_list as read_teams
from banso_cli.intake.lists.how import HowToRead
from banso_cli.intake.sheets.opening import read_sheets
from banso_cli.intake.taking_in import Taken, TakingIn
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.roster import Roster
from banso_cli.statistics.tables.words import ordinal
from banso_cli.tasks.intake.additions import told_of
from banso_cli.tasks.intake.importing_applications import take_in_applications
from banso_cli.tasks.intake.next_period import Wanted
from banso_cli.tasks.new.adding import (
    exception_help,
    exceptions_of,
    needed_file,
    needed_period,
    refuse_errors,
    say_elsewhere,
    telling_refusals,
)
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_changes, put_lines, say, say_lines


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be taken in, and how: the options of the command."""

    published: Path
    period: int
    source: str | None
    except_from: Sequence[str]
    how: HowToRead
    wanted: Wanted
    overwrite: bool
    prune: bool
    diff: bool

    @property
    def title(self) -> str:
        """Return the title that each file cites."""
        return self.source or self.published.name


def take_in(asked: Asked, out: Path | None) -> None:
    """Turn a published team list into team files: all of them, or none.

    Where it is wanted, what the roster lacks for the list is added. A list of applications becomes
    their files.
    """
    if asked.prune and asked.how.is_part:
        message = _("--part and --prune exclude each other: a part says nothing of other teams")
        raise misused(message)
    exceptions = exceptions_of(asked.except_from)
    published, period = asked.published, asked.period
    folder, roster = open_to_write(out, only_shown=asked.diff)
    adding = asked.wanted.adding(roster, folder, period, asked.title)
    if adding is None or not adding.makes_period:
        needed_period(roster, period)
    needed_file(published)
    refuse_editable(published)
    with telling_refusals(published.name):
        sheets = read_sheets(published)
        if is_of_applications(sheets):
            _refuse_of_lists(asked)
            over, diff = asked.overwrite, asked.diff
            take_in_applications(sheets, period, roster, folder, overwrite=over, diff=diff)
            return
        if form := form_in(sheets):
            _refuse_form(form)
        known = adding.known if adding else roster
        found = read_teams(published, period, known, asked.title, asked.how)
        taking = TakingIn(
            *(found.files, period, roster, folder),
            cites=asked.source is not None,
            prunes=asked.prune,
            is_part=asked.how.is_part,
        )
        taken = adding.taken(taking, exceptions) if adding else taking.taken(exceptions)
    _carry_out(asked, roster, folder, found, taken)


def _carry_out(asked: Asked, roster: Roster, folder: Path, found: Import, taken: Taken) -> None:
    """Show or write what changes, unless the roster would have errors of it."""
    errors, origin = taken.outcome.errors, Origin.of(folder)
    for each in taken.spare:
        say(_("no team needs the exception from {rule}").format(rule=each.rule))
    if asked.diff:
        put_changes(taken.changes, folder)
    refuse_errors(errors, folder, exception_help(errors))
    beside = (*_beside(taken, roster, found, origin, prune=asked.prune), *told_of(taken))
    if asked.diff:
        say_lines(beside)
        return
    if not asked.overwrite:
        _refuse_present(taken)
    write_changes(taken.changes, folder, overwrite=asked.overwrite or bool(taken.added))
    target = f"{origin.shown(f'/teams/{asked.period}')}/"
    put_lines((*_done(found, taken, target), *beside))
    say_elsewhere(taken.outcome.elsewhere)


def _refuse_of_lists(asked: Asked) -> None:
    """Fail where an option is given of which a list of applications makes no use."""
    how = asked.how
    given = {
        "--source": asked.source,
        "--prune": asked.prune,
        "--add-municipalities": asked.wanted.adds,
        "--exception": asked.except_from,
        "--sheet": how.sheets,
        "--hidden": how.hidden,
        "--struck": how.struck,
        "--fill": how.fills,
        "--number-in-order": how.numbers_in_order,
        "--part": how.is_part,
    }
    for name in filter(given.get, given):
        message = _("{option} does not go with a list of applications").format(option=name)
        help_line = _("leave out {option}").format(option=name)
        raise misused(message, help_line)


def _refuse_form(place: str) -> None:
    message = _("{place}: a form of one applicant is not read, only lists with a row for each")
    help_line = _(
        "gather the forms in one list with the heads 応募番号, 所属府省庁等, 役職, or 団体コード, "
        "継続・新規の別, 課題; or write it with 'banso new officer-application'"
    )
    raise file_refused(message.format(place=place), help_line)


def _refuse_present(taken: Taken) -> None:
    there = [each for each in taken.of_teams if each.before and each.after]
    names = [each.record.rpartition("/")[2] for each in there]
    if names:
        raise unfit(
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
    written = [each for each in taken.of_teams if each.after]
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
            yield f"  {ordinal(each.number, ' ')}{each.municipality}: {each.text}"


def _beside(
    taken: Taken, roster: Roster, found: Import, origin: Origin, *, prune: bool
) -> Iterator[str]:
    """Yield what stays as it is, and which teams the list does not have."""
    yield from found.told
    if not taken.changes:
        yield _("nothing to change: the files say what the list says")
    elif same := len(found.files) - sum(1 for each in taken.of_teams if each.after):
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
        yield f"  {ordinal(team.number, ' ')}{name}: {origin.shown(team.places.path)}"
    if not prune:
        yield _("their files stay; --prune removes them")
