"""Applications in a list, a row an applicant: columns by their heads, places by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from banso_cli.files.failure import Refusal, refuse
from banso_cli.intake.application_heads import ID, head_of, title
from banso_cli.intake.new_records import meant
from banso_cli.intake.official_names import OfficialNames
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.intake.tables import Row, Table, tables_of
from banso_cli.locale import _
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.names import AGENCY, RANK, THEME, NameList
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import STATUS_LABELS
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import proposal

_PARTED = re.compile(r"[、,，;；／/\n]+")
_STRENGTH = re.compile(r"(.+?)[\s（(:：]*([0-9０-９])[)）]?")
_YES = frozenset({"可", "はい", "○", "true", "よい"})
_NO = frozenset({"否", "不可", "いいえ", "×", "false"})


@dataclass(frozen=True, slots=True)
class Applied:
    """An application, and what people call the row where it stands."""

    record: Record
    place: str


def applications_in(sheets: tuple[Sheet, ...], period: int, roster: Roster) -> tuple[Applied, ...]:
    """Return all applications of a file; a failure with every cell that cannot be taken."""
    refusals: list[Refusal] = []
    first: dict[str, str] = {}
    found = []
    for table in tables_of(sheets):
        for each in _Reader(roster, period, table, refusals).read():
            found.append(each)
            before = first.setdefault(each.record.id, each.place)
            if before != each.place:
                message = _("{place}: the same applicant as in {other}")
                words = message.format(place=each.place, other=before)
                refusals.append(Refusal(1, words, _("keep one of the rows")))
    refuse(refusals)
    return tuple(found)


def application_of(
    kind: type[Part], values: Mapping[str, str], period: int, roster: Roster
) -> tuple[Record | None, tuple[Refusal, ...]]:
    """Return one application, of the text of each key, or else all that cannot be taken."""
    heads = Row(0, tuple(ID if key == ID else title(kind, key) for key in values))
    line = Row(1, tuple(values.values()))
    refusals: list[Refusal] = []
    reader = _Reader(roster, period, _Given("", (heads, line)), refusals)
    return reader.record(line, kind, dict(enumerate(values))), tuple(refusals)


class _Given(Table):
    """A table of one row that stands in no file; its places are the heads."""

    def place(self, _row: int, column: int = -1) -> str:
        """Return the head of a column."""
        return self.rows[0].at(column) if column >= 0 else ID


class _Reader:
    def __init__(self, roster: Roster, period: int, table: Table, refusals: list[Refusal]) -> None:
        self.roster, self.period, self.table, self.refusals = roster, period, table, refusals
        self.names = OfficialNames(roster)
        self.row, self.column = 0, -1

    def read(self) -> Iterator[Applied]:
        """Yield the applications below the heads of the table."""
        head = head_of(self.table)
        if head is None:
            return
        line, kind, columns = head
        for each in self.table.rows:
            if each.number > line.number:
                record = self.record(each, kind, columns)
                if record is not None:
                    yield Applied(record, self.table.place(each.number))

    def record(self, line: Row, kind: type[Part], columns: Mapping[int, str]) -> Record | None:
        """Return what a row says; None where something in it is refused."""
        values: dict[str, Any] = {}
        before, self.row = len(self.refusals), line.number
        for at, key in columns.items():
            self.column = at
            if text := line.at(at):
                values[key] = self._value(key, text)
        self.column = -1
        stem = self._stem(kind, values)
        if len(self.refusals) > before or not stem:
            return None
        values.pop(ID, None)
        folder = "officers" if kind is OfficerApplication else "municipalities"
        try:
            record = kind.model_validate(values)
        except ValidationError as error:
            keys = _(", ").join(title(kind, str(each["loc"][0])) for each in error.errors())
            self._refuse(_("what is needed is missing or wrong: {keys}").format(keys=keys))
            return None
        assert isinstance(record, OfficerApplication | MunicipalityApplication)  # noqa: S101 - the two kinds
        return record.named(f"applications/{self.period}/{folder}/{stem}")

    def _stem(self, kind: type[Part], values: Mapping[str, Any]) -> str:
        """Return the name of the file: the number of an officer, or that of the municipality's."""
        if kind is OfficerApplication:
            stem = str(values.get(ID, ""))
            if not re.fullmatch(r"[A-Za-z0-9-]+", stem):
                self._refuse(_("an officer has a number of letters and digits, such as R9-057"))
                return ""
            return stem
        found = self.roster.municipality_by_code.get(str(values.get("municipality", "")))
        return found.stem if found else ""

    def _value(self, key: str, text: str) -> object:
        parts = tuple(filter(None, (each.strip() for each in _PARTED.split(text))))
        several = {
            "themes": self._able,
            "issues": lambda each: self._named(THEME, each),
            "agencies": lambda each: self._named(AGENCY, each),
            "wishes": self._place,
            "excluded": self._place,
        }
        single = {
            "stays": self._municipality,
            "municipality": self._municipality,
            "agency": lambda each: self._named(AGENCY, each),
            "rank": lambda each: self._named(RANK, each),
            "elsewhere": self._truth,
            "status": _status,
        }
        if key in several:
            return tuple(several[key](each) for each in parts)
        return single.get(key, as_meant)(text)

    def _truth(self, text: str) -> bool:
        if text in _YES or text in _NO:
            return text in _YES
        self._refuse(_("'{text}' is neither yes nor no").format(text=text), _("write 可 or 不可"))
        return True

    def _able(self, text: str) -> dict[str, object]:
        match = _STRENGTH.fullmatch(text)
        if match is None:
            self._refuse(_("'{text}' lacks its strength; write 観光3").format(text=text))
            return {}
        return {"theme": self._named(THEME, match[1]), "strength": str(int(match[2]))}

    def _named(self, listed: NameList, text: str) -> str:
        found = self.names.find(listed, text)
        if found is None:
            refusal = self.names.refusal(listed, text)
            self._refuse(refusal.message, refusal.help)
        return found.what if found else text

    def _place(self, text: str) -> str:
        if any(text in self.roster.names[each].known for each in ("region", "prefecture")):
            return text
        return self._municipality(text)

    def _municipality(self, text: str) -> str:
        found = meant(text, self.roster.municipalities)
        if len(found) != 1:
            self._refuse(
                _("there is no place '{place}'").format(place=text)
                if not found
                else _("'{place}' is the name of several").format(place=text),
                proposal([f"{each.full_name}（{each.code}）" for each in found])
                or _("write a region, a prefecture, or the code of a municipality that has a file"),
            )
            return text
        return found[0].code

    def _refuse(self, message: str, help_line: str = "") -> None:
        place = self.table.place(self.row, self.column)
        self.refusals.append(Refusal(self.row, f"{place}: {message}", help_line))


def _status(text: str) -> str:
    return next((own for own, word in STATUS_LABELS.items() if word in text), text)
