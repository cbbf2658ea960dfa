"""Names that no list has: told where they are given, or in the list where that is at fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from banso_cli.locale import _
from banso_cli.records.fields.names import NameList
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Related
from banso_cli.records.roster import Roster
from banso_cli.rules.faults import excepts
from banso_cli.rules.references.namings import Naming, names_given, namings
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import closest


def unknown_names(rule: str, roster: Roster, listed: NameList) -> Iterator[Finding]:
    """Yield what is unknown: a name that several give alike is missing or mistyped in the list.

    A record with an exception from the rule is told by itself.
    """
    used = names_given(roster, listed)
    alike: dict[str, list[Naming]] = {}
    for naming in namings(roster, listed):
        if naming.is_unknown and excepts(naming.record, rule):
            yield naming.unknown()
        elif naming.is_unknown:
            alike.setdefault(naming.name, []).append(naming)
    if alike and _are_lost(alike):
        return
    for name, group in alike.items():
        names = group[0].names
        meant = closest(name, names.known, names.aliases)
        if len(group) == 1 or meant in used:
            yield from (naming.unknown() for naming in group)
        elif meant and names.record is not None:
            yield _mistyped_in_list(names.record, meant, group)
        else:
            yield _not_in_list(group)


def _are_lost(alike: Mapping[str, Sequence[Naming]]) -> bool:
    """Tell whether the names are those that the list had before another was written over them.

    It is told of the list then: a name stands twice in it, or a placeholder.
    """
    names = next(group[0].names for group in alike.values())
    listed = [as_meant(name) for name in names.all]
    slips = len(listed) - len({*listed} - {""})
    return len(alike) <= slips and not any(
        len(group) == 1 and closest(name, names.known, names.aliases)
        for name, group in alike.items()
    )


def _mistyped_in_list(record: Record, written: str, group: Sequence[Naming]) -> Finding:
    """Return the finding at the entry that nobody gives, while several give a name like it."""
    name, names = group[0].name, group[0].names
    return Finding(
        record.places.at(names.list.key, names.all.index(written), "name"),
        _("nobody gives '{written}', but '{name}' is given {count} times").format(
            written=written, name=name, count=len(group)
        ),
        _("did you mean: {name}").format(name=name),
        (Related(_("given here"), group[0].place),),
    )


def _not_in_list(group: Sequence[Naming]) -> Finding:
    """Return the finding at the first of several that give the same name."""
    first, *others = group
    finding = first.unknown()
    again = _("given here as well, {count} times in all").format(count=len(group))
    return Finding(finding.place, finding.message, finding.help, (Related(again, others[0].place),))
