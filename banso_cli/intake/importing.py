"""From a published team list to the teams it has: read, place, name; or refuse the whole list.

What the roster has of them already is brought in by `taking_in`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import Refusal, file_refused, gathering, list_refused, refuse
from banso_cli.intake.lists.choosing import read_list
from banso_cli.intake.lists.how import AS_IT_STANDS, HowToRead, places, refused_at
from banso_cli.intake.lists.placing.drafts import ListedTeam
from banso_cli.intake.lists.placing.teams import place, told_fills, with_fills, with_numbers
from banso_cli.intake.lists.rows import Row
from banso_cli.intake.new_records import TeamFile, compose
from banso_cli.intake.official_names import OfficialNames
from banso_cli.locale import _, plural
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.text.meaning import as_meant, look_alikes, ordinary

_MOST = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What a file records about its team beside the list: an assumption, or a name mended."""

    number: int | None
    municipality: str
    text: str


@dataclass(frozen=True, slots=True)
class Import:
    """The files of one list by team number, and what was assumed and mended in them."""

    files: tuple[TeamFile, ...]
    assumptions: tuple[Note, ...]
    mended: tuple[Note, ...]
    read_as: Mapping[str, str]
    """The letters that only look like ordinary ones, each with the one that it was read as."""
    told: tuple[str, ...] = ()
    """What else is to be said of the list: its sheets, and what of it was not read as it stands."""


def import_list(
    file: Path, period: int, roster: Roster, source: str, how: HowToRead = AS_IT_STANDS
) -> Import:
    """Turn a list into team files that cite a title, or refuse it with all that is in the way."""
    size = _programme(roster).team_size
    names = OfficialNames(roster)
    published = read_list(file, period, how, names.is_agency)
    if not published.is_named:
        raise list_refused(published.refusals)
    rows = with_numbers(published.rows, in_order=how.numbers_in_order)
    is_part = how.is_part or bool(published.refusals)  # a row refused may leave a gap
    placing = place(rows, size, is_document=published.is_document, is_part=is_part)
    files: list[TeamFile] = []
    refusals = [*placing.refusals]
    for listed in (
        placing.teams if published.refusals or refusals else with_fills(placing.teams, how.fills)
    ):
        with gathering(refusals):
            files.append(compose(listed, names, period, source))
    refusals += _twice(files)
    told = {each.line for each in published.refusals}  # each cause is told once
    refuse([*published.refusals, *(each for each in refusals if each.line not in told)])
    return Import(
        files=tuple(files),
        assumptions=tuple(_note(each, text) for each in files for text in each.team.assumptions),
        mended=tuple(_note(each, text) for each in files for text in _mended(each)),
        read_as=_read_as(rows),
        told=(
            *published.told,
            *_told_names(placing.left_out, placing.teams, files),
            *told_fills(placing.teams, how.fills),
        ),
    )


def _read_as(rows: Iterable[Row]) -> Mapping[str, str]:
    cells = (
        cell for row in rows for cell in (row.team.name if row.team else "", row.agency, row.rank)
    )
    return {cell[at]: letter for cell in cells for at, letter in look_alikes(cell).items()}


def _told_names(
    left_out: Sequence[str], teams: Sequence[ListedTeam], files: Sequence[TeamFile]
) -> Iterator[str]:
    """Yield which names were left out, and what others were read without, or with.

    What files record is not told.
    """
    if left_out:
        yield plural(
            "left out with all of its members: {count} team ({names})",
            "left out with all of their members: {count} teams ({names})",
            len(left_out),
            names=_(", ").join(left_out),
        )
    pairs = [(team.named, file.municipality) for team, file in zip(teams, files, strict=True)]
    counties = [each.name for each, known in pairs if known.county and known.county in each.name]
    codes = [each.place for each, known in pairs if each.code not in ("", known.code)]
    letters = {
        text: as_meant(ordinary(text))
        for team in teams
        for row in team.rows
        for text in (team.named.name, row.agency, row.rank)
        if as_meant(text) != ordinary(text)
    }
    if counties:
        yield plural(
            "read without the county: {count} name ({names}, …)",
            "read without the county: {count} names ({names}, …)",
            len(counties),
            names=_(", ").join(counties[:_MOST]),
        )
    if codes:
        text = _("codes read with the zero or the check digit that they lack: {places}")
        yield text.format(places=places(codes))
    if letters:
        shown = (f"{text} → {meant}" for text, meant in letters.items())
        yield _("letters brought into one form: {names}").format(names=_(", ").join(shown))


def _programme(roster: Roster) -> Programme:
    """Return the programme, without which neither rows nor ranks can be placed."""
    if roster.programme is not None and roster.agency_list is not None:
        return roster.programme
    name = "agencies.yaml" if roster.programme else "programme.yaml"
    message = _("the roster has no {name} that can be read").format(name=name)
    raise file_refused(message, _("see what `banso validate` says"))


def _twice(files: Sequence[TeamFile]) -> Iterator[Refusal]:
    """Yield the teams whose municipality has another team under another number."""
    first: dict[str, int | None] = {}
    again = [
        each
        for each in files
        if first.setdefault(each.municipality.code, each.team.number) != each.team.number
    ]
    help_line = _(
        "a municipality has one team in a period; if the numbers count rows and not teams, add"
        " --number-in-order"
    )
    if len(again) > _MOST:
        message = _("{places}: municipalities that have another number further above")
        yield refused_at([each.place for each in again], message, help_line)
        return
    for each in again:
        message = _("{place}: {name} is number {number} as well as number {first}")
        shown = {"name": each.municipality.full_name, "number": each.team.number}
        yield each.place.refusal(message, help_line, **shown, first=first[each.municipality.code])


def _note(file: TeamFile, text: str) -> Note:
    return Note(file.team.number, file.municipality.full_name, text)


def _mended(file: TeamFile) -> Iterator[str]:
    """Yield the names that are written otherwise than they are printed, in both ways."""
    team = file.team
    if team.printed and team.printed.municipality:
        yield f"{team.printed.municipality} → {file.municipality.name}"
    for member in team.members:
        if member.printed and member.printed.agency:
            yield f"{member.printed.agency} → {member.agency}"
        if member.printed and member.printed.rank:
            yield f"{member.printed.rank} → {member.rank}"
