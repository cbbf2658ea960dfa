"""Rules of shape: values that are not what their field wants, with what they probably mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.faults import faults_of
from banso_cli.rules.rule import rule
from banso_cli.rules.shape.meant import (
    cannot_be_left_out,
    help_for_choice,
    left_out,
    meant_choice,
    written_so,
)
from banso_cli.rules.shape.values import (
    Meant,
    is_unknown,
    meant_day,
    meant_number,
    meant_truth,
    no_such_day,
)
from banso_cli.yaml.fault import Fault, FaultKind

_NO_ROLES = frozenset({"支援官", "地方創生支援官"})


@rule(exceptable=False, fixable=True)
def not_a_number(roster: Roster) -> Iterator[Finding]:
    """Something else stands where a number is due.

    Why: numbers are written in half-width digits, without separators and units.

    Example:

        age: 34歳

    Mend: write half-width digits only.

        age: 34
    """
    for fault in faults_of(roster, FaultKind.NOT_A_NUMBER):
        wanted = fault.expected[0]
        message, help_line = {
            "percent": (
                _("'{found}' is not a percentage from 0 to 100"),
                _("write half-width digits only, such as 83 or 83.5"),
            ),
            "degrees": (
                _("'{found}' is not a number of degrees"),
                _("write degrees with their fraction, such as 39.0819"),
            ),
            "year": (_("'{found}' is not a year"), _("write the year of our era, such as 2026")),
        }.get(
            wanted,
            (_("'{found}' is not a number"), _("write half-width digits only, such as 12345")),
        )
        meant = meant_number(fault.found, wanted)
        yield _of_value(fault, message.format(found=fault.found), help_line, meant)


@rule(exceptable=False, fixable=True)
def not_a_date(roster: Roster) -> Iterator[Finding]:
    """Something else stands where a date is due.

    Why: dates are written as 2026-04-01, so that they sort and compare.

    Example:

        date: 令和8年4月1日

    Mend: write year-month-day, each part with all its digits.

        date: 2026-04-01
    """
    for fault in faults_of(roster, FaultKind.NOT_A_DATE):
        reason = no_such_day(fault.found)
        message = _("there is no day {found}") if reason else _("'{found}' is not a date")
        yield _of_value(
            fault,
            message.format(found=fault.found),
            reason or _("write year-month-day, such as 2026-04-01"),
            None if reason else meant_day(fault.found),
        )


@rule(exceptable=False, fixable=True)
def not_a_truth_value(roster: Roster) -> Iterator[Finding]:
    """Something else stands where true or false is due.

    Why: yes, on and はい are read differently by different readers.

    Example:

        public: はい

    Mend: write true or false.

        public: true
    """
    for fault in faults_of(roster, FaultKind.NOT_A_TRUTH_VALUE):
        yield _of_value(
            fault,
            _("'{found}' is neither true nor false").format(found=fault.found),
            _("write true or false"),
            meant_truth(fault.found),
        )


def _of_value(fault: Fault, message: str, help_line: str, meant: Meant | None) -> Finding:
    """Return the finding of a value: what it means, that it may be left out, or the general help.

    A value that is there only to say that nothing is known is left out, where that is allowed.
    """
    if meant is not None:
        return written_so(fault, message, meant)
    if fault.key == "role" and fault.found in _NO_ROLES:
        help_line = _("delete '{written}'; only オフィサー have a role").format(
            written=f"{fault.key}: {fault.found}"
        )
    elif is_unknown(fault.found):
        help_line = cannot_be_left_out(fault) if fault.needed else left_out(fault)
    return Finding(fault.place, message, help_line)


@rule(exceptable=False, fixable=True)
def unknown_choice(roster: Roster) -> Iterator[Finding]:
    """A value is none of the few that the field allows.

    Why: the field sorts records into classes; another word would be a class of its own.

    Example:

        status: 継続

    Mend: write one of the values that the finding lists.

        status: continuing
    """
    for fault in faults_of(roster, FaultKind.UNKNOWN_CHOICE):
        message = _("'{text}' is not allowed here").format(text=fault.found)
        meant = meant_choice(fault)
        help_line = help_for_choice(fault, meant)
        finding = _of_value(fault, message, help_line, meant)
        yield replace(finding, help=help_line) if meant else finding
