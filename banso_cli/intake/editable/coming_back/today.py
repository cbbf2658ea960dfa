"""The roster as it is now, beside what a workbook remembers of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from banso_cli.intake.editable.columns import Entry
from banso_cli.intake.editable.fitting import fitting_teams
from banso_cli.intake.editable.memory import Memory, digest
from banso_cli.intake.editable.sheets import Sheet
from banso_cli.records.roster import Roster


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
        return record in self.teams and seats != [
            each.agency for each in self.teams[record].members
        ]


def _aligned(
    old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of rows that are the same, or stand where as many others stood."""
    ids = tuple(old), tuple(new)
    matcher = SequenceMatcher(None, [*old.values()], [*new.values()], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal" or end - start == new_end - new_start:
            yield from zip(ids[0][start:end], ids[1][new_start:new_end], strict=True)
