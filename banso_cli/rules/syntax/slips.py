"""Rules of syntax (Y) about slips of the keyboard: blanks, dashes and line breaks."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.rules.faults import Words, fault_rule
from banso_cli.rules.syntax.marks import named
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
    message = _("{mark} is full-width").format(mark=named(fault.found.strip()))
    if not fault.found.strip():
        message = _("a full-width blank stands here")
    return message, _narrowed(fault)


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
    if what == "tab":
        message = _("a tab stands in the indentation")
    elif int(shift) < 0:
        message = _("{name} stands too far to the right, by blanks: {count}").format(
            name=name, count=-int(shift)
        )
    else:
        message = _("{name} stands too far to the left, by blanks: {count}").format(
            name=name, count=int(shift)
        )
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
    start = f"- {key}" if key else "- "
    help_line = (
        _("begin the line with {count} half-width blanks and '{start}'").format(
            count=count, start=start
        )
        if count
        else _("begin the line with '{start}'").format(start=start)
    )
    message = _("the dash of the entry is missing")
    return message, help_line


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
