"""Adding a record, or an entry of a list: written, read back and checked before it is a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from banso_cli.editing.canonical import canonical
from banso_cli.editing.formatting import declaration_of, parsed
from banso_cli.editing.layout import Collection, Item
from banso_cli.editing.page import text_of
from banso_cli.editing.record_layout import entry_layout
from banso_cli.model.agency import AgencyList
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.municipality import Municipality
from banso_cli.model.period import Period
from banso_cli.model.record import Part
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.model.theme import ThemeList
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
    after = _with(roster, record, text, path)
    known = {_what(finding) for finding in check(roster)}
    errors = [
        finding
        for finding in check(after)
        if finding.severity is Severity.ERROR and _what(finding) not in known
    ]
    own = tuple(finding for finding in errors if _concerns(finding, path))
    return Addition(record, text, own, len(errors) - len(own))


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


def _with(roster: Roster, record: str, text: str, path: str) -> Roster:
    """Return the roster with the record that the text gives, and with its faults."""
    reading = read_text(text, path, record)
    found, faults = None, list(reading.faults)
    if reading.tree is not None:
        found, shape = read_record(declaration_of(record), reading.tree, path, record)
        faults += shape
    after = replace(roster, faults=(*roster.faults, *faults), files=(*roster.files, path))
    if isinstance(found, AgencyList):
        return replace(after, agency_list=found)
    if isinstance(found, ThemeList):
        return replace(after, theme_list=found)
    if isinstance(found, Period):
        return replace(after, periods=(*roster.periods, found))
    if isinstance(found, Municipality):
        return replace(after, municipalities=(*roster.municipalities, found))
    if isinstance(found, Team):
        return replace(after, teams=(*roster.teams, found))
    return after


def _what(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.record, finding.message


def _concerns(finding: Finding, path: str) -> bool:
    places = (finding.place, *(related.place for related in finding.related))
    return any(place.path == path for place in places)
