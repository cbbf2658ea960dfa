"""What the workbook remembers of the roster as it was exported, on a hidden sheet.

What has changed in a cell is told from it, and what has changed in the roster since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.editable.sheets import Sheet, sheets
from banso_cli.locale import _
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS, Team

NAME = "banso"
"""The name of the hidden sheet."""

_FORM = "banso export 2"
_RECORD = "record"

Line = tuple[str, ...]
Texts = Mapping[str, str]
"""The values of a row by the keys of its columns."""


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
        lines = tuple(self._lines())
        return ((_FORM, str(self.period), str(self.seats), _digest(lines)), *lines)

    def _lines(self) -> Iterator[Line]:
        for record, digest in self.digests.items():
            yield _RECORD, record, digest
        for sheet in self.sheets:
            for row, texts in self.rows[sheet.key].items():
                yield sheet.name, row, *(texts[each.key] for each in sheet.columns)


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
    if form != _FORM or len(head) < 3:  # noqa: PLR2004 - period, seats, digest
        raise _refused(_("{file}: made by another version of banso").format(file=name))
    period, seats, whole = head[:3]
    if _digest(rest) != whole:
        raise _refused(_("{file}: its hidden sheet was changed").format(file=name))
    digests = {line[1]: line[2] for line in rest if line[0] == _RECORD}
    rows = {}
    for sheet in sheets(int(seats)):
        keys = [each.key for each in sheet.columns]
        rows[sheet.key] = {
            line[1]: dict(zip(keys, (*line[2:], *[""] * len(keys)), strict=False))
            for line in rest
            if line[0] == sheet.name
        }
    return Memory(int(period), int(seats), digests, rows)


def _refused(message: str) -> Failure:
    return Failure(ExitCode.FINDINGS, message, _("make it anew: banso export"))


def _digest(lines: Iterable[Line]) -> str:
    """Return the digest of lines; empty cells at their ends count for nothing."""
    texts = ("\t".join(line).rstrip("\t") for line in lines)
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()
