"""Rules of shape (S): keys and kinds of values, as the records declare them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from banso_cli.locale import _
from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.finding import Finding, Replacement
from banso_cli.model.roster import Roster
from banso_cli.rules.codes import malformed_places
from banso_cli.rules.faults import faults_of
from banso_cli.rules.meant import help_for_choice, meant_choice, meant_key, told, write
from banso_cli.rules.rule import rule
from banso_cli.rules.suggestion import one_of
from banso_cli.rules.values import (
    Meant,
    is_unknown,
    meant_day,
    meant_number,
    meant_truth,
    no_such_day,
)

_NO_ROLES = frozenset({"支援官", "地方創生支援官"})


@rule(exceptable=False)
def missing_key(roster: Roster) -> Iterator[Finding]:
    """A key that every such record has is not there.

    Why: the record cannot be counted without it.
    """
    # A key that is there under a mistyped name is told as that.
    mistyped = {
        (fault.part, meant.text)
        for fault in faults_of(roster, FaultKind.UNKNOWN_KEY)
        if (meant := meant_key(fault))
    }
    for fault in faults_of(roster, FaultKind.MISSING_KEY):
        if (fault.part, fault.found) not in mistyped:
            yield Finding(
                fault.place,
                _("the key '{found}' is missing").format(found=fault.found),
                _("add a line '{found}: …'").format(found=fault.found),
                fault.record,
            )


@rule(exceptable=False, fixable=True)
def unknown_key(roster: Roster) -> Iterator[Finding]:
    """A key is not one that such a record has.

    Why: a mistyped key would be passed over, and its value with it.
    """
    for fault in faults_of(roster, FaultKind.UNKNOWN_KEY):
        message = _("the key '{key}' is not known here").format(key=fault.found)
        meant = meant_key(fault)
        if meant is None:
            help_line = one_of(fault.expected) or _("delete the line")
            yield Finding(fault.place, message, help_line, fault.record)
        else:
            yield _written_so(fault, message, meant)


def _written_so(fault: Fault, message: str, meant: Meant) -> Finding:
    """Return the finding of a value that has one meaning, with the edit where that is sure."""
    fix = Replacement(fault.place, meant.text) if meant.is_sure else None
    return Finding(fault.place, message, told(meant), fault.record, fix=fix)


@rule(exceptable=False)
def wrong_shape(roster: Roster) -> Iterator[Finding]:
    """A single value, a list or a part with keys stands where another of these is due.

    Why: the value cannot be read.
    """
    for fault in faults_of(roster, FaultKind.WRONG_SHAPE):
        wanted = fault.expected[0]
        message = {
            "text": _("a single value is due here"),
            "list": _("a list is due here"),
            "mapping": _("a part with keys is due here"),
        }[wanted]
        yield Finding(fault.place, message, _help_for_shape(fault), fault.record)


def _help_for_shape(fault: Fault) -> str:
    wanted, *keys = fault.expected
    if wanted == "text":
        return write(fault.found) if fault.found else _("write one value behind the colon")
    if wanted == "list":
        if keys:
            return _(
                "write '- ' before '{keys}', and indent what belongs to it by two more"
            ).format(keys=f"{keys[0]}: …")
        if fault.found:
            return write(f"[{fault.found}]")
        return _("write '- ' before each entry on a line of its own, or [a, b]")
    if keys and fault.found:
        return write(", ".join((f"{keys[0]}: {fault.found}", *(f"{key}: …" for key in keys[1:]))))
    return _("write 'key: value' lines, indented by two blanks")


@rule(exceptable=False)
def empty_value(roster: Roster) -> Iterator[Finding]:
    """A key or an entry of a list has no value.

    Why: what is not known is left out, so that it is counted as 未収録 and not as nothing.
    """
    for fault in faults_of(roster, FaultKind.EMPTY_VALUE):
        message = (
            _("the key '{key}' has no value").format(key=fault.found)
            if fault.found
            else _("the entry has no value")
        )
        help_line = _needed(fault) if fault.needed else _("write a value, or delete the line")
        yield Finding(fault.place, message, help_line, fault.record)


def _needed(fault: Fault) -> str:
    return _("write a value; '{key}' cannot be left out").format(key=fault.key)


@rule(exceptable=False, fixable=True)
def unquoted_text(roster: Roster) -> Iterator[Finding]:
    """Text that other readers of YAML take for a number, a date or a truth value is not quoted.

    Why: `012025` without quotes becomes the number 5141 in Excel's and Python's readers.
    """
    malformed = malformed_places(roster)
    for fault in faults_of(roster, FaultKind.UNQUOTED_TEXT):
        if fault.place in malformed:
            continue  # in quotes it would be as wrong: malformed-code tells what to write
        yield Finding(
            fault.place,
            _("'{text}' is text, but reads as something else without quotes").format(
                text=fault.found
            ),
            _('write "{text}"').format(text=fault.found),
            fault.record,
            fix=Replacement(fault.place, f'"{fault.found}"'),
        )


@rule(exceptable=False, fixable=True)
def not_a_number(roster: Roster) -> Iterator[Finding]:
    """Something else stands where a number is due.

    Why: numbers are written in half-width digits, without separators and units.
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
        return _written_so(fault, message, meant)
    if fault.key == "role" and fault.found in _NO_ROLES:
        help_line = _("delete '{written}'; only オフィサー have a role").format(
            written=f"{fault.key}: {fault.found}"
        )
    elif is_unknown(fault.found):
        help_line = _needed(fault) if fault.needed else _left_out(fault)
    return Finding(fault.place, message, help_line, fault.record)


def _left_out(fault: Fault) -> str:
    return _("delete '{written}'; what is not known is left out").format(
        written=f"{fault.key}: {fault.found}"
    )


@rule(exceptable=False, fixable=True)
def unknown_choice(roster: Roster) -> Iterator[Finding]:
    """A value is none of the few that the field allows.

    Why: the field sorts records into classes; another word would be a class of its own.
    """
    for fault in faults_of(roster, FaultKind.UNKNOWN_CHOICE):
        message = _("'{text}' is not allowed here").format(text=fault.found)
        meant = meant_choice(fault)
        help_line = help_for_choice(fault, meant)
        finding = _of_value(fault, message, help_line, meant)
        yield replace(finding, help=help_line) if meant else finding


RULES = (
    missing_key,
    unknown_key,
    wrong_shape,
    empty_value,
    unquoted_text,
    not_a_number,
    not_a_date,
    not_a_truth_value,
    unknown_choice,
)
