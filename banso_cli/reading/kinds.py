"""The kinds of files that a roster holds, and how each names its schema for editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SCHEMA_FOLDER = ".schema"
"""The folder of the schemas within the roster; nothing in it is read as a record."""


FOR_EDITORS = "# yaml-language-server:"
"""How the line begins by which an editor finds the schema; it stands first in a file."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, also in Japanese, and where such files stand.

    `top` is the first part of its records' ids; `files` shows officials how the files are named.
    """

    name: str
    title: str
    top: str
    files: str

    @property
    def schema_file(self) -> str:
        """Return the name of the file that holds the schema."""
        return f"{self.name}.schema.json"


_STEM = "<団体コード>-<ローマ字>.yaml"

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("programme", "制度の決まり", "programme", "programme.yaml"),
            Kind("agencies", "府省庁等の一覧", "agencies", "agencies.yaml"),
            Kind("themes", "支援テーマの一覧", "themes", "themes.yaml"),
            Kind("period", "期", "periods", "periods/<期>.yaml"),
            Kind("municipality", "市町村", "municipalities", f"municipalities/{_STEM}"),
            Kind("team", "伴走支援チーム", "teams", f"teams/<期>/{_STEM}"),
        )
    }
)
"""All kinds by name, in the order in which a roster is read."""


def schema_line(record: str) -> str:
    """Return the first line of a record's file, by which an editor finds the schema.

    `record` is the id of the record (`teams/2/013455-mori`).
    """
    top = record.partition("/")[0]
    kind = next(kind for kind in KINDS.values() if kind.top == top)
    upwards = "../" * record.count("/")
    return f"{FOR_EDITORS} $schema={upwards}{SCHEMA_FOLDER}/{kind.schema_file}"
