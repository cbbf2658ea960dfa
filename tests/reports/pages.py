"""Pages of HTML for tests: of the real roster, and of made-up summaries."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from banso_cli.reports.html import page_html
from banso_cli.reports.summary import Summary, summary_of
from tests.reports.parsed_page import Element, parsed
from tests.statistics.rosters import real_counting


@cache
def real_summary() -> Summary:
    return summary_of(real_counting(), 0)


@cache
def real_page() -> Element:
    return parsed(page_html(real_summary()))


def small(**fields: object) -> Summary:
    """Return the summary with one team and few tables, with other fields."""
    summary = real_summary()
    least = replace(
        summary, teams=summary.teams[:1], tables=summary.tables[7:8], sources=(), comparisons=()
    )
    return replace(least, **fields)  # type: ignore[arg-type] # fields of any type
