"""The marks that stand for figures in documents for people; data files have words instead."""

from __future__ import annotations

from collections.abc import Iterator

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
    """Return the marks that stand in these parts of a document, with what they mean."""
    cells = [text for table in tables for column in table.columns for text in column.cells]
    lines = [value for line in figures for value in (line.value, line.earlier)]
    differences = [each.difference for each in comparisons]
    signs = {
        NOT_APPLICABLE: NOT_APPLICABLE in cells,
        UNKNOWN: UNKNOWN in cells or None in lines or None in differences,
        WITHHELD: any(each.status is TableStatus.WITHHELD for each in tables),
        NO_DIFFERENCE: 0 in differences,
    }
    found = (Mark(sign, MEANINGS[sign]) for sign, is_there in signs.items() if is_there)
    return (*found, *_of_teams(teams))


MEANINGS = {
    NOT_APPLICABLE: "該当する数字がない",
    UNKNOWN: "未収録（記録がなく、数えられない）",
    WITHHELD: "秘匿（人数が少なく、示せない）",
    NO_DIFFERENCE: "差なし",
}


def _of_teams(teams: tuple[TeamEntry, ...]) -> Iterator[Mark]:
    """Yield the marks of the list; that an officer is one may be inferred, and is said to be."""
    seated = [team for team in teams if any(seat.is_support_officer for seat in team.seats)]
    if seated:
        inferred = "（推定を含む）" if any(team.is_assumed for team in seated) else ""
        yield Mark(SUPPORT_OFFICER_SIGN, f"地方創生支援オフィサー{inferred}")
    if any(team.is_derived for team in teams):
        yield Mark(DERIVED_SIGN, "継続・新規を、前の期のチームから導いた団体")
    if any(team.is_assumed for team in teams):
        yield Mark(ASSUMED_SIGN, "推定した事項のある団体（「推定した事項」に記す）")
