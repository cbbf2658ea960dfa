"""What fills a table that has no figures: told to whoever keeps the roster, never in a report."""

from __future__ import annotations

from typing import get_args

from banso_cli.records.periods.period import BreakdownName
from banso_cli.statistics.dimensions import Dimension

_BREAKDOWNS = frozenset(get_args(BreakdownName))


def filling(by: Dimension) -> str:
    """Return from which fields a table is counted, and where its published figures stand."""
    whose = "非公開の台帳の " if by.personal else ""
    fields = f"「{by.title}」は、{whose}{by.field} から集計します。"
    if by.id == "population":
        fields += "どの人口を用いるかは、programme.yaml の measures_in_force に期ごとに定めます。"
    if by.id not in _BREAKDOWNS:
        return fields
    return f"{fields}公表された内訳は、periods/ の期のファイルの breakdowns に収めます。"
