"""From the sheets of a list to its rows: a member each, with the team where the line names one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.how import HowToRead, Told, set_apart, told_beside
from banso_cli.intake.lists.naming import NameReader, TeamName
from banso_cli.intake.lists.printed import is_note, is_sum, numbered, section_of
from banso_cli.intake.lists.seats import Seat, SeatReader, StatusReader, lacks
from banso_cli.intake.sheets.cells import Line, Place, Sheet
from banso_cli.intake.sheets.headings import Block, Heading
from banso_cli.intake.sheets.roles import NEEDED
from banso_cli.locale import _
from banso_cli.records.teams.team import Status

_TABLESS_NAME = re.compile(r"[0-9０-９]+\s*[.．]\s*\S{2,3}[都道府県]")
_ENDS_AS_NAME = ("市", "町", "村", "区")


@dataclass(frozen=True, slots=True)
class Row:
    """A member as printed, and the team where the line tells it; or a team's name alone.

    `starts_column` tells that nothing precedes the row in its column of the page; `is_left_out`
    that options leave its member out.
    """

    place: Place
    team: TeamName | None
    agency: str = ""
    rank: str = ""
    starts_column: bool = False
    status: Status | None = None
    is_seat: bool = True
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The rows of a list in the order of the file, and the lines that are no rows but should be.

    A document prints a name in the middle of its rows, wherever that comes to stand.
    """

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]
    told: tuple[str, ...]
    is_document: bool
    is_named: bool
    """Whether all names and numbers could be read, so that rows can be given to teams."""


