"""Which key or choice a mistaken one means, by its letters or by a Japanese word for it."""

from __future__ import annotations

from banso_cli.locale import _
from banso_cli.records.fields.words import CHOICES, KEYS, aliases
from banso_cli.records.finding import Finding, Replacement
from banso_cli.rules.shape.values import Meant
from banso_cli.text.meaning import folded
from banso_cli.text.suggestion import closest, one_of
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


def write(text: str) -> str:
    """Return the help line that tells what to write."""
    return _("write {name}").format(name=text)


def told(meant: Meant, meaning: str = "") -> str:
    """Return the help line for what is meant, asking where it is a guess."""
    shown = _named(meant.text, meaning)
    if meant.is_guess:
        return _("did you mean: {name}").format(name=shown)
    if meaning:
        return _("write {name} ({meaning})").format(name=meant.text, meaning=meaning)
    return write(meant.text)


def written_so(fault: Fault, message: str, meant: Meant) -> Finding:
    """Return the finding of a value that has one meaning, with the edit where that is sure."""
    fix = Replacement(fault.place, meant.text) if meant.is_sure else None
    return Finding(fault.place, message, told(meant), fix=fix)


def cannot_be_left_out(fault: Fault) -> str:
    """Return the help line for a value that is not known, where the record needs one."""
    return _("write a value; '{key}' cannot be left out").format(key=fault.key)


def left_out(fault: Fault) -> str:
    """Return the help line for a value that is not known, where the record does without it."""
    return _("delete '{written}'; what is not known is left out").format(
        written=f"{fault.key}: {fault.found}"
    )


def not_in_public() -> str:
    """Return the help line for gender, track and age of a member in a public roster."""
    return _("delete the line; programme.yaml declares this roster public")


def help_for_choice(fault: Fault, meant: Meant | None) -> str:
    """Return the help line with the choice meant, or with all of them, and their meanings."""
    meanings = dict(zip(fault.expected, fault.meanings, strict=False))
    if meant is not None:
        return told(meant, meanings.get(meant.text, ""))
    return one_of(_named(name, meanings.get(name, "")) for name in fault.expected)


def _named(name: str, meaning: str) -> str:
    return _("{name} ({meaning})").format(name=name, meaning=meaning) if meaning else name
