"""The folding table of names, as far as a page needs it: nowhere is there a second one."""

from __future__ import annotations

import unicodedata

from banso_cli.reference.letters import radicals
from banso_cli.text.meaning import letters_alike


def letters_for(text: str) -> tuple[str, str]:
    """Return the letters that others are folded into in this text, and those others, in one order.

    A letter is left out where neither it nor what it is folded into occurs: no search for it could
    find anything.
    """
    table = letters_alike()
    pairs = {chr(code): letter for code, letter in table.items()}
    for radical, letter in radicals().items():
        pairs[radical] = letter.translate(table)
    text = unicodedata.normalize("NFKC", text).casefold()
    present = {*text, *text.translate(table)}
    needed = {old: new for old, new in pairs.items() if old in present or new in present}
    return "".join(needed), "".join(needed.values())
