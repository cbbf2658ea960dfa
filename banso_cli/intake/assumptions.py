"""What an import had to assume, in the words that the team files record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from banso_cli.intake.lists.rows import Row
from banso_cli.records.teams.team import Status
from banso_cli.text.meaning import as_meant

OFFICERS = "所属が府省庁の外の団体である者を地方創生支援オフィサーと推定した"


def status_by_period_before(period: int) -> Mapping[Status, str]:
    """Say of either status that it was inferred from the teams of the period before."""
    return {
        "continuing": f"第{period - 1}期にチームがあるため継続と推定した",
        "new": f"第{period - 1}期にチームがないため新規と推定した",
    }


def read_as_first(rows: Sequence[Row], rival: tuple[str, int] | None) -> str:
    """Say that nameless rows open the team named next.

    `rival` is number and name, and the size, of the team before, when that has room for them too.
    """
    which = "一人目の行" if len(rows) == 1 else f"はじめの{len(rows)}行"
    text = f"{which}（{_shown(rows)}）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ"
    if rival is None:
        return text
    name, size = rival
    return f"{text}。前の番号の団体（{name}）も{size}名のため、そちらの行である可能性がある"


def read_as_last(rows: Sequence[Row], next_team: str, size: int) -> str:
    """Say that nameless rows close the team before, since the next one has members enough."""
    which = "最後の行" if len(rows) == 1 else f"最後の{len(rows)}行"
    return (
        f"{which}（{_shown(rows)}）は一覧表で市町村名が空欄。次に名のある団体（{next_team}）は"
        f"ほかに{size}名いるため、前の番号のこの団体と読んだ"
    )


def may_be_of_next(row: Row, next_team: str, size: int) -> str:
    """Say that the last row of a team may as well be the first of the next, as names stand."""
    return (
        f"最後の行（{_shown([row])}）は一覧表で市町村名が空欄。上に名のあるこの団体と読んだ。"
        f"次の番号の団体（{next_team}）も{size}名のため、そちらの行である可能性がある"
    )


def is_about_the_same(one: str, other: str) -> bool:
    """Tell whether two assumptions are on the same nameless rows of a list."""
    return "空欄。" in one and one.partition("空欄。")[0] == other.partition("空欄。")[0]


def _shown(rows: Sequence[Row]) -> str:
    """Return body and rank of each row, without the blanks that line breaks leave in a cell."""
    return "、".join("".join(as_meant(f"{row.agency}・{row.rank}").split()) for row in rows)
