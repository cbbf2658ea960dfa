"""What tells that a file which can be read may say something else than was meant."""

from __future__ import annotations

import re

LIST = r"[ ]*\[[^\]\n]*[、，､﹐]"
NAME = r"""[ ](?: [「『“”„＂‘’＇″] | [^"'\n\#]*["'][ ]*(?:\#|$) | [^\n]*[ \u3000]＃ )"""
PERHAPS = re.compile(f"(?mx): (?: {LIST} | {NAME} )")
"""What each line that is suspect has, found in a third of the time."""
CONTINUED = re.compile(
    r"""(?mx)^([ ]*)
    (?: -[ ] (?![a-z_]+:[ ]) [^\n"'\[{|>\#][^\n]*[^\n:] \n\1[ ]+ -[ ]
      | (?:-[ ])?[a-z_]+:[ ] [^\n"'\[{|>\#][^\n]* \n\1[ ]{3,} -[ ] )"""
)
"""An entry that stands deeper than the text before it: it is read as a part of that text."""

_CONFLICTS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def is_suspect(text: str) -> bool:
    """Tell whether a text that reads without a fault is to be searched for slips."""
    is_unclear = PERHAPS.search(text) or CONTINUED.search(text)
    return bool(is_unclear) or any(mark in text for mark in _CONFLICTS)
