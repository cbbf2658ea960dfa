"""Rules of shape: values that are not what their field wants, with what they probably mean."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.rules.faults import Words, fault_rule
from banso_cli.rules.shape.meant import meant_choice, named, not_known, written_so
from banso_cli.rules.shape.values import (
    Meant,
    is_unknown,
    meant_day,
    meant_number,
    meant_truth,
    no_such_day,
)
from banso_cli.text.suggestion import one_of
from banso_cli.yaml.fault import Fault

_NO_ROLES = frozenset({"支援官", "地方創生支援官"})


@fault_rule(fixable=True)
def not_a_number(fault: Fault) -> Words:
    """Something else stands where a number is due.

    Why: numbers are written in half-width digits, without separators and units.

    Example:

        age: 34歳

    Mend: write half-width digits only.

        age: 34
    """
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
        "number": (
            _("'{found}' is not a number"),
            _("write half-width digits only, such as 12345"),
        ),
    }[wanted]
    meant = meant_number(fault.found, wanted)
    return _of_value(fault, message.format(found=fault.found), help_line, meant)


@fault_rule(fixable=True)
def not_a_date(fault: Fault) -> Words:
    """Something else stands where a date is due.

    Why: dates are written as 2026-04-01, so that they sort and compare.

    Example:

        date: 令和8年4月1日

    Mend: write year-month-day, each part with all its digits.

        date: 2026-04-01
    """
    reason = no_such_day(fault.found)
    message = _("there is no day {found}") if reason else _("'{found}' is not a date")
    return _of_value(
        fault,
        message.format(found=fault.found),
        reason or _("write year-month-day, such as 2026-04-01"),
        meant_day(fault.found),
    )


@fault_rule(fixable=True)
def not_a_truth_value(fault: Fault) -> Words:
    """Something else stands where true or false is due.

    Why: yes, on and はい are read differently by different readers.

    Example:

        public: はい

    Mend: write true or false.

        public: true
    """
    return _of_value(
        fault,
        _("'{found}' is neither true nor false").format(found=fault.found),
        _("write true or false"),
        meant_truth(fault.found),
    )


def _of_value(fault: Fault, message: str, help_line: str, meant: Meant | None) -> Words:
    """Return the words for a value: what it means, that it may be left out, or the general help.

    A value that is there only to say that nothing is known is left out, where that is allowed.
    """
    if meant is not None:
        return written_so(fault, message, meant)
    if fault.key == "role" and fault.found in _NO_ROLES:
        help_line = _("delete '{written}'; only オフィサー have a role").format(
            written=f"{fault.key}: {fault.found}"
        )
    elif is_unknown(fault.found):
        help_line = not_known(fault)
    return message, help_line


@fault_rule(fixable=True)
def unknown_choice(fault: Fault) -> Words:
    """A value is none of the few that the field allows.

    Why: the field sorts records into classes; another word would be a class of its own.

    Example:

        status: 継続

    Mend: write one of the values that the finding lists.

        status: continuing
    """
    message = _("'{text}' is not allowed here").format(text=fault.found)
    meanings = dict(zip(fault.expected, fault.meanings, strict=False))
    if meant := meant_choice(fault):
        return written_so(fault, message, meant, meanings.get(meant.text, ""))
    choices = one_of(named(name, meanings.get(name, "")) for name in fault.expected)
    return _of_value(fault, message, choices, None)
