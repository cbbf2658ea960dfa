"""The one table of the kinds of files that a roster holds.

Reading, the order of records, schemas and where a file belongs follow from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from banso_cli.records.agency import AgencyList
from banso_cli.records.application import Decisions, MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.for_editors import FOR_EDITORS, SCHEMA_FOLDER
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import ThemeList

PERIOD = "<期>"
STEM = "<団体コード>-<ローマ字>"
APPLICANT = "<応募番号>"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, also in Japanese, and the declaration of its records.

    `files` shows officials where such files stand and how they are named.
    """

    name: str
    title: str
    declaration: type[Record]
    files: str

    @property
    def is_single(self) -> bool:
        """Tell whether there is one file of this kind."""
        return "<" not in self.files

    @property
    def is_by_period(self) -> bool:
        """Tell whether such files stand in folders named by the number of the period."""
        return f"/{PERIOD}/" in self.files

    @property
    def top(self) -> str:
        """Return the first part of the ids of such records."""
        return self.files.partition("/")[0].removesuffix(".yaml")

    @property
    def pattern(self) -> str:
        """Return the pattern of the paths of such files."""
        return re.sub("<[^/]*>", "*", self.files)

    @property
    def schema_file(self) -> str:
        """Return the name of the file that holds the schema."""
        return f"{self.name}.schema.json"


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("programme", "制度の決まり", Programme, "programme.yaml"),
        Kind("agencies", "府省庁等の一覧", AgencyList, "agencies.yaml"),
        Kind("themes", "支援テーマの一覧", ThemeList, "themes.yaml"),
        Kind("period", "期", Period, f"periods/{PERIOD}.yaml"),
        Kind("municipality", "市町村", Municipality, f"municipalities/{STEM}.yaml"),
        Kind("team", "伴走支援チーム", Team, f"teams/{PERIOD}/{STEM}.yaml"),
        Kind(
            "officer-application",
            "職員の応募",
            OfficerApplication,
            f"applications/{PERIOD}/officers/{APPLICANT}.yaml",
        ),
        Kind(
            "municipality-application",
            "市町村の応募",
            MunicipalityApplication,
            f"applications/{PERIOD}/municipalities/{STEM}.yaml",
        ),
        Kind("matching", "マッチングの決定", Decisions, f"applications/{PERIOD}/matching.yaml"),
    )
}
"""All kinds by name, in the order in which a roster is read."""

_NUMBERS = {kind.declaration: number for number, kind in enumerate(KINDS.values())}


@cache
def every_key() -> frozenset[str]:
    """Return the keys that some record may have, at any depth."""
    found: set[str] = set()
    parts: list[type[Part]] = [kind.declaration for kind in KINDS.values()]
    while parts:
        fields = fields_of(parts.pop())
        found.update(fields)
        parts += [field.part for field in fields.values() if field.part]
    return frozenset(found)


def kind_of(record: str) -> Kind:
    """Return the kind of a record by its id (`teams/2/013455-mori`)."""
    top = record.partition("/")[0]
    kinds = [kind for kind in KINDS.values() if kind.top == top]
    file = PurePosixPath(f"{record}.yaml")
    return next((kind for kind in kinds if file.match(kind.pattern)), kinds[0])


def ordered(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records by their kinds, and those of one kind in their own order."""
    return tuple(sorted(records, key=lambda each: (_NUMBERS[type(each)], each.order)))


def schema_line(record: str) -> str:
    """Return the first line of a record's file, by its id: an editor finds the schema by it."""
    upwards = "../" * record.count("/")
    return f"{FOR_EDITORS} $schema={upwards}{SCHEMA_FOLDER}/{kind_of(record).schema_file}"
