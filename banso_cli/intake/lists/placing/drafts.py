"""Teams of a list: while their rows are gathered, and as they are then."""

from __future__ import annotations

from dataclasses import dataclass, field

from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.rows import Row
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


def listed(draft: Draft) -> ListedTeam:
    """Return the team with its rows in their order."""
    rows = (*draft.leading, *draft.own, *draft.trailing)
    status = next(iter(draft.statuses), None)
    return ListedTeam(draft.number, draft.named, rows, status, tuple(draft.assumptions))
