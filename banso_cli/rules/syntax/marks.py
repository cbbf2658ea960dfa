"""Rules of syntax (Y) about marks: too few of them, too many, or without quotes."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.rules.faults import Words, fault_rule
from banso_cli.yaml.fault import Fault


def named(mark: str) -> str:
    """Return how a mark is called, with the blank that belongs to it, which could not be seen."""
    if not mark.strip():
        wide = "\u3000" in mark or "\u00a0" in mark
        if wide or len(mark) == 1:
            return _("a full-width blank") if wide else _("a blank")
        return _("{count} blanks").format(count=len(mark))
    bare = mark.strip()
    if mark[-1] == " " and len(bare) == 1:
        return _("'{mark}' and a blank").format(mark=bare)
    return _("'{mark}'").format(mark=bare)


@fault_rule()
def unpaired_mark(fault: Fault) -> Words:
    """A quotation mark or bracket has no counterpart, or closes too early.

    Why: it is not known where the text or the list ends.

    Example:

        code: "014079
        name: 仁木町

    Mend: write quotation marks and brackets in pairs; text with a quotation mark in it stands in
    the other kind.

        code: "014079"
        name: 仁木町
    """
    cause, text = fault.expected
    message = {
        "open": _("'{mark}' is opened and not closed"),
        "close": _("'{mark}' is closed and not opened"),
        "other": _("'{mark}' does not close what is open"),
        "surplus": _("'{mark}' is one too many"),
        "braces": _("a part with keys on one line stands in braces"),
        "inner": _("the quotation mark '{mark}' ends the text too early"),
        "backslash": _("'{mark}' means something else within double quotes"),
    }[cause].format(mark=fault.found)
    if not text:
        return message, _("delete it")
    words = _("write {text}") if len(text) > 1 or cause == "other" else _("add the missing {text}")
    return message, words.format(text=text)


@fault_rule()
def unquoted_mark(fault: Fault) -> Words:
    """A text holds a mark of YAML and stands without quotation marks.

    Why: `*`, `&` and others at the beginning, and a colon before a blank, are not read as text.

    Example:

        sources:
          - title: *速報* 一覧表

    Mend: put the whole text in quotation marks.

        sources:
          - title: "*速報* 一覧表"
    """
    message = _("the text holds a mark of YAML and needs quotation marks")
    return message, _("write {text}").format(text=fault.expected[0])


@fault_rule()
def surplus_mark(fault: Fault) -> Words:
    """A mark or a line break stands where none is due.

    Why: the line is read as something else than it is meant to be.

    Example:

        name:: 仁木町
        kana: にきちょう

    Mend: delete the mark or the line break.

        name: 仁木町
        kana: にきちょう
    """
    if fault.expected[0] == "joined":
        message = _("this line belongs to the one before")
        help_line = _("delete the line break in front of it")
    else:
        message = _("{mark} is one too many").format(mark=named(fault.found))
        help_line = _("delete it")
    return message, help_line
