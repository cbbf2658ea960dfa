"""The marks that stand for figures in documents for people; data files have words instead."""

from __future__ import annotations

from banso_cli.reports.entries import Mark
from banso_cli.statistics.words import NOT_APPLICABLE, UNKNOWN, WITHHELD

SUPPORT_OFFICER_SIGN = "◆"
ASSUMED_SIGN = "◇"

MARKS = (
    Mark(NOT_APPLICABLE, "該当する数字がない"),
    Mark(UNKNOWN, "未収録（記録がなく、数えられない）"),
    Mark(WITHHELD, "秘匿（人数が少なく、示せない）"),
    Mark("±0", "差なし"),
    Mark(SUPPORT_OFFICER_SIGN, "地方創生支援オフィサー（所属からの推定）"),
    Mark(ASSUMED_SIGN, "推定した事項のある団体"),
)
"""All marks, with what they mean."""
