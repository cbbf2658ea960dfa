"""A condition that a case must meet to be counted."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.statistics.cases import Case
from banso_cli.statistics.dimensions import Dimension


@dataclass(frozen=True, slots=True)
class Condition:
    """A class that cases must belong to, such as the prefecture 長野県.

    Nothing is narrowed down by a personal attribute: that would count by it.
    """

    dimension: Dimension
    value: str

    def __post_init__(self) -> None:
        if self.dimension.personal:
            raise ValueError(self.dimension.id)

    def __str__(self) -> str:
        """Return the condition in words that stand before what must meet it."""
        if self.dimension.several:
            return f"{self.dimension.noun}に{self.value}を含む"
        return f"{self.dimension.noun}が{self.value}の"

    def holds(self, case: Case) -> bool:
        """Tell whether a case belongs to the class."""
        return self.value in self.dimension.read(case)
