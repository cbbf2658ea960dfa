"""The canonical YAML text of values: plain where every reader of YAML sees text, else quoted."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader of YAML takes for a truth value or for nothing, in any case."""

_PLAIN_MARKS = frozenset("_-/.,%&=+~@;!?()")
"""Marks of ASCII that no reader minds within text, though some of them at its beginning."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_ASCII_MARK = re.compile(r"[!-,./:-@\[-^`{-~]")
_INNER_COLON = re.compile(r":(?=[^\s,\[\]{}])")


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Return the text as a plain scalar, or in double quotes where it needs them.

    Within brackets fewer marks are plain to all readers.
    """
    is_plain = _is_plain(text) and not (in_flow and _ASCII_MARK.search(text))
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Return the text in double quotes, with escapes for what cannot be seen."""
    return f'"{"".join(map(_escaped, text))}"'


def single_quoted(text: str) -> str:
    """Return the text in single quotes, or in double ones where it needs escapes."""
    if any(_escaped(character) != character for character in text if character not in '"\\'):
        return quoted(text)
    return "'{}'".format(text.replace("'", "''"))


def _is_plain(text: str) -> bool:
    """Tell whether no reader of YAML 1.1 or 1.2 takes the text for anything but itself.

    It holds no mark of YAML, and no letter that cannot be seen. It begins with a letter, or holds
    one that is not ASCII: such a text is no number, no date and no truth value to any reader.
    """
    if not text or text.casefold() in _RESERVED or text != text.strip():
        return False
    inner = _INNER_COLON.sub("", text[1:])
    if not all(map(_is_harmless, inner)):
        return False
    if text[0].isascii() and text[0].isalpha():
        return True
    begins_well = text[0].isalnum() if text[0].isascii() else _is_harmless(text[0])
    return begins_well and any(not c.isascii() and c.isalpha() for c in text)


def _is_harmless(character: str) -> bool:
    """Tell whether a character within text is nothing but itself; other than ASCII, if seen."""
    if character.isascii():
        return character.isalnum() or character == " " or character in _PLAIN_MARKS
    return unicodedata.category(character)[0] in "LNPS"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == "\u3000":
        return character
    code = f"{ord(character):08X}"
    return f"\\u{code[4:]}" if code.startswith("0000") else f"\\U{code}"
