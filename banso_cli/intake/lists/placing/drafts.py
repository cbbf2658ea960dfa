"""Teams of a list, while their rows are gathered and as they are then, and what is wrong there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.rows import Row
from banso_cli.locale import _
from banso_cli.records.teams.team import Status
from banso_cli.text.meaning import as_meant


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A team as printed, and its rows in the order of its members."""

    number: int
    named: TeamName
    rows: tuple[Row, ...]
    status: Status | None = None
    assumptions: tuple[str, ...] = ()


@dataclass
class Draft:
    """A team while its rows are gathered; `leading` stand above its name."""

    number: int
    named: TeamName
    leading: list[Row] = field(default_factory=list)
    own: list[Row] = field(default_factory=list)
    trailing: list[Row] = field(default_factory=list)
    statuses: set[Status] = field(default_factory=set)
    assumptions: list[str] = field(default_factory=list)
    is_refused: bool = False
    is_left_out: bool = False
    comes_again: bool = False

    @property
    def size(self) -> int:
        """Return the number of members."""
        return len(self.leading) + len(self.own) + len(self.trailing)

    def has_before(self, row: Row) -> bool:
        """Tell whether a row repeats a member, where the team stands again below others."""
        seats = [(each.agency, each.rank) for each in self.own]
        return self.comes_again and row.is_seat and (row.agency, row.rank) in seats

    @property
    def label(self) -> str:
        """Return number and name."""
        return f"{self.number} {as_meant(self.named.name)}"

    @property
    def listed(self) -> ListedTeam:
        """Return the team with its rows in their order."""
        rows = (*self.leading, *self.own, *self.trailing)
        status = next(iter(self.statuses), None)
        return ListedTeam(self.number, self.named, rows, status, tuple(self.assumptions))

    def faults(self) -> Iterator[Refusal]:
        """Yield what cannot be of a team: no members, two statuses, a name that is struck out."""
        place, shown = self.named.place, {"name": self.label}
        if not self.size and not self.is_left_out and not self.is_refused:
            yield place.refusal(_("{place}: '{name}' has no members"), **shown)
        if len(self.statuses) > 1:
            yield place.refusal(_("{place}: '{name}' is 継続 as well as 新規"), **shown)
        if self.size and self.named.is_struck:
            message = _("{place}: '{name}' is struck out, but not all of its members are")
            yield place.refusal(message, **shown)
