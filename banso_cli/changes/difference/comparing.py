"""From two rosters to their difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from banso_cli.changes.difference.aligning import changes_of, whole
from banso_cli.changes.difference.difference import Difference, RecordChange
from banso_cli.changes.difference.effects import effects
from banso_cli.changes.difference.pairing import Paired, paired
from banso_cli.changes.difference.renaming import Renamed, renamed_between
from banso_cli.privacy.class_names import impersonal, masked_in, without_classes
from banso_cli.reading.sources import Source
from banso_cli.records.application import Decisions, MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import with_status
from banso_cli.records.teams.holders import as_listed
from banso_cli.records.teams.team import Team
from banso_cli.yaml.fault import FaultKind

_WHOLE = frozenset({FaultKind.UNQUOTED_TEXT, FaultKind.MISSING_FILE, FaultKind.STRAY_FILE})
"""Faults with which nothing of a record is left out."""


def difference_of(
    before: tuple[Source, Roster], after: tuple[Source, Roster], *, has_tables: bool = True
) -> Difference:
    """Return what differs between two states, each with what it was read from."""
    (old_source, old), (new_source, new) = before, after
    unread = _unread(old) | _unread(new)
    renamed = renamed_between(old, new)
    old_records, new_records = (
        [each for each in roster.records if each.id not in unread] for roster in (old, new)
    )
    pairs = sorted(paired(old_records, new_records, renamed), key=_order)
    found = [_change(each, (old, new), renamed) for each in pairs]
    equal = [pair for pair in pairs if pair.before == pair.after]
    tables = effects(_countable(old), _countable(new), renamed) if has_tables else ()
    return Difference(
        renamed=renamed.all,
        records=tuple(each for each in found if each),
        rewritten=tuple(_rewritten(equal, old_source, new_source)),
        unread=tuple(sorted(unread)),
        tables=None if unread and has_tables else tables,
    )


def _countable(roster: Roster) -> Roster:
    """Return the roster as its tables are counted: members as listed, status as it follows."""
    return without_classes(with_status(as_listed(roster)))


def _unread(roster: Roster) -> frozenset[str]:
    """Return the ids of records that are not read, or not with all of their values."""
    partly = {fault.record for fault in roster.faults if fault.kind not in _WHOLE}
    return roster.unread | (partly & {each.id for each in roster.records})


def _order(pair: Paired) -> tuple[int, tuple[int | str, ...]]:
    record = _present(pair)
    return [*KINDS.values()].index(kind_of(record.id)), record.order


def _present(pair: Paired) -> Record:
    record = pair.after or pair.before
    assert record is not None  # noqa: S101 - a pair has one of both
    return record


def _change(pair: Paired, rosters: tuple[Roster, Roster], renamed: Renamed) -> RecordChange | None:
    """Return how a record differs, as it may be shown; None where only its form may."""
    one, other = pair.before, pair.after
    if one is not None and other is not None:
        changes = tuple(changes_of(one, other, renamed))
        if not changes and one.id == other.id:
            return None
    else:
        changes = tuple(whole(_present(pair), is_there_before=other is None))
    record = _present(pair)
    label = label_of(record, rosters[1] if other else rosters[0])
    ids = (other.id if other else None, one.id if one else None)
    found = RecordChange(kind_of(record.id).name, *ids, label, pair.change, changes)
    return _shown(found, rosters, has_people=kind_of(record.id).is_by_period)


def _shown(
    found: RecordChange, rosters: tuple[Roster, Roster], *, has_people: bool
) -> RecordChange:
    """Return a change without what is personal; where people are told of, names of classes too."""
    old, new = map(masked_in, rosters) if has_people else (impersonal, impersonal)
    return replace(
        found,
        changes=tuple(
            replace(
                each,
                path=new(old(each.path)),
                before=old(impersonal(each.before)),
                after=new(impersonal(each.after)),
                whose=new(each.whose),
            )
            for each in found.changes
        ),
    )


def label_of(record: Record, roster: Roster) -> str:
    """Return what people call a record: 森町（北海道）第2期チーム."""
    if isinstance(record, Municipality):
        return f"{record.name}（{record.prefecture}）"
    if isinstance(record, (Team, MunicipalityApplication)):
        known = roster.municipality_by_code.get(record.municipality)
        whose = label_of(known, roster) if known else record.municipality
        return f"{whose}第{record.period}期{'チーム' if isinstance(record, Team) else 'の応募'}"
    if isinstance(record, OfficerApplication):
        return f"職員 {record.stem} の第{record.period}期の応募"
    if isinstance(record, Decisions):
        return f"第{record.period}期のマッチングの決定"
    if isinstance(record, Period):
        return f"第{record.number}期"
    kind = kind_of(record.id)
    return kind.title if kind.is_single else f"{kind.title} {record.id}"


def _rewritten(pairs: list[Paired], old: Source, new: Source) -> Iterator[str]:
    """Yield the records whose files differ though their values do not."""
    for one, other, _change in pairs:
        if one and other and old.read(f"{one.id}.yaml") != new.read(f"{other.id}.yaml"):
            yield other.id
