"""Rules of shape (S): keys and kinds of values, as the records declare them."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.fault import FaultKind
from banso_cli.model.finding import Finding, Replacement
from banso_cli.model.roster import Roster
from banso_cli.rules.faults import faults_of, told
from banso_cli.rules.rule import rule
from banso_cli.rules.suggestion import one_of, perhaps


@rule(exceptable=False)
def missing_key(roster: Roster) -> Iterator[Finding]:
    """A key that every such record has is not there.

    Why: the record cannot be counted without it.
    """
    return told(
        roster,
        FaultKind.MISSING_KEY,
        _("the key '{found}' is missing"),
        _("add a line '{found}: …'"),
    )


@rule(exceptable=False)
def unknown_key(roster: Roster) -> Iterator[Finding]:
    """A key is not one that such a record has.

    Why: a mistyped key would be passed over, and its value with it.
    """
    for fault in faults_of(roster, FaultKind.UNKNOWN_KEY):
        yield Finding(
            fault.place,
            _("the key '{key}' is not known here").format(key=fault.found),
            perhaps(fault.found, fault.expected),
            fault.record,
        )


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
        help_line = {
            "text": _("write one value behind the colon"),
            "list": _("write '- ' before each entry on a line of its own, or [a, b]"),
            "mapping": _("write 'key: value' lines, indented by two blanks"),
        }[wanted]
        yield Finding(fault.place, message, help_line, fault.record)


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
        yield Finding(fault.place, message, _("write a value, or delete the line"), fault.record)


@rule(exceptable=False, fixable=True)
def unquoted_text(roster: Roster) -> Iterator[Finding]:
    """Text that other readers of YAML take for a number, a date or a truth value is not quoted.

    Why: `012025` without quotes becomes the number 5141 in Excel's and Python's readers.
    """
    for fault in faults_of(roster, FaultKind.UNQUOTED_TEXT):
        yield Finding(
            fault.place,
            _("'{text}' is text, but reads as something else without quotes").format(
                text=fault.found
            ),
            _('write "{text}"').format(text=fault.found),
            fault.record,
            fix=Replacement(fault.place, f'"{fault.found}"'),
        )


@rule(exceptable=False)
def not_a_number(roster: Roster) -> Iterator[Finding]:
    """Something else stands where a number is due.

    Why: numbers are written in half-width digits, without separators and units.
    """
    return told(
        roster,
        FaultKind.NOT_A_NUMBER,
        _("'{found}' is not a number"),
        _("write half-width digits only, such as 12345"),
    )


@rule(exceptable=False)
def not_a_percentage(roster: Roster) -> Iterator[Finding]:
    """A percentage is less than 0 or more than 100.

    Why: it is the share of a whole.
    """
    return told(
        roster,
        FaultKind.NOT_A_PERCENTAGE,
        _("'{found}' is not a percentage"),
        _("write a number from 0 to 100, as the source prints it"),
    )


@rule(exceptable=False)
def not_a_date(roster: Roster) -> Iterator[Finding]:
    """Something else stands where a date is due.

    Why: dates are written as 2026-04-01, so that they sort and compare.
    """
    return told(
        roster,
        FaultKind.NOT_A_DATE,
        _("'{found}' is not a date"),
        _("write year-month-day, such as 2026-04-01"),
    )


@rule(exceptable=False)
def not_a_truth_value(roster: Roster) -> Iterator[Finding]:
    """Something else stands where true or false is due.

    Why: yes, on and はい are read differently by different readers.
    """
    return told(
        roster,
        FaultKind.NOT_A_TRUTH_VALUE,
        _("'{found}' is neither true nor false"),
        _("write true or false"),
    )


@rule(exceptable=False)
def unknown_choice(roster: Roster) -> Iterator[Finding]:
    """A value is none of the few that the field allows.

    Why: the field sorts records into classes; another word would be a class of its own.
    """
    for fault in faults_of(roster, FaultKind.UNKNOWN_CHOICE):
        yield Finding(
            fault.place,
            _("'{text}' is not allowed here").format(text=fault.found),
            one_of(fault.expected),
            fault.record,
        )


RULES = (
    missing_key,
    unknown_key,
    wrong_shape,
    empty_value,
    unquoted_text,
    not_a_number,
    not_a_percentage,
    not_a_date,
    not_a_truth_value,
    unknown_choice,
)
