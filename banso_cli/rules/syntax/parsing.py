"""Rules of syntax (Y): what keeps a file from being opened, and its letters from being read."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import unloaded
from banso_cli.rules.faults import Words, fault_rule, faults_of, told
from banso_cli.rules.rule import rule
from banso_cli.yaml.fault import Fault, FaultKind


@rule(exceptable=False)
def missing_file(roster: Roster) -> Iterator[Finding]:
    """A file that every roster has is not there.

    Why: without programme.yaml, agencies.yaml and themes.yaml nothing can be checked or counted.

    Example:

        roster/agencies.yaml
        roster/programme.yaml
        # roster/themes.yaml is missing

    Mend: restore the file from an earlier version, such as by `git checkout`.

        roster/agencies.yaml
        roster/programme.yaml
        roster/themes.yaml
    """
    misplaced = {record.rpartition("/")[2] for record in unloaded(roster)}
    for fault in faults_of(roster, FaultKind.MISSING_FILE):
        if fault.record not in misplaced:
            message = _("the file {found} is missing").format(found=fault.found)
            yield told(fault, message, _("restore the file from an earlier version"))


@fault_rule()
def unreadable_file(fault: Fault) -> Words:
    """A file cannot be opened.

    Why: what cannot be read is neither checked nor counted.

    Example:

        roster/municipalities/013455-mori.yaml/   # a folder of this name

    Mend: check that it is a file, not a folder, and that you may read it.
    """
    reasons = {
        "IsADirectoryError": _("it is no file"),
        "PermissionError": _("you may not read it"),
        "FileNotFoundError": _("it is a link that leads nowhere"),
        "RuntimeError": _("it is a link that leads to itself"),
    }
    message = _("the file cannot be opened: {reason}")
    reason = reasons.get(fault.found, fault.found)
    return message.format(reason=reason), _("check that it is a file and that you may read it")


@fault_rule()
def oversized_file(fault: Fault) -> Words:
    """A file is larger than any record can be.

    Why: a record has a few kilobytes; a file of more than a megabyte is something else.

    Example:

        notes:
          - …   # a million bytes of copied text

    Mend: write one record into one file; put data of another kind outside the roster.

        notes:
          - 議事録は企画課が保管
    """
    return _("the file has {found} bytes; a record has at most 1,000,000").format(
        found=fault.found
    ), _("write one record into one file")


@fault_rule()
def empty_file(_fault: Fault) -> Words:
    """A file holds nothing, or only comments.

    Why: each file is one record; an empty one is an accident.

    Example:

        # roster/municipalities/014079-niki.yaml

    Mend: write the record, or delete the file.

        code: "014079"
        name: 仁木町
    """
    return _("the file is empty"), _("write the record, or delete the file")


@fault_rule()
def not_utf8(fault: Fault) -> Words:
    """A file is not in UTF-8.

    Why: Shift_JIS from Excel or Notepad cannot be read everywhere; the roster is UTF-8.

    Example:

        name: �X��   # 森町 in Shift_JIS

    Mend: save the file again with the encoding UTF-8; 「名前を付けて保存」 in Notepad has the
    choice.

        name: 森町
    """
    formats = {"zip": _("zip (or an Excel or Word file)"), "office": _("an old Excel or Word file")}
    name = formats.get(fault.found, fault.found)
    message = _("the byte {found} is not UTF-8")
    help_line = _("save the file with the encoding UTF-8 (it may be in Shift_JIS now)")
    if fault.found == "UTF-16":
        message = _("the file is in {found}")
        help_line = _("save the file with the encoding UTF-8, not {found}")
    elif fault.expected:
        message = _("the file is {found}, not text")
        help_line = _("write the record as text in UTF-8")
    return message.format(found=name), help_line.format(found=name)


@fault_rule()
def control_character(fault: Fault) -> Words:
    r"""A file holds a character that cannot be seen and does not belong in text.

    Why: it comes with copied text, breaks searching and comparing, and some readers stop at it.

    Example:

        name: "森\e町"

    Mend: delete the character; typing the line anew is the surest way.

        name: 森町
    """
    message, help_line = _("the control character {found} stands here"), _("delete the character")
    if fault.expected:  # the whole file is made of it
        message = _("the file holds nothing but {found}")
        help_line = _("the file is damaged: restore it from an earlier version")
    return message.format(found=fault.found), help_line
