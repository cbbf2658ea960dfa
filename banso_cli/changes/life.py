"""The life of a record: what each commit changed of its values, over all its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.changes.commits import Commit, Touched
from banso_cli.changes.difference.comparing import difference_of
from banso_cli.changes.difference.difference import Change, Difference, RecordChange
from banso_cli.changes.git import Repository
from banso_cli.changes.log import commits_of
from banso_cli.changes.revisions import Revision, contents_of
from banso_cli.reading.folder import read_roster
from banso_cli.records.fields.names import LISTS
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import ordered
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster

Contents = Mapping[str, bytes]
"""What objects of git hold, by their names."""


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a record: each commit with what it changed of the values, the newest first.

    `skipped` counts the commits that changed none of its values; `is_cut` tells that its beginning
    is not here, since the clone is shallow.
    """

    events: tuple[tuple[Commit, Difference], ...]
    skipped: int
    is_cut: bool


def life_of(folder: Path, is_own: Callable[[str], bool], around: Iterable[Record]) -> Life:
    """Return the life of the record whose files are told by their paths within the roster.

    `around` are records of today that say what its names mean.
    """
    repository, known = Repository.of(folder), tuple(around)
    commits = commits_of(repository, folder, is_own)
    contents = _contents(repository, commits)
    edges = {each.name for each in commits if not each.parents and _is_edge(contents[each.name])}
    whole = [each for each in commits if each.name not in edges]
    told = [(each, _told(each, contents, known, is_own)) for each in whole]
    return Life(
        tuple((each, found) for each, found in told if found is not None),
        sum(found is None and each.parents < _MERGE for each, found in told),
        bool(edges),
    )


_MERGE = 2
"""Parents that a merge has at least; one that has no value of its own is not even counted."""


def _contents(repository: Repository, commits: Sequence[Commit]) -> Contents:
    """Return what all files held, and the commits without a parent themselves."""
    wanted = [each.name for each in commits if not each.parents]
    files = (each for commit in commits for side in commit.sides for each in side)
    wanted += (found.name for each in files for found in (each.before, each.after) if found)
    return contents_of(repository, wanted)


def _is_edge(commit: bytes) -> bool:
    """Tell whether a commit has a parent though git knows none: the clone is shallow."""
    return b"\nparent " in commit.partition(b"\n\n")[0]


def _told(
    commit: Commit, contents: Contents, known: tuple[Record, ...], is_own: Callable[[str], bool]
) -> Difference | None:
    """Return what a commit changed; of a merge what it shares with none of its parents."""
    if len(commit.sides) < commit.parents:
        return None
    sides = [_difference(side, contents, known) for side in commit.sides]
    found = _within(sides[0] if len(sides) == 1 else _own(sides), is_own)
    return None if found.is_empty and not found.unread else found


def _within(found: Difference, is_own: Callable[[str], bool]) -> Difference:
    """Return what of a difference is the record's own: of lists the names that it has."""

    def keeps(record: str | None) -> bool:
        return record is not None and is_own(f"{record}.yaml")

    lists = {each.id: each.kind for each in LISTS}
    return replace(
        found,
        renamed=tuple(e for e in found.renamed if e.teams or keeps(lists[e.list])),
        records=tuple(e for e in found.records if keeps(e.id) or keeps(e.id_before)),
        unread=tuple(filter(keeps, found.unread)),
    )


def _difference(
    side: tuple[Touched, ...], contents: Contents, known: tuple[Record, ...]
) -> Difference:
    files = (
        {each.path: each.before for each in side if each.before},
        {each.path: each.after for each in side if each.after},
    )  # what a link leads to is not among them, and is not read
    before, after = (Revision.of("roster", each, contents) for each in files)
    touched = {each.path for each in side}
    has_place = any(path.startswith("municipalities/") for path in touched)
    beside = [
        each
        for each in known
        if f"{each.id}.yaml" not in touched and not (has_place and isinstance(each, Municipality))
    ]
    old, new = (_roster(each, beside) for each in (before, after))
    return difference_of((before, old), (after, new), has_tables=False)


def _roster(source: Revision, beside: list[Record]) -> Roster:
    """Return the records of a state, beside those of today that it does not touch."""
    found = read_roster(source)
    return replace(found, records=ordered((*found.records, *beside)))


def _own(sides: list[Difference]) -> Difference:
    """Return what differs from every parent; a record that one of them lacks does as a whole."""
    records = [{each.id or each.label: each for each in side.records} for side in sides]
    common = [name for name in records[0] if all(name in each for each in records)]
    own = (_own_record([each[name] for each in records]) for name in common)
    renamed = (each for each in sides[0].renamed if all(each in side.renamed for side in sides))
    return replace(sides[0], renamed=tuple(renamed), records=tuple(filter(None, own)))


def _own_record(sides: list[RecordChange]) -> RecordChange | None:
    """Return what of a record differs from every parent that has it; None where nothing does."""
    partly = [each for each in sides if each.change not in {"added", "removed"}]
    if not partly:
        return sides[0]
    others = [{_key(change) for change in each.changes} for each in partly[1:]]
    own = tuple(each for each in partly[0].changes if all(_key(each) in other for other in others))
    is_renamed = all(each.id_before != each.id for each in partly)
    return replace(partly[0], changes=own) if own or is_renamed else None


def _key(change: Change) -> tuple[object, ...]:
    return change.path, change.seat[1] if change.seat else None, change.after
