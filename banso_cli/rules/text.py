"""Rules of text (T): letters that cannot be seen, or that only look right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Replacement
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster
from banso_cli.rules.meaning import (
    EDGES,
    HALF_KANA,
    INVISIBLE,
    PLACEHOLDER,
    SELECTOR,
    as_meant,
)
from banso_cli.rules.rule import rule
from banso_cli.rules.texts import Written, addresses, suspects

_COMPATIBLE = re.compile(r"[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_COMBINING = re.compile(r"[\u3099\u309a\u0300-\u036f]")
_URL = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]+)?(/[!-~]*)?", re.ASCII)
_KANA = re.compile(r"[ぁ-ゖー]+")


def _first(written: Written, pattern: re.Pattern[str]) -> tuple[Place, str] | None:
    """Return the place and the letters of the first match within a text of one line."""
    match = pattern.search(written.text)
    if match is None:
        return None
    span, quoted = written.scalar.span, 0 if written.scalar.plain else 1
    length = span.end_column - span.column - 2 * quoted
    if span.line != span.end_line or length != len(written.text):
        return written.place, match.group()  # escapes or several lines: the whole text
    column = span.column + quoted + match.start()
    end = column + len(match.group())
    return Place(written.place.path, span.line, column, span.line, end), match.group()


def _code_points(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)


@rule(fixable=True)
def edge_blank(roster: Roster) -> Iterator[Finding]:
    """A text begins or ends with a blank.

    Why: a blank at the edge cannot be seen, and makes 総務省 and 総務省 with a blank two bodies.
    """
    for written in suspects(roster):
        text = written.text.strip(EDGES)
        if text != written.text and "\n" not in written.text:
            yield Finding(
                written.place,
                _("'{text}' has a blank at its edge").format(text=written.text),
                _("write {name}").format(name=text)
                if text
                else _("write a value, or delete the line"),
                written.record.id,
                fix=Replacement(written.place, text) if text else None,
            )


@rule()
def line_break(roster: Roster) -> Iterator[Finding]:
    """A text goes over several lines.

    Why: every text is shown in a cell of a table, where a line break has no place.
    """
    for written in suspects(roster):
        if "\n" in written.text.strip("\n") or written.text.endswith("\n"):
            yield Finding(
                written.place,
                _("the text has a line break"),
                _("write the text on one line, without | or >"),
                written.record.id,
            )


@rule()
def half_width_kana(roster: Roster) -> Iterator[Finding]:
    """A text holds half-width kana.

    Why: searching for ニセコ does not find its half-width form.
    """
    for written in suspects(roster):
        found = _first(written, HALF_KANA)
        if found and written.key != "kana":  # a reading is due in hiragana: kana-not-kana
            place, letters = found
            yield Finding(
                place,
                _("'{letters}' is half-width kana").format(letters=letters),
                _("write {name}").format(name=unicodedata.normalize("NFKC", letters)),
                written.record.id,
            )


@rule()
def invisible_character(roster: Roster) -> Iterator[Finding]:
    """A text holds a character without width, or one that turns the direction of writing.

    Why: it comes with copied text, cannot be seen, and can make a text read otherwise than it is.
    """
    for written in suspects(roster):
        if found := _first(written, INVISIBLE):
            place, letters = found
            yield Finding(
                place,
                _("the invisible character {code} stands here").format(code=_code_points(letters)),
                _("delete the character"),
                written.record.id,
            )


@rule()
def variation_selector(roster: Roster) -> Iterator[Finding]:
    """A letter has a variation selector.

    Why: 葛 with and without a selector look alike and are not equal; official names have none.
    """
    for written in suspects(roster):
        if found := _first(written, SELECTOR):
            place, letters = found
            yield Finding(
                place,
                _("a variation selector {code} stands here").format(code=_code_points(letters)),
                _("write the letter without it: {name}").format(
                    name=SELECTOR.sub("", written.text)
                ),
                written.record.id,
            )


@rule()
def compatibility_ideograph(roster: Roster) -> Iterator[Finding]:
    """A letter is a compatibility ideograph, a second code for a letter that has one.

    Why: it turns into the other letter whenever a program normalises text.
    """
    for written in suspects(roster):
        for match in _COMPATIBLE.finditer(written.text):
            plain = unicodedata.normalize("NFC", match.group())
            if plain != match.group():  # twelve letters of the block are ordinary ones (﨑)
                found = _first(written, re.compile(re.escape(match.group())))
                yield Finding(
                    found[0] if found else written.place,
                    _("'{letter}' ({code}) is a compatibility ideograph").format(
                        letter=match.group(), code=_code_points(match.group())
                    ),
                    _("write {name}").format(name=plain),
                    written.record.id,
                )
                break


@rule()
def decomposed_letter(roster: Roster) -> Iterator[Finding]:
    """A letter is written as two: が as か and a voicing mark.

    Why: names of files on macOS are written so; the text looks alike and is not equal.
    """
    for written in suspects(roster):
        composed = unicodedata.normalize("NFC", written.text)
        if _COMBINING.search(written.text) and len(composed) < len(written.text):
            found = _first(written, _COMBINING)
            yield Finding(
                found[0] if found else written.place,
                _("a letter is composed of two characters here"),
                _("write {name}").format(name=composed),
                written.record.id,
            )


@rule()
def placeholder(roster: Roster) -> Iterator[Finding]:
    """A text says that it is not known yet.

    Why: what is not known is left out, so that it is counted as 未収録 and not as a text.
    """
    for written in suspects(roster):
        if PLACEHOLDER.fullmatch(written.text):
            yield Finding(
                written.place,
                _("'{text}' stands for something not known yet").format(text=written.text),
                _("write a value, or delete the line"),
                written.record.id,
            )


@rule()
def kana_not_kana(roster: Roster) -> Iterator[Finding]:
    """The reading of a municipality is not in hiragana.

    Why: readings are sorted and searched by hiragana alone.
    """
    for municipality in roster.municipalities:
        meant = as_meant(municipality.kana)
        if meant and not _KANA.fullmatch(meant):
            katakana = unicodedata.normalize("NFKC", meant)
            hiragana = "".join(
                chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in katakana
            )
            yield Finding(
                municipality.places.at("kana"),
                _("'{text}' is not hiragana").format(text=municipality.kana),
                _("write {name}").format(name=hiragana)
                if _KANA.fullmatch(hiragana)
                else _("write the reading in hiragana only"),
                municipality.id,
            )


@rule()
def malformed_url(roster: Roster) -> Iterator[Finding]:
    """An address of a page is not one.

    Why: sources are followed by their address; it begins with http(s):// and has no blanks.
    """
    for written in addresses(roster):
        meant = as_meant(written.text)
        if meant and not _URL.fullmatch(meant):
            yield Finding(
                written.place,
                _("'{text}' is not the address of a page").format(text=written.text),
                _("copy the whole address, beginning with https://"),
                written.record.id,
            )


RULES = (
    edge_blank,
    line_break,
    half_width_kana,
    invisible_character,
    variation_selector,
    compatibility_ideograph,
    decomposed_letter,
    placeholder,
    kana_not_kana,
    malformed_url,
)
