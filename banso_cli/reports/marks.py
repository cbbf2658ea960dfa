"""The marks that stand for figures in documents for people; data files have words instead."""

from __future__ import annotations

from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.reports.entries import Mark, PublishedLine
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.table import Table, TableStatus
from banso_cli.statistics.tables.words import NO_DIFFERENCE, NOT_APPLICABLE, UNKNOWN, WITHHELD

SUPPORT_OFFICER_SIGN = "◆"
ASSUMED_SIGN = "◇"
DERIVED_SIGN = "△"


def marks_in(
    tables: tuple[Table, ...],
    figures: tuple[PublishedLine, ...],
    comparisons: tuple[Comparison, ...],
    teams: tuple[TeamEntry, ...],
) -> tuple[Mark, ...]:
    """Return the marks that stand in these parts of a document, with what they mean.

    That an officer is one may be inferred, and is said to be.
    """
    cells = [text for table in tables for column in table.columns for text in column.cells]
    lines = [value for line in figures for value in (line.value, line.earlier)]
    differences = [each.difference for each in comparisons]
    is_unknown = UNKNOWN in cells or None in (*lines, *differences)
    is_withheld = any(each.status is TableStatus.WITHHELD for each in tables)
    is_derived = any(team.is_derived for team in teams)
    is_assumed = any(team.is_assumed for team in teams)
    seated = [team for team in teams if any(seat.is_support_officer for seat in team.seats)]
    inferred = "（推定を含む）" if any(team.is_assumed for team in seated) else ""
    found = (
        (NOT_APPLICABLE, "該当する数字がない", NOT_APPLICABLE in cells),
        (UNKNOWN, "未収録（記録がなく、数えられない）", is_unknown),
        (WITHHELD, "秘匿（人数が少なく、示せない）", is_withheld),
        (NO_DIFFERENCE, "差なし", 0 in differences),
        (SUPPORT_OFFICER_SIGN, f"地方創生支援オフィサー{inferred}", bool(seated)),
        (DERIVED_SIGN, "継続・新規を、前の期のチームから導いた団体", is_derived),
        (ASSUMED_SIGN, "推定した事項のある団体（「推定した事項」に記す）", is_assumed),
    )
    return tuple(Mark(sign, meaning) for sign, meaning, is_there in found if is_there)
