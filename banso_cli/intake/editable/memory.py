"""What the workbook remembers of the roster as it was exported, and the roster as it is now.

It stands on a hidden sheet, so that what was edited in a cell is told from what changed since.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.editable.columns import Entry
from banso_cli.intake.editable.sheets import Sheet, sheets
from banso_cli.locale import _
from banso_cli.privacy.class_names import without_classes
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS, Team

LONGEST = 32_767
"""How many UTF-16 units a cell holds."""

_BOOK, _LENGTH = "xl/workbook.xml", 100_000
_DAMAGED = (BadZipFile, KeyError, OSError, RuntimeError, ValueError, zlib.error)

NAME = "banso"
"""The name of the hidden sheet."""

_FORM = "banso export 2"
_RECORD = "record"

Line = tuple[str, ...]
Texts = Mapping[str, str]
"""The values of a row by the keys of its columns."""


def fitting_teams(roster: Roster, period: int) -> tuple[Team, ...]:
    """Return the teams of a period that can be edited in a workbook.

    Left out is whose file has faults, for what it says could be lost, and where the name of a
    gender, a track or an age stands among what the workbook shows.
    """
    faulty = {fault.record for fault in roster.faults}
    shown = {team.id: team for team in without_classes(roster).teams}
    return tuple(
        team
        for team in roster.teams_by_period.get(period, ())
        if team.id not in faulty
        and shown[team.id] == team
        and len(team.model_dump_json().encode("utf-16-le")) <= 2 * LONGEST
    )


def refuse_editable(file: Path) -> None:
    """Fail for a workbook that `banso export` made, and say which command takes it."""
    book = b""
    with suppress(*_DAMAGED), ZipFile(file) as archive, archive.open(_BOOK) as part:
        book = part.read(_LENGTH)
    if f'<sheet name="{NAME}"'.encode() in book:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("{file} is a workbook for editing, and no published list").format(file=file.name),
            f"banso apply {file}",
        )


@dataclass(frozen=True, slots=True)
class Memory:
    """What was exported: the period, the digest of each team, and the values of each row.

    `rows` are by the key of their sheet and by their ids, in their order.
    """

    period: int
    seats: int
    digests: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Texts]]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets as they were then."""
        return sheets(self.seats)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of the hidden sheet; the first has a digest of all others."""
        lines: list[Line] = [(_RECORD, *each) for each in self.digests.items()]
        for sheet in self.sheets:
            keys = [each.key for each in sheet.columns]
            rows = self.rows[sheet.key].items()
            lines += ((sheet.name, row, *(texts[key] for key in keys)) for row, texts in rows)
        return ((_FORM, str(self.period), str(self.seats), _digest(lines)), *lines)


def exported(roster: Roster, teams: Sequence[Team]) -> Memory:
    """Return what is to be remembered of these teams of a period."""
    seats = max(len(team.members) for team in teams)
    rows = {sheet.key: dict(_rows(sheet, roster, teams)) for sheet in sheets(seats)}
    return Memory(teams[0].period, seats, {team.id: digest(team) for team in teams}, rows)


def _rows(sheet: Sheet, roster: Roster, teams: Iterable[Team]) -> Iterator[tuple[str, Texts]]:
    for row, entry in chain.from_iterable(sheet.rows(roster, team) for team in teams):
        yield row, {each.key: each.text(entry) for each in sheet.columns}


def digest(team: Team) -> str:
    """Return the digest of a record without what tells of persons, whom one could find by it."""
    personal = {key: {"__all__": set(PERSONAL_KEYS)} for key in ("members", "former")}
    return hashlib.sha256(team.model_dump_json(exclude=personal).encode("utf-8")).hexdigest()


def remembered(lines: Sequence[Line], name: str) -> Memory:
    """Return what a workbook of this name remembers; it is refused where that was changed."""
    (form, *head), *rest = lines or ((NAME,),)
    if form != _FORM or not any(head[2:]):
        raise _refused(_("{file}: made by another version of banso").format(file=name))
    period, seats, whole = head[:3]
    if _digest(rest) != whole:
        raise _refused(_("{file}: its hidden sheet was changed").format(file=name))
    digests = {line[1]: line[2] for line in rest if line[0] == _RECORD}
    rows = {}
    for sheet in sheets(int(seats)):
        keys = [each.key for each in sheet.columns]
        own = [line for line in rest if line[0] == sheet.name]
        filled = [(*line, *[""] * len(keys)) for line in own]
        rows[sheet.key] = {line[1]: dict(zip(keys, line[2:], strict=False)) for line in filled}
    return Memory(int(period), int(seats), digests, rows)


def _refused(message: str) -> Failure:
    return Failure(ExitCode.FINDINGS, message, _("make it anew: banso export"))


def _digest(lines: Iterable[Line]) -> str:
    """Return the digest of lines; empty cells at their ends count for nothing."""
    texts = ("\t".join(line).rstrip("\t") for line in lines)
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()


class Today:
    """The roster as it is now, beside what was exported."""

    def __init__(self, memory: Memory, roster: Roster) -> None:
        self.memory, self.roster = memory, roster
        self.teams = {team.id: team for team in fitting_teams(roster, memory.period)}
        self._rows: dict[tuple[str, str], Mapping[str, str]] = {}

    def entry(self, sheet: Sheet, row: str) -> Entry | None:
        """Return what an exported row tells of now; None where that is gone."""
        record = row.partition("#")[0]
        if record not in self.teams:
            return None
        if (sheet.key, record) not in self._rows:
            self._rows[sheet.key, record] = self._moved(sheet, record)
        now = self._rows[sheet.key, record].get(row)
        return dict(sheet.rows(self.roster, self.teams[record])).get(now) if now else None

    def _moved(self, sheet: Sheet, record: str) -> Mapping[str, str]:
        """Return the id that each exported row of a team has now: entries may have moved since."""
        team = self.teams[record]
        old = {
            row: tuple(texts[each.key] for each in sheet.inputs)
            for row, texts in self.memory.rows[sheet.key].items()
            if row.partition("#")[0] == record
        }
        new = {
            row: tuple(each.text(entry) for each in sheet.inputs)
            for row, entry in sheet.rows(self.roster, team)
        }
        if not sheet.key or digest(team) == self.memory.digests[record]:
            return {row: row for row in old if row in new}
        return dict(_aligned(old, new))

    def has_other_seats(self, record: str) -> bool:
        """Tell whether a number stands for another seat than when the rows were exported."""
        rows = self.memory.rows["members"]
        seats = [each["agency"] for row, each in rows.items() if row.partition("#")[0] == record]
        now = self.teams.get(record)
        return now is not None and seats != [each.agency for each in now.members]


def _aligned(
    old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of rows that are the same, or stand where as many others stood."""
    ids = tuple(old), tuple(new)
    matcher = SequenceMatcher(None, [*old.values()], [*new.values()], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal" or end - start == new_end - new_start:
            yield from zip(ids[0][start:end], ids[1][new_start:new_end], strict=True)
