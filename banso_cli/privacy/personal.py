"""What the tree of a file tells of persons: gender, track and age of members."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from banso_cli.records.application import OfficerApplication
from banso_cli.records.fields.words import KEYS
from banso_cli.records.kinds import every_key
from banso_cli.records.teams.team import PERSONAL_KEYS, FormerMember, Member
from banso_cli.yaml.tree import Mapping, Node, Scalar, Sequence, Span

SHOWN_KEYS = tuple(key for key in FormerMember.model_fields if key not in PERSONAL_KEYS)
"""The keys of a member whose values may be shown."""

MEMBER_LISTS = ("members", "former")
"""The keys of a team that hold members."""

_SHOWN_OF_OFFICERS = frozenset(OfficerApplication.model_fields).difference(PERSONAL_KEYS)
_OFFICER_KEYS = frozenset({"agency", "rank"})
"""The keys by which the application of an officer is known, which has no members."""

_TITLES = tuple(str(Member.model_fields[key].title) for key in PERSONAL_KEYS)
_OTHERS = ("sex", "職種", "年代")
PERSONAL_WORD = re.compile(
    rf"(?i)(?<!dimension: )(?<![a-z0-9_])({'|'.join(PERSONAL_KEYS + _TITLES + _OTHERS)})(?![a-z_])"
)
"""A word that a personal attribute is written behind; the dimension of a breakdown is none."""

_KEY_WORDS = frozenset(
    word
    for key, field in FormerMember.model_fields.items()
    for word in (str(field.title), *KEYS.get(key, ()))
)
"""Japanese words for the keys of a member, which are no values."""

_ALIKE = 0.7
"""How alike a mistyped key is to the one meant: `agencey` is to agency, `male` to none."""

_NARROW = {0xFF01 + offset: 0x21 + offset for offset in range(94)}


class Personal(NamedTuple):
    """A value that is not to be shown, with its key, if it has one."""

    value: Node
    key: Scalar | None = None
    is_key_shown: bool = True

    @property
    def spans(self) -> Iterator[Span]:
        """Return where something stands that is not to be shown."""
        if self.key and not self.is_key_shown:
            yield self.key.span
        yield from (each.span for each in within(self.value))

    @property
    def lines(self) -> range:
        """Return the lines from the key, or the value, to the end of the value; from 1."""
        first = (self.key or self.value).span.line
        return range(first, max(each.span.end_line for each in within(self.value)) + 1)


def narrow(text: str) -> str:
    """Return a text with letters of full width as they are meant: gender: for ｇｅｎｄｅｒ：."""
    return text.translate(_NARROW)


def personal_values(tree: Node) -> Iterator[Personal]:
    """Yield what a tree tells of persons.

    That is what stands behind such a key, wherever it is. In a member, or in the application of an
    officer, whatever is no field of it is taken for a slip: for a mistyped key, or for a value
    without one.
    """
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Sequence):
            nodes += node.items
        elif isinstance(node, Mapping):
            for key, entry in node.entries.items():
                if PERSONAL_WORD.fullmatch(narrow(key)):
                    yield Personal(entry.value, entry.key)
                else:
                    nodes.append(entry.value)
    entries = tree.entries if isinstance(tree, Mapping) else {}
    lists = [entries[name].value for name in MEMBER_LISTS if name in entries]
    for members in lists:
        for member in members.items if isinstance(members, Sequence) else [members]:
            if isinstance(member, Mapping):
                yield from _beside(member, SHOWN_KEYS)
            else:
                yield Personal(member)
    if not lists and isinstance(tree, Mapping) and entries.keys() >= _OFFICER_KEYS:
        yield from _beside(tree, _SHOWN_OF_OFFICERS)


def _beside(person: Mapping, shown: Collection[str]) -> Iterator[Personal]:
    for key, entry in person.entries.items():
        if key not in shown:
            yield Personal(entry.value, entry.key, _is_word_for_key(key))


def _is_word_for_key(key: str) -> bool:
    """Tell whether a key is one, maybe of another part or mistyped, and not a value without one."""
    if key in every_key() or key in _KEY_WORDS or PERSONAL_WORD.fullmatch(narrow(key)):
        return True
    is_word = key.isascii() and key.replace("_", "").isalpha()
    return is_word and bool(get_close_matches(key, FormerMember.model_fields, n=1, cutoff=_ALIKE))


def within(node: Node) -> Iterator[Node]:
    """Yield a value and everything in it, keys as well; the span of a part is its opening."""
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from within(item)
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield entry.key
            yield from within(entry.value)


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield all single values and keys of a tree."""
    return (each for each in within(node) if isinstance(each, Scalar))
