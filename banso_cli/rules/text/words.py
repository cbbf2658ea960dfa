"""Rules of text (T): blanks and breaks, placeholders, readings and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule
from banso_cli.rules.text import letters
from banso_cli.rules.text.texts import addresses, suspects
from banso_cli.text.meaning import EDGES, PLACEHOLDER, as_meant

_URL = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]+)?(/[!-~]*)?", re.ASCII)
_KANA = re.compile(r"[ぁ-ゖー]+")


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
                written.record.id,
            )


@rule()
def placeholder(roster: Roster) -> Iterator[Finding]:
    """A text says that it is not known yet.

    Why: what is not known is left out, so that it is counted as 未収録 and not as a text.

    Example:

        subject: 未定

    Mend: write the value, or delete the line while it is not known.

        subject: 顔合わせ
    """
    for written in suspects(roster):
        if PLACEHOLDER.fullmatch(written.text):
            yield Finding(
                written.place,
                _("'{text}' stands for something not known yet").format(text=written.text),
                _("write a value; '{key}' cannot be left out").format(key=written.key)
                if written.is_needed
                else _("write a value, or delete the line"),
                written.record.id,
            )


@rule()
def kana_not_kana(roster: Roster) -> Iterator[Finding]:
    """The reading of a municipality is not in hiragana.

    Why: readings are sorted and searched by hiragana alone.

    Example:

        kana: モリまち

    Mend: write the reading in hiragana only.

        kana: もりまち
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

    Example:

        url: www.example.jp

    Mend: copy the whole address from the browser.

        url: https://www.example.jp/
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
    *letters.RULES,
    placeholder,
    kana_not_kana,
    malformed_url,
)
