"""Rules of syntax (Y): what keeps a file from being read."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.fault import FaultKind
from banso_cli.model.finding import Finding
from banso_cli.model.roster import Roster
from banso_cli.rules.faults import faults_of, told, unloaded
from banso_cli.rules.rule import rule


@rule(exceptable=False)
def missing_file(roster: Roster) -> Iterator[Finding]:
    """A file that every roster has is not there.

    Why: without programme.yaml, agencies.yaml and themes.yaml nothing can be checked or counted.
    """
    findings = told(
        roster,
        FaultKind.MISSING_FILE,
        _("the file {found} is missing"),
        _("restore the file from an earlier version"),
    )
    misplaced = {record.rpartition("/")[2] for record in unloaded(roster)}
    return (finding for finding in findings if finding.record not in misplaced)


@rule(exceptable=False)
def unreadable_file(roster: Roster) -> Iterator[Finding]:
    """A file cannot be opened.

    Why: what cannot be read is neither checked nor counted.
    """
    reasons = {
        "IsADirectoryError": _("it is no file"),
        "PermissionError": _("you may not read it"),
        "FileNotFoundError": _("it is a link that leads nowhere"),
        "RuntimeError": _("it is a link that leads to itself"),
    }
    for fault in faults_of(roster, FaultKind.UNREADABLE_FILE):
        reason = reasons.get(fault.found, fault.found)
        yield Finding(
            fault.place,
            _("the file cannot be opened: {reason}").format(reason=reason),
            _("check that it is a file and that you may read it"),
            fault.record,
        )


@rule(exceptable=False)
def oversized_file(roster: Roster) -> Iterator[Finding]:
    """A file is larger than any record can be.

    Why: a record has a few kilobytes; a file of more than a megabyte is something else.
    """
    return told(
        roster,
        FaultKind.OVERSIZED_FILE,
        _("the file has {found} bytes; a record has at most 1,000,000"),
        _("write one record into one file"),
    )


@rule(exceptable=False)
def empty_file(roster: Roster) -> Iterator[Finding]:
    """A file holds nothing, or only comments.

    Why: each file is one record; an empty one is an accident.
    """
    return told(
        roster,
        FaultKind.EMPTY_FILE,
        _("the file is empty"),
        _("write the record, or delete the file"),
    )


@rule(exceptable=False)
def not_utf8(roster: Roster) -> Iterator[Finding]:
    """A file is not in UTF-8.

    Why: Shift_JIS from Excel or Notepad cannot be read everywhere; the roster is UTF-8.
    """
    return told(
        roster,
        FaultKind.NOT_UTF8,
        _("the byte {found} is not UTF-8"),
        _("save the file with the encoding UTF-8 (it may be in Shift_JIS now)"),
    )


@rule(exceptable=False)
def control_character(roster: Roster) -> Iterator[Finding]:
    """A file holds a character that cannot be seen and does not belong in text.

    Why: it comes with copied text, breaks searching and comparing, and some readers stop at it.
    """
    return told(
        roster,
        FaultKind.CONTROL_CHARACTER,
        _("the control character {found} stands here"),
        _("delete the character"),
    )


@rule(exceptable=False)
def broken_yaml(roster: Roster) -> Iterator[Finding]:
    """A file is not YAML.

    Why: nothing of the file can be read beyond this place.
    """
    hints = {
        "mapping values are not allowed in this context": _(
            "two colons on one line, or an unfinished line before; quote text that has ': ' in it"
        ),
        "found character that cannot start any token": _(
            "indent with blanks, not with tabs; quote text that begins with @, ` or %"
        ),
        "found a tab character that violates indentation": _(
            "indent with blanks, not with tabs; quote text that begins with @, ` or %"
        ),
        "block sequence entries are not allowed in this context": _(
            "write '- ' before each entry on a line of its own, or [a, b]"
        ),
        "found unexpected end of stream": _("a quotation mark is opened and not closed"),
        "did not find expected ',' or ']'": _("a bracket [ is opened and not closed"),
        "did not find expected ',' or '}'": _("a brace { is opened and not closed"),
        "did not find expected key": _("check the indentation: keys of one part align"),
        "did not find expected '-' indicator": _("check the indentation: entries of a list align"),
        "could not find expected ':'": _("write a colon and a blank after the key"),
    }
    for fault in faults_of(roster, FaultKind.BROKEN_YAML):
        yield Finding(
            fault.place,
            _("the file cannot be read as YAML from here on"),
            hints.get(fault.found, _("compare this line and the one before with another file")),
            fault.record,
        )


@rule(exceptable=False)
def several_documents(roster: Roster) -> Iterator[Finding]:
    """A line of `---` begins a second document in the file.

    Why: one file is one record; what follows would not be read.
    """
    return told(
        roster,
        FaultKind.SEVERAL_DOCUMENTS,
        _("a second document begins here"),
        _("write one record into one file, without '---'"),
    )


@rule(exceptable=False)
def yaml_anchor(roster: Roster) -> Iterator[Finding]:
    """A value is named by `&` or repeated by `*`.

    Why: whoever reads the line must see the value itself.
    """
    return told(
        roster,
        FaultKind.YAML_ANCHOR,
        _("'{found}' is an anchor or alias of YAML"),
        _("write the value itself; put text that begins with & or * in quotes"),
    )


@rule(exceptable=False)
def yaml_tag(roster: Roster) -> Iterator[Finding]:
    """A value is marked by a tag (`!…`).

    Why: each field knows what it holds; a tag would let a reader run something else.
    """
    return told(
        roster,
        FaultKind.YAML_TAG,
        _("'{found}' is a tag of YAML"),
        _("write the value without a tag; put text that begins with ! in quotes"),
    )


@rule(exceptable=False)
def deep_nesting(roster: Roster) -> Iterator[Finding]:
    """Values are nested deeper than any record is.

    Why: no record needs more than six levels.
    """
    return told(
        roster,
        FaultKind.DEEP_NESTING,
        _("the values are nested too deeply here"),
        _("compare with another file of this folder"),
    )


@rule(exceptable=False)
def too_many_faults(roster: Roster) -> Iterator[Finding]:
    """A file has more faults than are told.

    Why: two hundred faults of syntax or shape are told of one file; one with more is no record.
    """
    return told(
        roster,
        FaultKind.TOO_MANY_FAULTS,
        _("the file has more faults than are shown"),
        _("compare with another file of this folder"),
    )


@rule(exceptable=False)
def duplicate_key(roster: Roster) -> Iterator[Finding]:
    """A key is written twice in one part.

    Why: readers of YAML silently keep one of the two values, and not all the same one.
    """
    return told(
        roster,
        FaultKind.DUPLICATE_KEY,
        _("the key '{found}' is written twice"),
        _("keep one of the two lines"),
    )


RULES = (
    missing_file,
    unreadable_file,
    oversized_file,
    empty_file,
    not_utf8,
    control_character,
    broken_yaml,
    several_documents,
    yaml_anchor,
    yaml_tag,
    deep_nesting,
    too_many_faults,
    duplicate_key,
)
