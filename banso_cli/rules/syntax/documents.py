"""Rules of syntax (Y): what YAML knows and no record has."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.faults import Words, fault_rule, faults_of, told
from banso_cli.rules.rule import rule
from banso_cli.yaml.fault import Fault, FaultKind


@fault_rule()
def broken_yaml(_fault: Fault) -> Words:
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
    message = _("the file cannot be read as YAML from here on")
    return message, _("compare this line and the one before with another file")


@fault_rule()
def several_documents(_fault: Fault) -> Words:
    """A line of `---` begins a second document in the file.

    Why: one file is one record; what follows would not be read.

    Example:

        code: "013455"
        ---
        code: "014079"

    Mend: write each record into a file of its own, and no line of `---` between values.

        code: "013455"
    """
    return _("a second document begins here"), _("write one record into one file, without '---'")


@fault_rule()
def yaml_anchor(fault: Fault) -> Words:
    """A value is named by `&` or repeated by `*`.

    Why: whoever reads the line must see the value itself.

    Example:

        sources: &list
          - title: 一覧

    Mend: write the value itself at each place; put text that begins with & or * in quotes.

        sources:
          - title: 一覧
    """
    message = _("'{found}' is an anchor or alias of YAML").format(found=fault.found)
    return message, _("write the value itself; put text that begins with & or * in quotes")


@fault_rule()
def yaml_tag(fault: Fault) -> Words:
    """A value is marked by a tag (`!…`).

    Why: each field knows what it holds; a tag would let a reader run something else.

    Example:

        name: !!str 森町

    Mend: write the value without the tag; put text that begins with ! in quotes.

        name: 森町
    """
    message = _("'{found}' is a tag of YAML").format(found=fault.found)
    return message, _("write the value without a tag; put text that begins with ! in quotes")


@fault_rule()
def deep_nesting(_fault: Fault) -> Words:
    """Values are nested deeper than any record is.

    Why: no record needs more than six levels.

    Example:

        themes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[環境]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Mend: compare with another file of the same folder; a bracket or indentation is too many.

        themes: [環境]
    """  # noqa: E501
    return _("the values are nested too deeply here"), _("compare with another file of this folder")


@fault_rule()
def too_many_faults(_fault: Fault) -> Words:
    """A file has more faults than are told.

    Why: two hundred faults of syntax or shape are told of one file; one with more is no record.

    Example:

        members: {0: x, 1: x, 2: x}   # and two hundred more

    Mend: compare with another file of this folder; most of such faults have one cause.

        members:
          - {agency: 総務省, rank: 補佐級}
    """
    message = _("the file has more faults than are shown")
    return message, _("compare with another file of this folder")


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
    for fault in faults_of(roster, FaultKind.DUPLICATE_KEY):
        if fault.part not in lists:
            message = _("the key '{found}' is written twice").format(found=fault.found)
            yield told(fault, message, help_lines[fault.expected[0]].format(found=fault.found))
