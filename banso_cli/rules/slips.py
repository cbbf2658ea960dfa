"""Rules of syntax (Y) about slips of the keyboard: marks, blanks and line breaks."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.finding import Finding
from banso_cli.model.roster import Roster
from banso_cli.rules.faults import faults_of, told
from banso_cli.rules.rule import rule


def _named(mark: str) -> str:
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


@rule(exceptable=False, family="syntax")
def conflict_marker(roster: Roster) -> Iterator[Finding]:
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
    return told(
        roster,
        FaultKind.CONFLICT_MARKER,
        _("'{found}' is the mark of a merge conflict"),
        _("keep the lines that are right; delete the lines <<<<<<<, |||||||, =======, >>>>>>>"),
    )


@rule(exceptable=False, family="syntax")
def full_width_mark(roster: Roster) -> Iterator[Finding]:
    """A full-width mark or blank stands where a half-width one is due.

    Why: only half-width marks part keys, values and entries; a full-width one is read as text.

    Example:

        name：仁木町
        kana: にきちょう

    Mend: write the mark in half-width, with a blank behind a colon, a comma and a dash.

        name: 仁木町
        kana: にきちょう
    """
    for fault in faults_of(roster, FaultKind.FULL_WIDTH_MARK):
        message = _("{mark} is full-width").format(mark=_named(fault.found.strip()))
        if not fault.found.strip():
            message = _("a full-width blank stands here")
        yield Finding(fault.place, message, _narrowed(fault), fault.record)


def _narrowed(fault: Fault) -> str:
    pairs = tuple(zip(fault.expected[::2], fault.expected[1::2], strict=True))
    if not all(narrow for _wide, narrow in pairs):
        return _("delete the full-width blank")
    steps = [
        _("{wide} as {narrow}").format(wide=_named(wide.strip() or wide), narrow=_named(narrow))
        for wide, narrow in pairs
    ]
    return _("write in half-width: {steps}").format(steps=_(", ").join(steps))


@rule(exceptable=False, family="syntax")
def indentation(roster: Roster) -> Iterator[Finding]:
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
    for fault in faults_of(roster, FaultKind.INDENTATION):
        what, column, shift, below = fault.expected
        name = _named(what) if what else _("this line")
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
        yield Finding(fault.place, message, help_line, fault.record)


@rule(exceptable=False, family="syntax")
def missing_dash(roster: Roster) -> Iterator[Finding]:
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
    for fault in faults_of(roster, FaultKind.MISSING_DASH):
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
        yield Finding(fault.place, message, help_line, fault.record)


@rule(exceptable=False, family="syntax")
def missing_separator(roster: Roster) -> Iterator[Finding]:
    """A colon, comma, number sign, blank or line break is missing.

    Why: what is not parted is read as one text.

    Example:

        name 仁木町
        kana: にきちょう

    Mend: write the mark, with a blank behind a colon, a comma and a dash.

        name: 仁木町
        kana: にきちょう
    """
    for fault in faults_of(roster, FaultKind.MISSING_SEPARATOR):
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
        help_line = _("write half-width {mark} here").format(mark=_named(text))
        if cause == "break":
            help_line = _("begin a new line here")
        elif cause == "remark":
            help_line = _("write '# ' here if it is a comment")
        yield Finding(fault.place, message, help_line, fault.record)


@rule(exceptable=False, family="syntax")
def unpaired_mark(roster: Roster) -> Iterator[Finding]:
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
    for fault in faults_of(roster, FaultKind.UNPAIRED_MARK):
        yield Finding(fault.place, *_unpaired(fault), fault.record)


def _unpaired(fault: Fault) -> tuple[str, str]:
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


@rule(exceptable=False, family="syntax")
def unquoted_mark(roster: Roster) -> Iterator[Finding]:
    """A text holds a mark of YAML and stands without quotation marks.

    Why: `*`, `&` and others at the beginning, and a colon before a blank, are not read as text.

    Example:

        sources:
          - title: *速報* 一覧表

    Mend: put the whole text in quotation marks.

        sources:
          - title: "*速報* 一覧表"
    """
    for fault in faults_of(roster, FaultKind.UNQUOTED_MARK):
        yield Finding(
            fault.place,
            _("the text holds a mark of YAML and needs quotation marks"),
            _("write {text}").format(text=fault.expected[0]),
            fault.record,
        )


@rule(exceptable=False, family="syntax")
def surplus_mark(roster: Roster) -> Iterator[Finding]:
    """A mark or a line break stands where none is due.

    Why: the line is read as something else than it is meant to be.

    Example:

        name:: 仁木町
        kana: にきちょう

    Mend: delete the mark or the line break.

        name: 仁木町
        kana: にきちょう
    """
    for fault in faults_of(roster, FaultKind.SURPLUS_MARK):
        if fault.expected[0] == "joined":
            message = _("this line belongs to the one before")
            help_line = _("delete the line break in front of it")
        else:
            message = _("{mark} is one too many").format(mark=_named(fault.found))
            help_line = _("delete it")
        yield Finding(fault.place, message, help_line, fault.record)


RULES = (
    conflict_marker,
    full_width_mark,
    indentation,
    missing_dash,
    missing_separator,
    unpaired_mark,
    unquoted_mark,
    surplus_mark,
)
