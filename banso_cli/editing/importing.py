"""From a published team list to the teams it has: read, place, name; or refuse the whole list.

What the roster has of them already is brought in by `taking_in`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from banso_cli.editing.composing import Composed, Composing, compose
from banso_cli.editing.official_names import OfficialNames
from banso_cli.editing.placing import place
from banso_cli.editing.published_list import read_list
from banso_cli.editing.refusal import file_refused, list_refused
from banso_cli.editing.team_file import team_text
from banso_cli.files.failure import Refusal
from banso_cli.locale import _
from banso_cli.model.municipality import Municipality
from banso_cli.model.programme import Programme
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.reading.kinds import schema_line


@dataclass(frozen=True, slots=True)
class TeamFile:
    """A team as a new file has it: its path within the roster, and the line of the list."""

    path: PurePosixPath
    team: Team
    municipality: Municipality
    line: int

    @property
    def text(self) -> str:
        """Return the whole text of the file."""
        record = str(self.path.with_suffix(""))
        return team_text(self.team, self.municipality, (schema_line(record),))


@dataclass(frozen=True, slots=True)
class Assumption:
    """What had to be assumed about a team, as its file records it."""

    number: int
    municipality: str
    text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A name that is written otherwise than it is printed; the file keeps both."""

    number: int
    municipality: str
    printed: str
    written: str


@dataclass(frozen=True, slots=True)
class Import:
    """The files of one list by team number, and what was assumed and mended in them."""

    files: tuple[TeamFile, ...]
    assumptions: tuple[Assumption, ...]
    mended: tuple[Mend, ...]


def import_list(file: Path, period: int, roster: Roster, source: str) -> Import:
    """Turn a list into team files of a period; `source` is the title that each file cites.

    A list is refused with everything that stands in the way, by line.
    """
    most = _programme(roster).team_size.most
    published = read_list(file)
    placing = place(published.rows, most)
    names = OfficialNames(roster)
    composings = [compose(listed, names, source) for listed in placing.teams]
    composed = [each.composed for each in composings if each.composed]
    refusals = (*published.refusals, *placing.refusals, *_refusals(composings), *_twice(composed))
    if refusals:
        raise list_refused(refusals)
    return Import(
        files=tuple(_file(each, period) for each in composed),
        assumptions=tuple(_assumptions(composed)),
        mended=tuple(_mended(composed)),
    )


def _programme(roster: Roster) -> Programme:
    """Return the programme, without which neither rows nor ranks can be placed."""
    if roster.programme is not None and roster.agency_list is not None:
        return roster.programme
    name = "agencies.yaml" if roster.programme else "programme.yaml"
    message = _("the roster has no {name} that can be read").format(name=name)
    raise file_refused(message, _("see what `banso validate` says"))


def _refusals(composings: Iterable[Composing]) -> Iterator[Refusal]:
    for composing in composings:
        yield from composing.refusals


def _twice(composed: Sequence[Composed]) -> Iterator[Refusal]:
    """Yield the teams whose municipality has another team under another number."""
    first: dict[str, int] = {}
    for each in composed:
        number = first.setdefault(each.municipality.code, each.team.number)
        if number != each.team.number:
            message = _("line {line}: {name} is number {number} as well as number {first}")
            help_line = _("a municipality has one team in a period")
            shown = {"name": each.municipality.full_name, "number": each.team.number}
            yield Refusal.at(each.line, message, help_line, **shown, first=number)


def _file(composed: Composed, period: int) -> TeamFile:
    path = PurePosixPath(f"teams/{period}/{composed.municipality.stem}.yaml")
    return TeamFile(path, composed.team, composed.municipality, composed.line)


def _assumptions(composed: Iterable[Composed]) -> Iterator[Assumption]:
    for each in composed:
        for text in each.team.assumptions:
            yield Assumption(each.team.number, each.municipality.full_name, text)


def _mended(composed: Iterable[Composed]) -> Iterator[Mend]:
    for each in composed:
        number, name = each.team.number, each.municipality.full_name
        if each.team.printed and each.team.printed.municipality:
            yield Mend(number, name, each.team.printed.municipality, each.municipality.name)
        for member in each.team.members:
            if member.printed and member.printed.agency:
                yield Mend(number, name, member.printed.agency, member.agency)
            if member.printed and member.printed.rank:
                yield Mend(number, name, member.printed.rank, member.rank)
