"""Applications in a list, a row an applicant: columns by their heads, places by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from pydantic import ValidationError

from banso_cli.files.failure import Refusal, refuse
from banso_cli.intake.application_heads import ID, head_of, title
from banso_cli.intake.new_records import meant
from banso_cli.intake.official_names import OfficialNames
from banso_cli.intake.sheets.cells import Place, Sheet
from banso_cli.intake.tables import tables_of
from banso_cli.locale import _
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.declared import fields_of
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

_Text: TypeAlias = tuple[str, str, object]
"""A key, the text that is told of it, and what people call its place."""


def applications_in(sheets: tuple[Sheet, ...], period: int, roster: Roster) -> tuple[Record, ...]:
    """Return all applications of a file; a failure with every cell that cannot be taken."""
    reader = _Reader(roster, period)
    first: dict[str, Place] = {}
    found = []
    for table in tables_of(sheets):
        for place, kind, texts in _below_heads(table):
            record = reader.record(kind, texts, place, place.line)
            if record is None:
                continue
            found.append(record)
            before = first.setdefault(record.id, place)
            if before != place:
                message = _("{place}: the same applicant as in {other}")
                words = message.format(place=place, other=before)
                reader.refusals.append(Refusal(1, words, _("keep one of the rows")))
    refuse(reader.refusals)
    return tuple(found)


def _below_heads(table: Sheet) -> Iterator[tuple[Place, type[Part], Sequence[_Text]]]:
    """Yield the rows below the heads of a table: where each stands, and what it tells of what."""
    head = head_of(table)
    if head is None:
        return
    heads, kind, columns = head
    for line in table.lines:
        if line.number > heads.number:
            texts = [(key, line.text(at), table.place(line, at)) for at, key in columns.items()]
            yield table.place(line), kind, texts


def application_of(
    kind: type[Part], values: Mapping[str, str], period: int, roster: Roster
) -> tuple[Record | None, Sequence[Refusal]]:
    """Return one application, of the text of each key, or else all that cannot be taken."""
    reader = _Reader(roster, period)
    texts = [(key, text, key if key == ID else title(kind, key)) for key, text in values.items()]
    return reader.record(kind, texts, ID), reader.refusals


class _Reader:
    """Reads one application after another, and keeps what is refused in any of them."""

    def __init__(self, roster: Roster, period: int) -> None:
        self.roster, self.period = roster, period
        self.names = OfficialNames(roster)
        self.refusals: list[Refusal] = []
        self.place: object = ""
        self.line = 0

    def record(
        self, kind: type[Part], texts: Iterable[_Text], place: object, line: int = 0
    ) -> Record | None:
        """Return what stands in a place, such as a row; None where something in it is refused."""
        values: dict[str, Any] = {}
        before, self.line = len(self.refusals), line
        for key, text, self.place in texts:
            if text:
                values[key] = self._value(kind, key, text)
        self.place = place
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

    def _value(self, kind: type[Part], key: str, text: str) -> object:
        """Return the value of a key; of a list all its entries."""
        reads: dict[str, Callable[[str], object]] = {
            "themes": self._able,
            "issues": partial(self._named, THEME),
            "agencies": partial(self._named, AGENCY),
            "agency": partial(self._named, AGENCY),
            "rank": partial(self._named, RANK),
            "wishes": self._place,
            "excluded": self._place,
            "stays": self._municipality,
            "municipality": self._municipality,
            "elsewhere": self._truth,
            "status": _status,
        }
        read = reads.get(key, as_meant)
        if key == ID or not fields_of(kind)[key].is_list:
            return read(text)
        return tuple(read(each) for part in _PARTED.split(text) if (each := part.strip()))

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
        self.refusals.append(Refusal(self.line, f"{self.place}: {message}", help_line))


def _status(text: str) -> str:
    return next((own for own, word in STATUS_LABELS.items() if word in text), text)
