"""What was edited: each cell as it was exported, as it came back, and as the roster has it now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.editable.columns import Column, Entry, Unreadable, written
from banso_cli.intake.editable.coming_back.findings import CellFinding
from banso_cli.intake.editable.coming_back.reading import Found, ReadRow, ReadSheet, ReadWorkbook
from banso_cli.intake.editable.kinds import Seat
from banso_cli.intake.editable.memory import Texts, Today
from banso_cli.intake.editable.sheets import ID, Sheet, TeamName
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _
from banso_cli.records.roster import Roster


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell that was edited, of the entry of a list that stands there now (`at`, from 0)."""

    sheet: Sheet
    column: Column
    record: str
    at: int
    before: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A row that was added; `record` is the team, or `ALL_CHANGED`; `places` are by key."""

    sheet: Sheet
    record: str
    texts: Texts
    places: Mapping[str, Place]


@dataclass(slots=True)
class Edited:
    """All that was edited, and what stands in the way.

    `ignored` are edited cells that are not read, `titles` those between the rows; `missing` counts
    rows of a sheet that are gone.
    """

    cells: list[CellEdit] = field(default_factory=list)
    added: list[NewEntry] = field(default_factory=list)
    findings: list[CellFinding] = field(default_factory=list)
    ignored: list[Place] = field(default_factory=list)
    titles: list[Place] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)


def edited(workbook: ReadWorkbook, roster: Roster) -> Edited:
    """Compare a workbook with what it was, and with the roster of today."""
    period = workbook.memory.period
    if period not in roster.teams_by_period:
        message = _("the roster has no team of period {number} that can be read")
        raise Failure(ExitCode.CANNOT_READ, message.format(number=period))
    found = Edited(findings=list(workbook.findings))
    today = Today(workbook.memory, roster)
    for read in workbook.sheets:
        _Comparison(read, today, found).compare()
    return found


class _Comparison:
    """One sheet that came back, beside what it was."""

    def __init__(self, read: ReadSheet, today: Today, found: Edited) -> None:
        self.read, self.sheet, self.today, self.found = read, read.sheet, today, found
        self.exported = today.memory.rows[read.sheet.key]

    def compare(self) -> None:
        seen: dict[str, Place] = {}
        for row in self.read.rows:
            if self._is_title(row):
                continue
            if not row.id:
                self._add_or_pass(row)
            elif row.id in seen or row.id not in self.exported:
                message = _("no exported row has the id '{id}'").format(id=row.id)
                if row.id in seen:
                    message = _("the id stands in {cell} as well").format(cell=seen[row.id].cell)
                self._tell(row.place_of_id, message, _("of a row that is new, clear the id"))
            else:
                self._compare_row(row, self.exported[row.id])
            seen.setdefault(row.id, row.place_of_id)
        gone = [texts for row, texts in self.exported.items() if row not in seen]
        missing = [t for t in gone if any(t[each.key] for each in self.sheet.inputs)]
        if missing:
            self.found.missing[self.sheet.name] = len(missing)

    def _is_title(self, row: ReadRow) -> bool:
        """Tell whether somebody put a title between the rows, or the heads once more."""
        cells = [row.cells[each.key] for each in self.sheet.inputs if each.key in row.cells]
        is_bare = not any(written(each.value) or each.fault for each in cells)
        return row.id == ID or (row.id not in self.exported and bool(row.id) and is_bare)

    def _compare_row(self, row: ReadRow, exported: Texts) -> None:
        here = [each for each in self.sheet.columns if each.key in row.cells]
        other = [c for c in here if not _is_same(c, row.cells[c.key], exported[c.key])]
        inputs = [column for column in other if column.is_input]
        named = next((c for c in other if c.key == self.sheet.naming), None)
        if inputs and named and written(row.cells[named.key].value):
            message = _("the row is of {name}, but its id is not").format(
                name=written(row.cells[named.key].value)
            )
            help_line = _("sort all columns together, the ids too; take the change back here")
            self._tell(row.cells[named.key].place, message, help_line)
            return
        for column in inputs:
            self._compare_cell(row, column, row.cells[column.key], exported[column.key])
        for column in other:
            if not column.is_input:
                self.found.ignored.append(row.cells[column.key].place)

    def _compare_cell(self, row: ReadRow, column: Column, found: Found, before: str) -> None:
        """Note what was edited in a cell, unless the roster has become otherwise as well."""
        record, entry = row.id.partition("#")[0], self.today.entry(self.sheet, row.id)
        after = self._text(column, found, entry or self._any_team)
        if after is None or after == before:
            return
        if entry is None:
            message = _("what this row tells of is gone from {file}, or that file has faults")
            help_line = _("run 'banso validate', or make the workbook anew: banso export")
            self._tell(found.place, message.format(file=f"{record}.yaml"), help_line)
            return
        now = column.text(entry)
        if now == after:
            return
        if now != before:
            message = _("changed in both: exported '{before}', roster '{now}', workbook '{after}'")
            shown = {"before": before, "now": now, "after": after}
            words = {key: written(column.cell(text)) for key, text in shown.items()}
            help_line = _("write the value of the roster, or make the workbook anew: banso export")
            self._tell(found.place, message.format(**words), help_line)
            return
        is_other = isinstance(column, Seat) and self.today.has_other_seats(record)
        if is_other or self._has_another_member(row.id, entry):
            self._tell_of_seats(found.place)
            return
        edit = CellEdit(self.sheet, column, record, entry.at, before, after, found.place)
        self.found.cells.append(edit)

    @property
    def _any_team(self) -> Entry:
        """Return what a name in a cell is looked up with, where there is no entry."""
        roster = self.today.roster
        return Entry(roster, roster.teams_by_period[self.today.memory.period][0])

    def _tell_of_seats(self, place: Place) -> None:
        """Tell that it is not certain of whom something was edited."""
        message = _("the seats of the team have changed in the roster since")
        self._tell(place, message, _("make the workbook anew: banso export"))

    def _has_another_member(self, row: str, entry: Entry) -> bool:
        """Tell whether who came later has the seat now; what was edited is of who had it then."""
        then = self.exported[row]
        return any(c.key == "since" and c.text(entry) != then[c.key] for c in self.sheet.columns)

    def _text(self, column: Column, found: Found, entry: Entry) -> str | None:
        """Return the value of a cell; None where it cannot be read, which is told."""
        if found.fault:
            self._tell(found.place, found.fault, _("write the value itself"))
            return None
        try:
            return column.read(found.value, entry)
        except Unreadable as why:
            self._tell(found.place, *why.args)
            return None

    def _add_or_pass(self, row: ReadRow) -> None:
        """Note a row without an id, or a title in a sheet to which none can be added."""
        cells = [each for each in row.cells.values() if written(each.value) or each.fault]
        if len(cells) == 1 and not self.sheet.adds:
            self.found.titles.append(cells[0].place)
        else:
            self._add(row)

    def _add(self, row: ReadRow) -> None:
        """Note a row without an id, unless it is blank."""
        columns = [each for each in self.sheet.inputs if each.key in row.cells]
        texts = {c.key: self._text(c, row.cells[c.key], self._any_team) for c in columns}
        named = next((each for each in self.sheet.columns if isinstance(each, TeamName)), None)
        team = row.cells.get(self.sheet.naming, Found(None, row.place_of_id))
        if not any(text is None or text for text in texts.values()):
            if named is not None and self._names_team(named, team):
                self._tell(team.place, _("the row has no values"), _("fill it in, or clear it"))
            return
        if named is None:
            message = _("a row of this sheet cannot be added")
            self._tell(row.place_of_id, message, _("put back the id of the row"))
            return
        record = self._text(named, team, self._any_team)
        known = {key: text for key, text in texts.items() if text is not None}
        if record is None or len(known) < len(texts):
            return
        new = (self.sheet.key, record, known)
        is_twice = new in ((e.sheet.key, e.record, e.texts) for e in self.found.added)
        if is_twice or self._is_there(record, known):
            message = _("the team has this row already")
            self._tell(row.place_of_id, message, _("clear the row, or put its id back"))
            return
        places = {key: found.place for key, found in row.cells.items()}
        marks = [places[c.key] for c in columns if isinstance(c, Seat) and known[c.key]]
        if marks and self.today.has_other_seats(record):
            self._tell_of_seats(marks[0])
        else:
            self.found.added.append(NewEntry(self.sheet, record, known, places))

    def _names_team(self, named: TeamName, team: Found) -> bool:
        """Tell whether a cell has the name of a team, and no title that somebody put there."""
        try:
            return bool(named.read(team.value, self._any_team))
        except Unreadable:
            return False

    def _is_there(self, record: str, texts: Texts) -> bool:
        team = self.today.teams.get(record)
        rows = self.sheet.rows(self.today.roster, team) if team else ()
        columns = [each for each in self.sheet.inputs if each.key in texts]
        return any(
            all(each.text(entry) == texts[each.key] for each in columns) for _row, entry in rows
        )

    def _tell(self, place: Place, message: str, help_line: str) -> None:
        self.found.findings.append(CellFinding(place, message, help_line))


def _is_same(column: Column, found: Found, before: str) -> bool:
    return not found.fault and written(found.value) == written(column.cell(before))
