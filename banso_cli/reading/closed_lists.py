"""The values that the fields of codes and of free names may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.model.roster import Roster

Values: TypeAlias = Mapping[str, str]
"""Values in the order of their list, each with a word about it, empty where there is none."""

Field: TypeAlias = tuple[str, ...]
"""A field by the name of its kind of file and the keys that lead to it, lists passed over."""

CODE = re.compile("[0-9]{6}", re.ASCII)
"""The form of a municipal code."""


def codes(roster: Roster) -> Values:
    """Return the codes of the municipalities that have a file, with their names."""
    return {
        each.code: f"{each.full_name}（{each.kana}）"
        for each in roster.municipalities
        if CODE.fullmatch(each.code)
    }


def _measures(roster: Roster) -> Values:
    """Return the measures in force, then the others that municipalities have figures of."""
    in_force = roster.programme.measures_in_force if roster.programme else ()
    recorded = (figure for each in roster.municipalities for figure in each.population)
    return dict.fromkeys(
        (*(m.measure for m in in_force), *sorted({f.measure for f in recorded})), ""
    )


SUGGESTED: Mapping[Field, Callable[[Roster], Values]] = MappingProxyType(
    {
        ("programme", "measures_in_force", "measure"): _measures,
        ("municipality", "population", "measure"): _measures,
    }
)
"""Fields that are free, though most values have been written before."""
