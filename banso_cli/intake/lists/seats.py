"""What a line of a list says: its members, and whether it calls the team 継続 or 新規."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.how import Told, refused_at
from banso_cli.intake.lists.printed import DITTO, status_of, without_marks
from banso_cli.intake.sheets.cells import Cell, Line, Place, Sheet
from banso_cli.intake.sheets.headings import Block
from banso_cli.intake.sheets.roles import Role
from banso_cli.locale import _
from banso_cli.records.teams.team import Status

_NOBODY = re.compile(r"[-－―—ー‐–−/／×]+|なし|該当なし|無し|空欄")
_OPEN = re.compile(
    r"[(（【\[]?\s*(調整中?|未定|未決定?|(検討|選考|選定|人選|交渉|募集)中|欠員|空席|不在|(追って|後日|決定次第).*)"
    r"\s*[)）】\]]?"
)
_OTHERS = re.compile(
    r".*(他|ほか|外)\s*[0-9０-９一二三四五]+\s*[名人].*|.+[(（]\s*[2-9２-９]\s*[名人]\s*[)）]"
    r"|.+[×✕]\s*[2-9２-９]\s*[名人]?",
    re.DOTALL,
)
_TOGETHER = re.compile(r"\s*(?:[・＋+\s]|及び|並びに|と)\s*")
_CHANGED = re.compile(r".*[→⇒➡⇨].*", re.DOTALL)
_PARTS = re.compile(r"\s*[\n、,，;；／/]\s*")

_MARK = re.compile(r"[○◯〇●◎✓✔☑レ1１]|有|はい|該当")
_NO_MARK = re.compile(r"[-－―—ー–×✕☐□0０]|無|なし")
_MARKED: dict[Role, Status] = {Role.CONTINUING: "continuing", Role.NEW: "new"}


@dataclass(frozen=True, slots=True)
class Seat:
    """Body and rank as printed, without marks; empty where the list lacks one."""

    place: Place
    agency: str
    rank: str
    is_struck: bool = False


@dataclass(slots=True)
class SeatReader:
    """Reads the seats of one block; what stands above is needed for 〃.

    `is_agency` tells whether a name is one of a body, so that a line break within is none between.
    """

    sheet: Sheet
    block: Block
    told: Told
    is_agency: Callable[[str], bool]
    refusals: list[Refusal] = field(default_factory=list)
    above: dict[int, str] = field(default_factory=dict)
    unclear: dict[tuple[str, str], list[Place]] = field(default_factory=dict)

    def all_refusals(self) -> Iterator[Refusal]:
        """Yield what was refused, one for each cause."""
        yield from self.refusals
        for why, found in self.unclear.items():
            yield refused_at(found, *why)

    def seats(self, line: Line) -> Iterator[Seat]:
        """Yield the seats of a line, of which each may hold several members line by line."""
        for columns in self.block.seats:
            cells = [line.at(column) for column in columns]
            if all(not cell.own or _NOBODY.fullmatch(cell.own) for cell in cells):
                continue
            place, before = self.sheet.place(line, columns[0]), len(self.refusals)
            agency, rank = (
                self._text(cell, line, column) for cell, column in zip(cells, columns, strict=True)
            )
            is_struck = any(cell.is_struck and cell.own for cell in cells)
            if len(self.refusals) > before:
                continue
            if why := _unclear((agency, rank)):
                self.unclear.setdefault(why, []).append(place)
                continue
            for body, grade in self._members(agency, rank, place):
                yield Seat(place, self._bare(body), self._bare(grade), is_struck)

    def _text(self, cell: Cell, line: Line, column: int) -> str:
        """Return the text of a cell, or what stands above where that holds here as well."""
        place = self.sheet.place(line, column)
        text = cell.text
        if DITTO.fullmatch("".join(text.split())):
            text = self.above.get(column, "")
            if text:
                self.told.dittos.append(place)
            else:
                message = _("{place}: '{text}', but nothing stands above it")
                self.refusals.append(place.refusal(message, text=cell.joined))
        elif cell.repeats:
            self.told.merged.append(place)
        self.above[column] = text
        return text

    def _members(self, agency: str, rank: str, place: Place) -> list[tuple[str, str]]:
        """Part what stands in two cells into members, where both have as many parts."""
        bodies, grades = _PARTS.split(agency.strip()), _PARTS.split(rank.strip())
        whole = [(" ".join(agency.split("\n")), " ".join(rank.split("\n")))]
        if self.is_agency(whole[0][0]):
            return whole
        if len(bodies) == 1 and all(map(self.is_agency, _TOGETHER.split(bodies[0]))):
            bodies = _TOGETHER.split(bodies[0])
        if len(bodies) == 1:
            return whole
        if len(bodies) == len(grades):
            self.told.parted.append(place)
            return list(zip(bodies, grades, strict=True))
        if all(self.is_agency(without_marks(each)[0]) for each in bodies):
            message = _("{place}: {bodies} bodies, but {ranks} ranks ({names})")
            help_line = _("write one rank for each body, line by line, or one member a row")
            shown = {"bodies": len(bodies), "ranks": len(grades), "names": " / ".join(bodies)}
            self.refusals.append(place.refusal(message, help_line, **shown))
            return []
        return whole

    def _bare(self, text: str) -> str:
        bare, beside = without_marks(text)
        self.told.beside += beside
        return bare


def _unclear(texts: Sequence[str]) -> tuple[str, str] | None:
    """Return why a seat with this body and rank is refused, and what to do; None for others."""
    if any(map(_OPEN.fullmatch, texts)):
        help_line = _(
            "leave it out of the list, and import that again with --overwrite once it is filled"
        )
        return _("{places}: a seat for which there is nobody yet"), help_line
    if any(map(_OTHERS.fullmatch, texts)):
        message = _("{places}: members whose bodies and ranks are not told")
        return message, _("write body and rank of each member, one member a row")
    if any(map(_CHANGED.fullmatch, texts)):
        message = _("{places}: what was and what is stand in one cell")
        return message, _("leave only what is to be taken in")
    return None


def lacks(seat: Seat, shown: str) -> Iterator[Refusal]:
    """Yield the refusal of a row that has no body, no rank, or neither."""
    texts = {Role.AGENCY: seat.agency, Role.RANK: seat.rank}
    if lacking := [role.value for role, text in texts.items() if not text]:
        message = _("{place}: '{text}' lacks {heading}")
        help_line = _("fill in the row; if it is a note, write ※ before it, or delete it")
        yield seat.place.refusal(message, help_line, text=shown, heading=_(", ").join(lacking))


@dataclass(slots=True)
class StatusReader:
    """Reads the status of the rows of a block; a column of other words is none of status."""

    sheet: Sheet
    block: Block
    lines: Sequence[Line]
    refusals: list[Refusal] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    above: Status | None = None

    def __post_init__(self) -> None:
        for column in self.block.columns.get(Role.STATUS, ()):
            texts = [text for line in self.lines if (text := line.text(column))]
            if not any(map(status_of, texts)):
                self.unread.append(column)

    def status(self, line: Line) -> Status | None:
        """Return what a line says; it is refused where that is not clear."""
        found = {each for each in (*self._words(line), *self._marks(line)) if each}
        if len(found) > 1:
            place = self.sheet.place(line, self.block.columns[Role.NAME].start)
            self.refusals.append(place.refusal(_("{place}: 継続 as well as 新規")))
        return found.pop() if found else None

    def _words(self, line: Line) -> Iterator[Status | None]:
        for column in self.block.columns.get(Role.STATUS, ()):
            text = line.at(column).joined
            if not text or column in self.unread or _NO_MARK.fullmatch(text):
                continue
            status = self.above if DITTO.fullmatch(text) else status_of(text)
            if status is None:
                place = self.sheet.place(line, column)
                message = _("{place}: '{text}' is neither 継続 nor 新規")
                self.refusals.append(place.refusal(message, text=text))
            self.above = status
            yield status

    def _marks(self, line: Line) -> Iterator[Status | None]:
        for role, status in _MARKED.items():
            for column in self.block.columns.get(role, ()):
                text = line.at(column).joined
                if _MARK.fullmatch(text) or status_of(text) == status:
                    yield status
                elif text and not _NO_MARK.fullmatch(text):
                    place = self.sheet.place(line, column)
                    message = _("{place}: '{text}' is no mark for {status}")
                    shown = {"text": text, "status": role.value}
                    self.refusals.append(place.refusal(message, **shown))
