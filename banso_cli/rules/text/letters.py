"""Rules of text (T) about letters: blanks and breaks, unseen ones, and those that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule
from banso_cli.rules.text.texts import Written, matching, suspects
from banso_cli.text.meaning import EDGES, HALF_KANA, INVISIBLE, SELECTOR, look_alikes
from banso_cli.text.suggestion import write

_COMPATIBLE = re.compile(r"[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_COMBINING = re.compile(r"[\u3099\u309a\u0300-\u036f]")


def _code_points(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)


def _exchanged(written: Written, message: str, meant: Mapping[int, str]) -> Finding:
    """Return the finding that letters at these places are to be others, with the edit."""
    text = written.text
    letters = _(", ").join(
        _("'{letter}' ({code})").format(letter=letter, code=_code_points(letter))
        for letter in dict.fromkeys(text[at] for at in meant)
    )
    start, end = min(meant), max(meant) + 1
    right = "".join(meant.get(at, letter) for at, letter in enumerate(text))
    place = written.part(start, end)
    part = right if place == written.place else right[start:end]
    is_one_line = place.line == place.end_line
    help_line = part if is_one_line else _(", ").join(dict.fromkeys(meant.values()))
    return Finding(
        place,
        message.format(letters=letters),
        write(help_line),
        fix=Replacement(place, part) if is_one_line else None,
    )


@rule(fixable=True)
def edge_blank(roster: Roster) -> Iterator[Finding]:
    """A text begins or ends with a blank.

    Why: a blank at the edge cannot be seen, and makes 総務省 and 総務省 with a blank two bodies.

    Example:

        agency: "総務省 "

    Mend: delete the blank; `banso validate --fix` does it.

        agency: 総務省
    """
    for written in suspects(roster):
        text = written.text.strip(EDGES)
        if text != written.text and "\n" not in written.text:
            yield Finding(
                written.place,
                _("'{text}' has a blank at its edge").format(text=written.text),
                write(text) if text else _("write a value, or delete the line"),
                fix=Replacement(written.place, text) if text else None,
            )


@rule()
def line_break(roster: Roster) -> Iterator[Finding]:
    """A text goes over several lines.

    Why: every text is shown in a cell of a table, where a line break has no place.

    Example:

        notes:
          - |
            果物の町
            温泉の町

    Mend: write the text on one line, without | or >; two facts become two entries of the list.

        notes:
          - 果物の町
          - 温泉の町
    """
    for written in suspects(roster):
        if "\n" in written.text.strip("\n") or written.text.endswith("\n"):
            yield Finding(
                written.place,
                _("the text has a line break"),
                _("write the text on one line, without | or >"),
            )


@rule()
def half_width_kana(roster: Roster) -> Iterator[Finding]:
    """A text holds half-width kana.

    Why: searching for ニセコ does not find its half-width form.

    Example:

        notes: [ﾆｾｺに近い]

    Mend: write the kana in full width.

        notes: [ニセコに近い]
    """
    for written, place, letters in matching(roster, HALF_KANA):
        if written.key != "kana":  # a reading is due in hiragana: kana-not-kana
            yield Finding(
                place,
                _("'{letters}' is half-width kana").format(letters=letters),
                write(unicodedata.normalize("NFKC", letters)),
            )


@rule()
def invisible_character(roster: Roster) -> Iterator[Finding]:
    r"""A text holds a character without width, or one that turns the direction of writing.

    Why: it comes with copied text, cannot be seen, and can make a text read otherwise than it is.

    Example:

        name: "観\u200b光"

    Mend: delete the character; typing the word anew is the surest way.

        name: 観光
    """
    for _written, place, letters in matching(roster, INVISIBLE):
        words = _("the invisible character {code} stands here")
        message = words.format(code=_code_points(letters))
        yield Finding(place, message, _("delete the character"))


@rule()
def variation_selector(roster: Roster) -> Iterator[Finding]:
    r"""A letter has a variation selector.

    Why: 葛 with and without a selector look alike and are not equal; official names have none.

    Example:

        name: "葛\U000E0100城市"

    Mend: write the letter without the selector.

        name: 葛城市
    """
    for written, place, letters in matching(roster, SELECTOR):
        yield Finding(
            place,
            _("a variation selector {code} stands here").format(code=_code_points(letters)),
            _("write the letter without it: {name}").format(name=SELECTOR.sub("", written.text)),
        )


@rule(fixable=True)
def compatibility_ideograph(roster: Roster) -> Iterator[Finding]:
    r"""A letter is a compatibility ideograph, a second code for a letter that has one.

    Why: it turns into the other letter whenever a program normalises text.

    Example:

        notes: ["\uFA19社の町"]

    Mend: write the letter that the finding gives.

        notes: [神社の町]
    """
    for written in suspects(roster):
        found = {
            match.start(): plain
            for match in _COMPATIBLE.finditer(written.text)
            if (plain := unicodedata.normalize("NFC", match.group())) != match.group()
        }  # twelve letters of the block are ordinary ones (﨑)
        if found:
            yield _exchanged(written, _("{letters}: a compatibility ideograph"), found)


@rule(fixable=True)
def look_alike_letter(roster: Roster) -> Iterator[Finding]:
    r"""A letter only looks like the ordinary one: ⻑ for 長, a Cyrillic е in a Latin word.

    Why: it comes with text copied from a PDF; the names look alike and are not equal.

    Example:

        notes: ["\u2ED8\u2F2D地区"]

    Mend: write the letter that the finding gives.

        notes: [青山地区]
    """
    for written in suspects(roster):
        if found := look_alikes(written.text):
            yield _exchanged(written, _("{letters}: not the ordinary letter"), found)


@rule()
def decomposed_letter(roster: Roster) -> Iterator[Finding]:
    r"""A letter is written as two: が as か and a voicing mark.

    Why: names of files on macOS are written so; the text looks alike and is not equal.

    Example:

        notes: ["か\u3099んばる町"]

    Mend: write the letter as one; typing the word anew is the surest way.

        notes: [がんばる町]
    """
    for written, place, _letters in matching(roster, _COMBINING):
        whole = unicodedata.normalize("NFC", written.text)
        if len(whole) < len(written.text):
            message = _("a letter is composed of two characters here")
            yield Finding(place, message, write(whole))
