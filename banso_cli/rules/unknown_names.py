"""Names that no list has: told where they are given, or in the list where that is at fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Related
from banso_cli.model.record import Record
from banso_cli.rules.faults import excepts
from banso_cli.rules.meaning import as_meant
from banso_cli.rules.namings import Naming
from banso_cli.rules.suggestion import closest


def unknown_names(
    rule: str, namings: Sequence[Naming], listed: Record | None, key: str, message: str
) -> Iterator[Finding]:
    """Yield what is unknown: a name that several give alike is missing or mistyped in the list.

    `listed` has under `key` the entries of the list. A record with an exception from the rule is
    told by itself.
    """
    used = {naming.name for naming in namings}
    alike: dict[str, list[Naming]] = {}
    for naming in namings:
        if naming.is_unknown and excepts(naming.record, rule):
            yield naming.unknown(message)
        elif naming.is_unknown:
            alike.setdefault(naming.name, []).append(naming)
    if _are_lost(alike, listed, key):
        return
    for name, group in alike.items():
        meant = closest(name, group[0].known, group[0].aliases)
        if len(group) == 1 or meant in used:
            yield from (naming.unknown(message) for naming in group)
        elif meant and listed is not None:
            yield _mistyped_in_list(listed, key, meant, group)
        else:
            yield _not_in_list(group, message)


def _are_lost(alike: Mapping[str, Sequence[Naming]], listed: Record | None, key: str) -> bool:
    """Tell whether the names are those that the list had before another was written over them.

    It is told of the list then: a name stands twice in it, or a placeholder.
    """
    names = [as_meant(entry.name) for entry in getattr(listed, key, ())]
    slips = len(names) - len({*names} - {""})
    return 0 < len(alike) <= slips and not any(
        len(group) == 1 and closest(name, group[0].known, group[0].aliases)
        for name, group in alike.items()
    )


def _mistyped_in_list(listed: Record, key: str, written: str, group: Sequence[Naming]) -> Finding:
    """Return the finding at the entry that nobody gives, while several give a name like it."""
    name = group[0].name
    entries = getattr(listed, key)
    index = next(n for n, entry in enumerate(entries) if entry.name == written)
    return Finding(
        listed.places.at(key, index, "name"),
        _("nobody gives '{written}', but '{name}' is given {count} times").format(
            written=written, name=name, count=len(group)
        ),
        _("did you mean: {name}").format(name=name),
        listed.id,
        (Related(_("given here"), group[0].place),),
    )


def _not_in_list(group: Sequence[Naming], message: str) -> Finding:
    """Return the finding at the first of several that give the same name."""
    first, *others = group
    finding = first.unknown(message)
    again = _("given here as well, {count} times in all").format(count=len(group))
    return Finding(
        finding.place,
        finding.message,
        finding.help,
        finding.record,
        (Related(again, others[0].place),),
    )
