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

    Example:

        roster/agencies.yaml
        roster/programme.yaml
        # roster/themes.yaml is missing

    Mend: restore the file from an earlier version, such as by `git checkout`.

        roster/agencies.yaml
        roster/programme.yaml
        roster/themes.yaml
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

    Example:

        notes:
          - …   # a million bytes of copied text

    Mend: write one record into one file; put data of another kind outside the roster.

        notes:
          - 議事録は企画課が保管
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

    Example:

        # roster/municipalities/014079-niki.yaml

    Mend: write the record, or delete the file.

        code: "014079"
        name: 仁木町
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

    Example:

        name: �X��   # 森町 in Shift_JIS

    Mend: save the file again with the encoding UTF-8; 「名前を付けて保存」 in Notepad has the
    choice.

        name: 森町
    """
    formats = {
        "zip": _("zip (or an Excel or Word file)"),
        "office": _("an old Excel or Word file"),
    }
    for fault in faults_of(roster, FaultKind.NOT_UTF8):
        name = formats.get(fault.found, fault.found)
        message = _("the byte {found} is not UTF-8")
        help_line = _("save the file with the encoding UTF-8 (it may be in Shift_JIS now)")
        if fault.found == "UTF-16":
            message = _("the file is in {found}")
            help_line = _("save the file with the encoding UTF-8, not {found}")
        elif fault.expected:
            message = _("the file is {found}, not text")
            help_line = _("write the record as text in UTF-8")
        told_as = message.format(found=name)
        yield Finding(fault.place, told_as, help_line.format(found=name), fault.record)


@rule(exceptable=False)
def control_character(roster: Roster) -> Iterator[Finding]:
    r"""A file holds a character that cannot be seen and does not belong in text.

    Why: it comes with copied text, breaks searching and comparing, and some readers stop at it.

    Example:

        name: "森\e町"

    Mend: delete the character; typing the line anew is the surest way.

        name: 森町
    """
    kind = FaultKind.CONTROL_CHARACTER
    message = _("the control character {found} stands here")
    yield from told(roster, kind, message, _("delete the character"), ())
    message = _("the file holds nothing but {found}")
    help_line = _("the file is damaged: restore it from an earlier version")
    yield from told(roster, kind, message, help_line, ("damaged",))


@rule(exceptable=False)
def broken_yaml(roster: Roster) -> Iterator[Finding]:
    """A file is not YAML.

    Why: nothing of the file can be read beyond this place.

    Example:

        name: 仁木町
         読み: にきちょう
          北海道: 余市郡

    Mend: compare the line and the one before it with another file: quotes and brackets in pairs,
    blanks for indentation, a blank behind the colon.

        name: 仁木町
        kana: にきちょう
        prefecture: 北海道
        county: 余市郡
    """
    return told(
        roster,
        FaultKind.BROKEN_YAML,
        _("the file cannot be read as YAML from here on"),
        _("compare this line and the one before with another file"),
    )


@rule(exceptable=False)
def several_documents(roster: Roster) -> Iterator[Finding]:
    """A line of `---` begins a second document in the file.

    Why: one file is one record; what follows would not be read.

    Example:

        code: "013455"
        ---
        code: "014079"

    Mend: write each record into a file of its own, and no line of `---` between values.

        code: "013455"
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

    Example:

        sources: &list
          - title: 一覧

    Mend: write the value itself at each place; put text that begins with & or * in quotes.

        sources:
          - title: 一覧
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

    Example:

        name: !!str 森町

    Mend: write the value without the tag; put text that begins with ! in quotes.

        name: 森町
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

    Example:

        themes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[環境]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Mend: compare with another file of the same folder; a bracket or indentation is too many.

        themes: [環境]
    """  # noqa: E501
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

    Example:

        members: {0: x, 1: x, 2: x}   # and two hundred more

    Mend: compare with another file of this folder; most of such faults have one cause.

        members:
          - {agency: 総務省, rank: 補佐級}
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

    Example:

        name: 森町
        name: 仁木町

    Mend: find out which value is right and delete the other line; put lists together under one key.

        name: 森町
    """
    # Keys of entries whose dashes are missing: wrong-shape tells that, and no line may be deleted.
    lists = {
        fault.place
        for fault in faults_of(roster, FaultKind.WRONG_SHAPE)
        if fault.expected[0] == "list"
    }
    help_lines = {
        "same": _("both lines say the same: delete one of them"),
        "differ": _("find out which of the two values is right, and delete the other line"),
        "parts": _("write the key '{found}' once, with the entries of both below it"),
    }
    for how, help_line in help_lines.items():
        message = _("the key '{found}' is written twice")
        yield from told(roster, FaultKind.DUPLICATE_KEY, message, help_line, (how,), lists)


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
