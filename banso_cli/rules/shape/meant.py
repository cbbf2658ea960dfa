"""Which key or choice a mistaken one means, by its letters or by a Japanese word for it."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.records.fields.words import CHOICES, KEYS, aliases
from banso_cli.records.finding import Replacement
from banso_cli.rules.faults import Words
from banso_cli.rules.shape.values import Meant
from banso_cli.text.meaning import folded
from banso_cli.text.suggestion import closest, proposal, write
from banso_cli.yaml.fault import Fault


def meant_key(fault: Fault) -> Meant | None:
    """Return the key of the part that an unknown one means, if it is not there already."""
    return _meant(fault, aliases(fault.expected, fault.meanings, KEYS), fault.meanings)


def meant_choice(fault: Fault) -> Meant | None:
    """Return the choice that a value means which is none."""
    words = aliases(fault.expected, fault.meanings, CHOICES)
    return _meant(fault, words, tuple(words))


def _meant(fault: Fault, words: dict[str, str], certain: tuple[str, ...]) -> Meant | None:
    """Return the name meant; it is sure where only width, case or a certain word stands between."""
    name = closest(fault.found, fault.expected, words)
    if not name:
        return None
    found = folded(fault.found)
    if found == folded(name) or found in {folded(word) for word in certain}:
        return Meant(name)
    return Meant(name, is_sure=False, is_guess=found not in {folded(word) for word in words})


def written_so(fault: Fault, message: str, meant: Meant, meaning: str = "") -> Words:
    """Return the words for a value that has one meaning, with the edit where that is sure.

    `meaning` is the Japanese word for it, if there is one; where it is a guess, it is asked for.
    """
    help_line = write(meant.text)
    if meant.is_guess:
        help_line = proposal([named(meant.text, meaning)])
    elif meaning:
        help_line = _("write {name} ({meaning})").format(name=meant.text, meaning=meaning)
    return message, help_line, Replacement(fault.place, meant.text) if meant.is_sure else None


def cannot_be_left_out(key: str) -> str:
    """Return the help line for a value that is not known, where the record needs one."""
    return _("write a value; '{key}' cannot be left out").format(key=key)


def not_known(fault: Fault) -> str:
    """Return the help line for a value that only says that nothing is known."""
    if fault.needed:
        return cannot_be_left_out(fault.key)
    written = f"{fault.key}: {fault.found}"
    return _("delete '{written}'; what is not known is left out").format(written=written)


def not_in_public() -> str:
    """Return the help line for gender, track and age of a member in a public roster."""
    return _("delete the line; programme.yaml declares this roster public")


def named(name: str, meaning: str) -> str:
    """Return a choice with its meaning, if it has one."""
    return _("{name} ({meaning})").format(name=name, meaning=meaning) if meaning else name
