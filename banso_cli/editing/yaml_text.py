"""The canonical YAML text of values: plain where every reader of YAML sees text, else quoted."""

from __future__ import annotations

import re

_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader of YAML takes for a truth value or for nothing, in any case."""

_PLAIN_MARKS = frozenset(
    "_-/.%&=+~@;!?・、。（）「」『』【】〈〉《》〔〕～〜－–—…：；，．！？／＆※○●×→"
)
_OPENING_MARKS = frozenset("（「『【〈《〔※○●・")

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_ASCII_MARK = re.compile(r"[!-,./:-@\[-`{-~]")
_INNER_COLON = re.compile(r":(?=[^\s,\[\]{}])")


def scalar(text: str) -> str:
    """Return the text as a plain scalar, or in double quotes where it needs them."""
    return text if _is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """Return the text in double quotes, with escapes for what cannot be seen."""
    return f'"{"".join(map(_escaped, text))}"'


def flow_scalar(text: str) -> str:
    """Return the text as it stands within brackets, where fewer marks are plain to all readers."""
    return scalar(text) if _ASCII_MARK.search(text) is None else quoted(text)


def _is_plain(text: str) -> bool:
    """Tell whether no reader of YAML 1.1 or 1.2 takes the text for anything but itself.

    It begins with a letter, so it is no number and no date, and holds no mark of YAML.
    """
    if not text or text.casefold() in _RESERVED or text != text.strip():
        return False
    inner = _INNER_COLON.sub("", text[1:])
    begins_well = text[0].isalpha() or text[0] in _OPENING_MARKS
    return begins_well and all(c.isalnum() or c == " " or c in _PLAIN_MARKS for c in inner)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == "\u3000":
        return character
    code = f"{ord(character):08X}"
    return f"\\u{code[4:]}" if code.startswith("0000") else f"\\U{code}"