@dataclass
class RowReader:
    """Reads the rows of one sheet, block by block below each of its headings."""

    sheet: Sheet
    how: HowToRead
    is_agency: Callable[[str], bool]
    told: Told = field(default_factory=Told)
    refusals: list[Refusal] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    prose: list[tuple[Place, str, str]] = field(default_factory=list)
    is_named: bool = True

    def read(self, found: Sequence[Heading]) -> None:
        """Read all that stands below the headings of the sheet."""
        ends = (*(heading.first for heading in found[1:]), len(self.sheet.lines))
        names = NameReader(self.sheet, self.told, self.how)
        self.told.remarks += told_beside(self.sheet)
        for heading, end in zip(found, ends, strict=True):
            lines = self.sheet.lines[heading.last + 1 : end]
            set_apart(self.sheet, heading, lines, self.how, self.told)
            for block in heading.blocks:
                self._read_block(heading, block, lines, names)
            self._tell_unread(heading, lines)
        unnamed = tuple(names.all_refusals())
        self.is_named = not unnamed
        self.refusals += unnamed
        self.refusals += self._prose_refusals()

    def _read_block(
        self, heading: Heading, block: Block, lines: Sequence[Line], names: NameReader
    ) -> None:
        seats = SeatReader(self.sheet, block, self.told, self.is_agency)
        statuses = StatusReader(self.sheet, block, lines)
        starts_column = True
        for line in lines:
            texts = [text for column in block.all_columns if (text := line.text(column))]
            if not texts:
                is_parted = self.sheet.is_document and line.is_blank
                starts_column = starts_column or is_parted
                continue
            kind = self._aside(line, block, texts, names, heading)
            if kind:
                starts_column = starts_column or kind == "section"
                continue
            status = statuses.status(line)
            found = [
                replace(row, status=status)
                for row in self._rows(line, heading, block, names, seats)
            ]
            if found:
                found[0] = replace(found[0], starts_column=starts_column)
                starts_column = False
            self.rows += found
        self.refusals += [*seats.all_refusals(), *statuses.refusals]
        self.told.unread.update(dict.fromkeys(map(heading.label, statuses.unread)))

    def _aside(
        self, line: Line, block: Block, texts: Sequence[str], names: NameReader, heading: Heading
    ) -> str:
        """Return what a line is that is no row; empty for a row."""
        place = self.sheet.place(line, min(c for c in block.all_columns if line.text(c)))
        has_seat = block.has_seat(line)
        text = " ".join(dict.fromkeys(texts))
        if is_sum(texts[0]) or (len(texts) == 1 and is_note(text)):
            self.told.skipped.setdefault(text, []).append(place)
            return "aside"
        if has_seat and len(texts) > 1:
            return ""
        is_prose = self.sheet.is_document and len(line.cells) == 1
        if is_prose and (has_seat or not _is_name(text)):
            self.prose.append((place, text, heading.shown([text])))
            return "aside"
        section = None if has_seat or _is_name(text) else section_of(text)
        if section is None:
            return ""
        names.open(section)
        self.told.skipped.setdefault(text, []).append(place)
        return "section"

    def _rows(
        self, line: Line, heading: Heading, block: Block, names: NameReader, seats: SeatReader
    ) -> Iterator[Row]:
        place = self.sheet.place(line)
        if refusal := self._of_other_width(line, heading):
            self.refusals.append(refusal)
            yield Row(place, names.named(line, block))
            return
        team, shown = names.named(line, block), heading.shown(line.texts)
        found = list(seats.seats(line))
        for seat in found:
            self.refusals += lacks(seat, shown)
            if self._is_left_out(line) or (seat.is_struck and self.how.struck == "skip"):
                self.told.left_out.append(seat.place)
                yield Row(seat.place, team, is_seat=False, is_left_out=True)
            else:
                yield Row(seat.place, team, seat.agency, seat.rank)
        if found:
            return
        has_seat = block.has_seat(line)
        if not has_seat and (team is None or not _is_name(team.name)):
            self.refusals += lacks(Seat(place, "", ""), shown)
        yield Row(place, team, is_seat=False, is_left_out=has_seat or self._is_left_out(line))

    def _is_left_out(self, line: Line) -> bool:
        return self.how.hidden == "skip" and line.is_hidden

    def _of_other_width(self, line: Line, heading: Heading) -> Refusal | None:
        """Return the refusal of a line of text that has too many cells, or too few."""
        if self.sheet.name:
            return None
        least = min(seat[1] for block in heading.blocks for seat in block.seats[:1]) + 1
        is_name = line.width == 1 and _is_name(line.text(0))
        if line.width <= heading.width and (len(line.cells) >= least or is_name):
            return None
        message = _("{place}: '{text}' has {count} cells; the heading has {expected}")
        help_line = _("write each row as {names}")
        usual = " | ".join(role.value for role in NEEDED)
        shown = {"text": heading.shown(line.texts), "count": len(line.cells)}
        return self.sheet.place(line).refusal(
            message, help_line.format(names=usual), **shown, expected=heading.width
        )

    def _tell_unread(self, heading: Heading, lines: Sequence[Line]) -> None:
        for column in range(max((line.width for line in lines), default=0)):
            texts = [line.text(column) for line in lines]
            if column in heading.all_columns or not any(texts):
                continue
            self.told.unread[heading.label(column)] = None
            if not heading.has_label(column) and any(map(self.is_agency, texts)):
                message = _("{place}: bodies stand in a column without a heading")
                help_line = _("write the headings above each column of the list")
                at = next(line for line in lines if self.is_agency(line.text(column)))
                self.refusals.append(self.sheet.place(at, column).refusal(message, help_line))

    def _prose_refusals(self) -> Iterator[Refusal]:
        """Yield lines without tabs that are rows: with a number in front, or ending as ranks do."""
        endings = tuple({row.rank[-1:] for row in self.rows if row.rank})
        for place, text, shown in self.prose:
            if _TABLESS_NAME.match(text) or (len(text.split()) > 1 and text.endswith(endings)):
                message = _("{place}: '{text}' looks like a row, but has no tabs")
                yield place.refusal(message, _("put a tab between the cells"), text=shown)
            else:
                self.told.skipped.setdefault(shown, []).append(place)


def _is_name(text: str) -> bool:
    """Tell whether a text is a name of a municipality, with or without its number."""
    name = numbered(text)[1]
    return name.rstrip("）)").endswith(_ENDS_AS_NAME) and len(name.split()) == 1
