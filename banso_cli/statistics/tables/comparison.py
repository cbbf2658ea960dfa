"""A published figure beside what the roster counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the one that the roster counts; None where it is not known."""

    figure: Annotated[str, "指標の ID"]
    label: Annotated[str, "指標の名称"]
    unit: Annotated[str, "数の単位"]
    published: Annotated[int | None, "公表値。なければ none"]
    counted: Annotated[int | None, "台帳の集計。数えられなければ none"]
    note: Annotated[str, "注。差の理由など"] = ""

    @property
    def difference(self) -> Annotated[int | None, "台帳の集計から公表値を引いた差。なければ none"]:
        """Return how much more the roster counts than was published."""
        if self.published is None or self.counted is None:
            return None
        return self.counted - self.published
