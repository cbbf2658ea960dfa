"""How the rules of syntax and shape put into words what reading could not take."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from banso_cli.locale import _
from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.finding import Finding, Related
from banso_cli.model.place import Place
from banso_cli.model.record import Record
from banso_cli.model.roster import Roster


def faults_of(roster: Roster, kind: FaultKind) -> Iterator[Fault]:
    """Yield the faults of one kind in the order of reading."""
    return (fault for fault in roster.faults if fault.kind is kind)


def unloaded(roster: Roster) -> frozenset[str]:
    """Return the ids of files that may be records, but lie or are named where nothing loads them.

    A record that is missing from its place is probably one of these.
    """
    lost = [
        fault
        for fault in roster.faults
        if fault.kind is FaultKind.WRONG_SUFFIX
        or (fault.kind is FaultKind.STRAY_FILE and fault.found == ".yaml")
    ]
    meant = (where.removesuffix(".yaml") for fault in lost for where in fault.expected)
    return frozenset((*(fault.record for fault in lost), *meant))


def excepts(record: Record, rule: str) -> bool:
    """Tell whether a record asks for silence of a rule."""
    return any(exception.rule == rule for exception in record.exceptions)


def faulty_parts(roster: Roster) -> frozenset[Place]:
    """Return the parts of records with a value that is left out because of a fault."""
    return frozenset(fault.part for fault in roster.faults if fault.part is not None)


def told(
    roster: Roster,
    kind: FaultKind,
    message: str,
    help_line: str,
    expected: tuple[str, ...] | None = None,
    besides: Collection[Place] = (),
) -> Iterator[Finding]:
    """Yield a finding for each fault of a kind; `{found}` in the words is what stands there.

    Where `expected` is given, only faults that expect this are told; none in the parts `besides`.
    """
    for fault in faults_of(roster, kind):
        if expected not in (None, fault.expected) or fault.part in besides:
            continue
        first = fault.related
        yield Finding(
            fault.place,
            message.format(found=fault.found),
            help_line.format(found=fault.found),
            fault.record,
            (Related(_("first written here"), first),) if first else (),
        )
