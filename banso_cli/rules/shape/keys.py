"""Rules of shape (S): keys and kinds of values, as the records declare them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS
from banso_cli.rules.codes.municipal_codes import malformed_places
from banso_cli.rules.faults import Words, fault_rule, faults_of, told
from banso_cli.rules.rule import rule
from banso_cli.rules.shape.meant import (
    cannot_be_left_out,
    meant_key,
    not_in_public,
    not_known,
    written_so,
)
from banso_cli.rules.shape.values import is_unknown
from banso_cli.text.suggestion import one_of, write
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place

_BRACKETS = frozenset(
    {("(", ")"), ("{", "}"), ("｛", "｝"), ("〈", "〉"), ("《", "》"), ("＜", "＞"), ("<", ">")}
)
_COMMAS = "[,、，､﹐]"


@rule(exceptable=False)
def missing_key(roster: Roster) -> Iterator[Finding]:
    """A key that every such record has is not there.

    Why: the record cannot be counted without it.

    Example:

        members:
          - agency: 総務省

    Mend: add the line; `banso schema` shows which keys a file has.

        members:
          - agency: 総務省
            rank: 補佐級
    """
    # A key that is there under a mistyped name is told as that.
    mistyped = {
        (fault.part, meant.text)
        for fault in faults_of(roster, FaultKind.UNKNOWN_KEY)
        if (meant := meant_key(fault))
    }
    strange = _strange(roster)
    for fault in faults_of(roster, FaultKind.MISSING_KEY):
        if (fault.part, fault.found) not in mistyped and fault.part not in strange:
            yield Finding(
                fault.place,
                _("the key '{found}' is missing").format(found=fault.found),
                _("add a line '{found}: …'").format(found=fault.found),
            )


@rule(exceptable=False, fixable=True)
def unknown_key(roster: Roster) -> Iterator[Finding]:
    """A key is not one that such a record has.

    Why: a mistyped key would be passed over, and its value with it.

    Example:

        theme: [観光]

    Mend: correct the key as proposed, or delete the line; `banso schema` shows which keys a file
    has.

        themes: [観光]
    """
    strange = _strange(roster)
    for fault in faults_of(roster, FaultKind.UNKNOWN_KEY):
        message = _("the key '{key}' is not known here").format(key=fault.found)
        meant = meant_key(fault)
        if fault.part in strange:
            if fault.place == strange[fault.part]:
                help_line = _("an entry of another list stands here; move it into its list")
                yield Finding(fault.place, message, help_line)
        elif meant is None:
            help_line = one_of(fault.expected) or _("delete the line")
            yield Finding(fault.place, message, help_line)
        elif meant.text in PERSONAL_KEYS and roster.is_public:
            yield Finding(fault.place, message, not_in_public())
        else:
            yield told(fault, *written_so(fault, message, meant))


def _strange(roster: Roster) -> dict[Place | None, Place]:
    """Return the parts that are entries of another list, each with its first key.

    They begin with a key that is none of the part, have several such, and lack the part's own.
    """
    unknown: dict[Place | None, list[Fault]] = {}
    for fault in faults_of(roster, FaultKind.UNKNOWN_KEY):
        unknown.setdefault(fault.part, []).append(fault)
    found: dict[Place | None, Place] = {}
    for fault in faults_of(roster, FaultKind.MISSING_KEY):
        part, keys = fault.part, unknown.get(fault.part, [])
        first = min((each.place for each in keys), key=lambda place: place.line, default=None)
        if part and first and part.column > 1 and len(keys) > 1:
            begins = (part.line, part.column) == (first.line, first.column)
            if begins and not any(map(meant_key, keys)):
                found[part] = first
    return found


@fault_rule()
def wrong_shape(fault: Fault) -> Words:
    """A single value, a list or a part with keys stands where another of these is due.

    Why: the value cannot be read.

    Example:

        themes: 観光

    Mend: write a list as [a, b] or with '- ' before each entry, a part as 'key: value' lines.

        themes: [観光]
    """
    message = {
        "text": _("a single value is due here"),
        "list": _("a list is due here"),
        "mapping": _("a part with keys is due here"),
    }[fault.expected[0]]
    return message, _help_for_shape(fault)


def _help_for_shape(fault: Fault) -> str:
    wanted, *keys = fault.expected
    if wanted == "text":
        return write(fault.found) if fault.found else _("write one value behind the colon")
    if wanted == "list" and keys:
        words = _("write '- ' before '{keys}', and indent what belongs to it by two more")
        return words.format(keys=f"{keys[0]}: …")
    if wanted == "list":
        return _help_for_list(fault)
    if keys and fault.found:
        return write(", ".join((f"{keys[0]}: {fault.found}", *(f"{key}: …" for key in keys[1:]))))
    return _("write 'key: value' lines, indented by two blanks")


def _help_for_list(fault: Fault) -> str:
    """Return the help line where a list of values is due: its entries, in no other brackets."""
    written = fault.found
    if is_unknown(written):
        return not_known(fault)
    if (written[:1], written[-1:]) in _BRACKETS:
        written = written[1:-1]
    entries = ", ".join(entry for each in re.split(_COMMAS, written) if (entry := each.strip()))
    if fault.found:
        return write(f"[{entries}]")
    return _("write '- ' before each entry on a line of its own, or [a, b]")


@fault_rule()
def empty_value(fault: Fault) -> Words:
    """A key or an entry of a list has no value.

    Why: what is not known is left out, so that it is counted as 未収録 and not as nothing.

    Example:

        number: 3
        status:

    Mend: write the value, or delete the line while it is not known.

        number: 3
    """
    message = _("the entry has no value")
    if fault.found:
        message = _("the key '{key}' has no value").format(key=fault.found)
    or_deleted = _("write a value, or delete the line")
    return message, cannot_be_left_out(fault.key) if fault.needed else or_deleted


@rule(exceptable=False, fixable=True)
def unquoted_text(roster: Roster) -> Iterator[Finding]:
    """Text that other readers of YAML take for a number, a date or a truth value is not quoted.

    Why: `012025` without quotes becomes the number 5141 in Excel's and Python's readers.

    Example:

        municipality: 013455

    Mend: put the text in quotes; `banso validate --fix` does it.

        municipality: "013455"
    """
    malformed = malformed_places(roster)
    for fault in faults_of(roster, FaultKind.UNQUOTED_TEXT):
        if fault.place in malformed:
            continue  # in quotes it would be as wrong: malformed-code tells what to write
        words = _("'{text}' is text, but reads as something else without quotes")
        help_line = _('write "{text}"').format(text=fault.found)
        fix = Replacement(fault.place, f'"{fault.found}"')
        yield told(fault, words.format(text=fault.found), help_line, fix)
