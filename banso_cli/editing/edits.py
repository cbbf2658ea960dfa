"""An edit of the roster: one record as it is and as it is to be, and what its file becomes.

Whoever wants something changed says what the record is to say; what differs is set, inserted or
removed in its file, and every other letter stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.formatting import bytes_of, decoded
from banso_cli.editing.record_layout import record_layout
from banso_cli.editing.revising import Order, revised
from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.kinds import schema_line
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.yaml.page import text_of


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a record, by its id.

    `before` is None for a new one, `after` for one that is removed; `moved` tells of lists, by
    their key, where each entry was before.
    """

    record: str
    before: Record | None
    after: Record | None
    moved: Mapping[str, Order] = field(default_factory=dict)

    def change(self, roster: Roster, folder: Path) -> Change:
        """Return the change of the file; a failure where it cannot be edited with nothing lost."""
        path = f"{roster.name}/{self.record}.yaml"
        before = decoded(bytes_of(folder.parent / path)) if self.before is not None else ""
        if self.after is None:
            after = ""
        elif self.before is None:
            after = new_text(self.after, roster)
        elif self.before == self.after:
            after = before
        else:
            after = revised(before, self.before, self.after, self.moved)
        return Change(path, before.encode("utf-8"), after.encode("utf-8"), path)


def insertion(record: Record, key: str, entry: Part, index: int) -> Edit:
    """Return the edit that puts one more entry at this index into a list of a record."""
    entries = getattr(record, key)
    after = record.model_copy(update={key: (*entries[:index], entry, *entries[index:])})
    order = (*range(index), None, *range(index, len(entries)))
    return Edit(record.id, record, after, {key: order})


def new_text(record: Record, roster: Roster, about: str = "") -> str:
    """Return the text of a new file, with the line by which editors find its schema.

    What is told about the file stands at its head, and the name behind the code of a municipality.
    """
    head = (schema_line(record.id), *((f"# {about}",) if about else ()))
    supported = isinstance(
        record, Team | MunicipalityApplication
    ) and roster.municipality_by_code.get(record.municipality)
    name = " ".join(supported.full_name.split()) if supported else ""
    return text_of(record_layout(record, head, {"municipality": f"# {name}"} if name else {}))
