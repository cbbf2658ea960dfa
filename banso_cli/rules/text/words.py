"""Rules of text (T): placeholders, readings and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule
from banso_cli.rules.shape.meant import cannot_be_left_out
from banso_cli.rules.text.texts import addresses, suspects
from banso_cli.text.likeness import hiragana
from banso_cli.text.meaning import PLACEHOLDER, as_meant
from banso_cli.text.suggestion import write

_URL = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]+)?(/[!-~]*)?", re.ASCII)
_KANA = re.compile(r"[ぁ-ゖー]+")


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
                cannot_be_left_out(written.key)
                if written.is_needed
                else _("write a value, or delete the line"),
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
            likely = hiragana(unicodedata.normalize("NFKC", meant))
            help_line = _("write the reading in hiragana only")
            yield Finding(
                municipality.places.at("kana"),
                _("'{text}' is not hiragana").format(text=municipality.kana),
                write(likely) if _KANA.fullmatch(likely) else help_line,
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
            )
