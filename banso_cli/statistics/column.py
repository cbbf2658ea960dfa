"""A column of a table, as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Column:
    """A column as people read it: its cells in the order of the classes, and its sum, as text."""

    head: Annotated[str, "見出し"]
    cells: Annotated[tuple[str, ...], "欄の文字。行の順"]
    sum: Annotated[str, "計の文字。計のない欄では空"] = ""

    @property
    def is_blank(self) -> Annotated[bool, "どの欄も空か"]:
        """Tell whether no cell says anything."""
        return not any(self.cells)
