"""もしかして: the known name that a mistaken one probably stands for.

Letters are folded for comparison only; nothing is ever rewritten by it.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from banso_cli.locale import _

_VARIANTS = str.maketrans("曾龍髙﨑檮惠ヶがケ澤邊濱齋嶋", "曽竜高崎梼恵ケケケ沢辺浜斎島")


def folded(name: str) -> str:
    """Return the name without differences of width, case, blanks and variant letters."""
    text = unicodedata.normalize("NFKC", name).casefold().translate(_VARIANTS)
    return "".join(letter for letter in text if not letter.isspace() and letter < "\U000e0000")


def closest(name: str, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> str:
    """Return the known name that is probably meant, aliases first; empty where none is close."""
    meant = folded(name)
    for alias, target in (aliases or {}).items():
        if folded(alias) == meant:
            return target
    by_fold = {folded(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(meant, by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def perhaps(name: str, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> str:
    """Return the help line that proposes the closest known name, or all names where few."""
    known = tuple(known)
    if suggestion := closest(name, known, aliases):
        return _("did you mean: {name}").format(name=suggestion)
    return one_of(known)


def one_of(known: Iterable[str], most: int = 12) -> str:
    """Return the help line that lists what may be written; empty where that is too much."""
    names = tuple(known)
    if not names or len(names) > most:
        return ""
    return _("write one of: {names}").format(names=_(", ").join(names))
