"""Where a file belongs, by what stands in it: a team's file in the folder of municipalities."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import PurePosixPath

from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import APPLICANT, KINDS, PERIOD, STEM, Kind
from banso_cli.yaml.tree import Mapping, Node, text_of

PERIOD_FOLDER = re.compile("0|[1-9][0-9]*", re.ASCII)
"""The name of a folder of teams: the number of the period."""

_COMMON = "sources"
_FEW = 3


def kind_within(tree: Node, own: str = "") -> Kind | None:
    """Return the kind of file that a tree makes; None for `own`, or where that may be right.

    `own` is the kind that the file is read as, if it is read.
    """
    if not isinstance(tree, Mapping):
        return None
    scores = {name: _score(kind, tree, is_own=name == own) for name, kind in KINDS.items()}
    best = max(scores, key=lambda name: scores[name])
    return KINDS[best] if best != own and scores[best] > 2 * scores.get(own, 0) else None


def _score(kind: Kind, tree: Mapping, *, is_own: bool) -> int:
    """Return how many of its keys are there; of another kind none where needed keys are missing.

    One of several may be missing all the same.
    """
    needed, known = _needed(kind.declaration), fields_of(kind.declaration).keys() - {_COMMON}
    is_whole = len(needed & tree.entries.keys()) >= len(needed) - (len(needed) >= _FEW)
    return len(known & tree.entries.keys()) if is_own or is_whole else 0


@cache
def _needed(declaration: type[Record]) -> frozenset[str]:
    fields = fields_of(declaration)
    return frozenset(key for key, field in fields.items() if field.is_needed and key != _COMMON)


def where_due(kind: Kind, tree: Node, path: PurePosixPath, periods: Sequence[str]) -> str:
    """Return where a file of a kind belongs, from the roster's folder.

    `path` is where it lies, without `.yaml`; `periods` are the folders of teams that there are.
    """
    due = kind.files.replace(STEM, path.name).replace(APPLICANT, path.name)
    if kind.is_by_period:
        return due.replace(PERIOD, _folder(kind, path, periods))
    entry = tree.entries.get("number") if isinstance(tree, Mapping) else None
    number = text_of(entry.value) if entry else ""
    return due.replace(PERIOD, number) if PERIOD_FOLDER.fullmatch(number) else due


def _folder(kind: Kind, path: PurePosixPath, periods: Sequence[str]) -> str:
    """Return the period of a team's file: that of its folder, or else the only one there is."""
    top, *folders = path.parent.parts or ("",)
    if top == kind.top and folders:
        digits = re.search("[0-9]+", unicodedata.normalize("NFKC", folders[0]))
        if digits:
            return str(int(digits.group()))
    return periods[0] if len(periods) == 1 else PERIOD
