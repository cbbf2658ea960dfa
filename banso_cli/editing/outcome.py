"""The roster as it would be with other texts: read and checked before there is a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from banso_cli.editing.changes import Change
from banso_cli.reading.shape import read_record
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.kinds import kind_of, ordered
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.yaml.events import read_text
from banso_cli.yaml.place import record_at


@dataclass(frozen=True, slots=True)
class Outcome:
    """The errors that changed files would have; `elsewhere` counts those that others would."""

    errors: tuple[Finding, ...]
    elsewhere: int


def outcome(roster: Roster, changes: Iterable[Change]) -> Outcome:
    """Read files as they would be, and check the roster with them."""
    files = {change.record: change.after for change in changes}
    if not files:
        return Outcome((), 0)
    texts = {record: data.decode("utf-8") for record, data in files.items() if data}
    errors = new_errors(roster, with_texts(roster, texts, files.keys() - texts.keys()))
    paths = {f"{roster.name}/{record}.yaml" for record in files}
    own = tuple(error for error in errors if _concerns(error, paths))
    return Outcome(own, len(errors) - len(own))


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
            each, shape = read_record(kind_of(record).declaration, reading.tree, path, record)
            faults += shape
        if each is None:
            unread.add(record)
        else:
            found.append(each)
    others = [each for each in roster.records if each.id not in gone]
    files = {path for path in roster.files if record_at(path) not in gone}
    files |= {f"{roster.name}/{record}.yaml" for record in texts}
    return replace(
        roster,
        records=ordered((*others, *found)),
        faults=tuple(faults),
        files=tuple(sorted(files)),
        unread=frozenset(unread),
    )


def _what(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.record


def _concerns(finding: Finding, paths: Ids[str]) -> bool:
    """Tell whether a finding stands in one of the files, or has another of its places there."""
    places = (finding.place, *(related.place for related in finding.related))
    return any(place.path in paths for place in places)
