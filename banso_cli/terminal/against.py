"""How two periods stand side by side on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from banso_cli.statistics.tables.changes import Amount, Beside, Change
from banso_cli.statistics.tables.sums import share_of
from banso_cli.statistics.tables.words import UNKNOWN, figure, percent, signed
from banso_cli.terminal.figures import Figures, Line, laid_out
from banso_cli.terminal.tables import remarks, show, shown_width, text


def show_against(
    title: str, heads: tuple[str, str], besides: Iterable[Beside], notes: Iterable[str]
) -> None:
    """Print tables of two periods, the earlier one first."""
    width = shown_width()
    lines = [*text(title, width)]
    for each in besides:
        lines.append(Line(""))
        if not each.changes:
            lines += text(f"■ {each.title}: {each.note}", width)
            continue
        lines += text(f"■ {each.title}", width, is_bold=True)
        lines += laid_out(_figures(each, heads), width).lines()
    show([*lines, Line(""), *remarks(notes, width)])


def _figures(beside: Beside, heads: tuple[str, str]) -> Figures:
    has_shares = any(each.before.whole or each.after.whole for each in beside.changes)
    before, after = heads
    columns: tuple[str, ...] = (before, after, "増減", "増減率")
    if has_shares:
        columns = (*columns, f"{before}の割合", f"{after}の割合", "割合の増減")
    rows = tuple((each.key, _cells(each, has_shares=has_shares)) for each in beside.changes)
    return Figures("区分", columns, rows, has_sum=False)


def _cells(change: Change, *, has_shares: bool) -> tuple[str, ...]:
    numbers = (
        figure(change.before.number, change.unit),
        figure(change.after.number, change.unit),
        signed(change.difference),
        _signed(change.rate, "%"),
    )
    if not has_shares:
        return numbers
    shares = (_share(change.before), _share(change.after), _signed(change.points, "ポイント"))
    return (*numbers, *shares)


def _share(amount: Amount) -> str:
    if amount.number is None or not amount.whole:
        return UNKNOWN
    return percent(share_of(amount.number, amount.whole))


def _signed(value: Decimal | None, unit: str) -> str:
    return UNKNOWN if value is None else f"{value:+}{unit}" if value else f"±0{unit}"
