"""The roster as it would be with other texts: read and checked before there is a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Mapping
from dataclasses import dataclass, replace

from banso_cli.editing.canonical import canonical
from banso_cli.editing.formatting import declaration_of, parsed
from banso_cli.editing.layout import Collection, Item
from banso_cli.editing.page import text_of
from banso_cli.editing.record_layout import entry_layout
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.kinds import ordered
from banso_cli.model.record import Part, Record
from banso_cli.model.roster import Roster
from banso_cli.reading.events import read_text
from banso_cli.reading.shape import read_record
from banso_cli.rules import check


@dataclass(frozen=True, slots=True)
class Addition:
    """A file to write, by the id of its record, with the errors that stand in its way.

    `elsewhere` counts the errors that other records have because of it.
    """

    record: str
    text: str
    errors: tuple[Finding, ...]
    elsewhere: int

    @property
    def path(self) -> str:
        """Return the path of the file within the roster."""
        return f"{self.record}.yaml"


def addition(roster: Roster, record: str, text: str) -> Addition:
    """Read the text of a new file, or the new text of a list, and check the roster with it."""
    path = f"{roster.name}/{record}.yaml"
    errors = new_errors(roster, with_texts(roster, {record: text}))
    own = tuple(finding for finding in errors if concerns(finding, path))
    return Addition(record, text, own, len(errors) - len(own))


def new_errors(before: Roster, after: Roster) -> tuple[Finding, ...]:
    """Return the errors of a roster that it had not before.

    An error whose words alone are others is none, as where a count has changed that was wrong.
    """
    known = [each for each in check(before) if each.severity is Severity.ERROR]
    found = [each for each in check(after) if each.severity is Severity.ERROR]
    words = {(*_what(each), each.message) for each in known}
    more = Counter(map(_what, found)) - Counter(map(_what, known))
    return tuple(
        each for each in found if more[_what(each)] and (*_what(each), each.message) not in words
    )


def with_entry(text: str, record: str, key: str, entry: Part, index: int) -> str:
    """Return the text of a list's file with one more entry, at this index under this key."""
    document = parsed(text.replace("\r\n", "\n"))
    items = tuple(_extended(item, key, entry, index) for item in document.root.items)
    extended = replace(document, root=replace(document.root, items=items))
    return text_of(canonical(extended, declaration_of(record)))


def _extended(item: Item, key: str, entry: Part, index: int) -> Item:
    """Return the item with one more entry where its key is the one that is meant."""
    value = item.value
    if item.key is None or item.key.value != key or not isinstance(value, Collection):
        return item
    in_flow = value.is_flow and bool(value.items or value.opening or value.end)
    added = entry_layout(entry, in_flow=in_flow)
    if any(each.before[:1] == ("",) for each in value.items[1:]):  # entries are parted by blanks
        added = replace(added, before=("",))
    items = (*value.items[:index], added, *value.items[index:])
    return replace(item, value=replace(value, is_flow=in_flow, items=items))


def with_texts(roster: Roster, texts: Mapping[str, str], removed: Ids[str] = ()) -> Roster:
    """Return the roster with records that these texts give, by id, and without those removed."""
    gone = {*texts, *removed}
    faults = [fault for fault in roster.faults if fault.record not in gone]
    unread = set(roster.unread - gone)
    found: list[Record] = []
    for record, text in texts.items():
        path = f"{roster.name}/{record}.yaml"
        reading = read_text(text, path, record)
        faults += reading.faults
        each = None
        if reading.tree is not None:
            each, shape = read_record(declaration_of(record), reading.tree, path, record)
            faults += shape
        if each is None:
            unread.add(record)
        else:
            found.append(each)
    others = [each for each in roster.records if each.id not in gone]
    files = {path for path in roster.files if _id_of(path) not in gone}
    files |= {f"{roster.name}/{record}.yaml" for record in texts}
    return replace(
        roster,
        records=ordered((*others, *found)),
        faults=tuple(faults),
        files=tuple(sorted(files)),
        unread=frozenset(unread),
    )


def _id_of(path: str) -> str:
    return path.partition("/")[2].removesuffix(".yaml")


def _what(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.record


def concerns(finding: Finding, path: str) -> bool:
    """Tell whether a finding stands in a file, or has another of its places there."""
    places = (finding.place, *(related.place for related in finding.related))
    return any(place.path == path for place in places)
