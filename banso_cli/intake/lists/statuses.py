"""Whether a list calls a team 継続 or 新規: in a column of words, or in columns of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.printed import DITTO, status_of
from banso_cli.intake.sheets.cells import Line, Sheet
from banso_cli.intake.sheets.headings import Block
from banso_cli.intake.sheets.roles import Role
from banso_cli.locale import _
from banso_cli.records.teams.team import Status

_MARK = re.compile(r"[○◯〇●◎✓✔☑レ1１]|有|はい|該当")
_NO_MARK = re.compile(r"[-－―—ー–×✕☐□0０]|無|なし")
_MARKED: dict[Role, Status] = {Role.CONTINUING: "continuing", Role.NEW: "new"}


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
            texts = [text for line in self.lines if (text := line.at(column).own)]
            if not any(map(status_of, texts)):
                self.unread.append(column)

    def status(self, line: Line) -> Status | None:
        """Return what a line says; it is refused where that is not clear."""
        found = {each for each in (*self._words(line), *self._marks(line)) if each}
        if len(found) > 1:
            place = self.sheet.place(line, self.block.columns[Role.NAME].start)
            message = _("{place}: 継続 as well as 新規")
            self.refusals.append(place.refusal(message))
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
