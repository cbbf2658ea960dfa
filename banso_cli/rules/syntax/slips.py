"""Rules of syntax (Y) about slips of the keyboard: blanks, dashes, line breaks and other marks."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.rules.faults import Words, fault_rule
from banso_cli.yaml.fault import Fault


@fault_rule()
def conflict_marker(fault: Fault) -> Words:
    """A mark of a merge conflict stands in the file.

    Why: two changes contradict each other here, and nobody has chosen between them yet.

    Example:

        <<<<<<< HEAD
        name: 仁木町
        =======
        name: 仁木
        >>>>>>> 別の変更

    Mend: keep the lines that are right, and delete the lines with the marks.

        name: 仁木町
    """
    message = _("'{found}' is the mark of a merge conflict").format(found=fault.found)
    return message, _(
        "keep the lines that are right; delete the lines <<<<<<<, |||||||, =======, >>>>>>>"
    )


@fault_rule()
def full_width_mark(fault: Fault) -> Words:
    """A full-width mark or blank stands where a half-width one is due.

    Why: only half-width marks part keys, values and entries; a full-width one is read as text.

    Example:

        name：仁木町
        kana: にきちょう

    Mend: write the mark in half-width, with a blank behind a colon, a comma and a dash.

        name: 仁木町
        kana: にきちょう
    """
    if mark := fault.found.strip():
        return _("{mark} is full-width").format(mark=named(mark)), _narrowed(fault)
    return _("a full-width blank stands here"), _narrowed(fault)


def _narrowed(fault: Fault) -> str:
    pairs = tuple(zip(fault.expected[::2], fault.expected[1::2], strict=True))
    if not all(narrow for _wide, narrow in pairs):
        return _("delete the full-width blank")
    steps = [
        _("{wide} as {narrow}").format(wide=named(wide.strip() or wide), narrow=named(narrow))
        for wide, narrow in pairs
    ]
    return _("write in half-width: {steps}").format(steps=_(", ").join(steps))


@fault_rule()
def indentation(fault: Fault) -> Words:
    """A line is indented by too many blanks, too few, or a tab.

    Why: the indentation tells what belongs to what; a blank too many puts a key somewhere else.

    Example:

        office:
          latitude: 43.1
           longitude: 140.7

    Mend: begin the line with as many half-width blanks as the lines beside it.

        office:
          latitude: 43.1
          longitude: 140.7
    """
    what, column, shift, below = fault.expected
    name = named(what) if what else _("this line")
    message = _("a tab stands in the indentation")
    if what != "tab":
        right = _("{name} stands too far to the right, by blanks: {count}")
        left = _("{name} stands too far to the left, by blanks: {count}")
        message = (right if int(shift) < 0 else left).format(name=name, count=abs(int(shift)))
    help_line = _("begin the line with {count} half-width blanks").format(count=column)
    if column == "0":
        help_line = _("begin the line without a blank")
    if below != "0":
        more = _("{first}; move the lines below it as far: {count}")
        help_line = more.format(first=help_line, count=below)
    return message, help_line


@fault_rule()
def missing_dash(fault: Fault) -> Words:
    """The dash that begins an entry of a list is missing.

    Why: without it two entries become one, or the file cannot be read.

    Example:

        sources:
          - title: 一覧表
            title: 郵便番号データ

    Mend: write a dash and a blank in front of the first key of each entry.

        sources:
          - title: 一覧表
          - title: 郵便番号データ
    """
    key, head = fault.expected
    count = len(head) - 2
    help_line = _("begin the line with {count} half-width blanks and '{start}'")
    help_line = help_line if count else _("begin the line with '{start}'")
    return _("the dash of the entry is missing"), help_line.format(count=count, start=f"- {key}")


@fault_rule()
def missing_separator(fault: Fault) -> Words:
    """A colon, comma, number sign, blank or line break is missing.

    Why: what is not parted is read as one text.

    Example:

        name 仁木町
        kana: にきちょう

    Mend: write the mark, with a blank behind a colon, a comma and a dash.

        name: 仁木町
        kana: にきちょう
    """
    cause, text = fault.expected
    message = {
        "colon": _("the colon behind the key is missing"),
        "blank": _("the blank behind the colon is missing"),
        "dash": _("the blank behind the dash is missing"),
        "comma": _("the comma between two values is missing"),
        "comment": _("the blank in front of # is missing"),
        "break": _("the line break in front of a key is missing"),
        "remark": _("this is neither a key nor an entry"),
    }[cause]
    help_line = _("write half-width {mark} here").format(mark=named(text))
    if cause == "break":
        help_line = _("begin a new line here")
    elif cause == "remark":
        help_line = _("write '# ' here if it is a comment")
    return message, help_line


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
        return _("this line belongs to the one before"), _("delete the line break in front of it")
    return _("{mark} is one too many").format(mark=named(fault.found)), _("delete it")
