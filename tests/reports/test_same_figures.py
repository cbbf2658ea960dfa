"""Every form shows the same figures: what it wrote is read back and compared with the tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from banso_cli.datasets.formats.csv import Encoding, sheet_csv
from banso_cli.datasets.formats.parquet import sheet_parquet
from banso_cli.records.teams.team import Team
from banso_cli.reports.data.json import as_json
from banso_cli.reports.data.json_report import report_json
from banso_cli.reports.html import page_html
from banso_cli.reports.markdown import summary_markdown, tables_markdown
from banso_cli.reports.summary import Summary, edition_of_summary, summary_of
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.dimensions import AGENCY, PREFECTURE, STATUS, SUMMARY, THEME
from banso_cli.statistics.tables.series import Series
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus
from tests.reports.figures_read import (
    HEADINGS,
    TOTAL,
    Figures,
    from_csv,
    from_html,
    from_json,
    from_markdown,
    from_parquet,
    from_summary_sheet,
    from_workbook,
    number,
)
from tests.reports.summaries import (
    SUMMARIES,
    all_statistics,
    complete_counting,
    complete_summary,
    real_summary,
)
from tests.reports.workbooks import bars_of, drawn_charts

FOR_PROGRAMS: dict[str, Callable[[Summary], Figures]] = {
    "csv": lambda summary: read_csv(summary, "utf-8-sig"),
    "csv in cp932": lambda summary: read_csv(summary, "cp932"),
    "json of the report": lambda summary: from_json(report_json(summary)),
    "json of the tables": lambda summary: from_json(as_json(edition_of_summary(summary).results)),
    "parquet": lambda summary: from_parquet(sheet_parquet(all_statistics(summary))),
    "xlsx": lambda summary: from_workbook(workbook(summary)),
}
FOR_PEOPLE: dict[str, Callable[[Summary], Figures]] = {
    "markdown of the report": lambda summary: from_markdown(
        summary_markdown(summary), ids(summary)
    ),
    "markdown of the tables": lambda summary: from_markdown(
        tables_markdown(edition_of_summary(summary).results), ids(summary)
    ),
    "html": lambda summary: from_html(page_html(summary)),
    "xlsx": lambda summary: from_summary_sheet(workbook(summary), ids(summary)),
}
ALWAYS_SHOWN = {each.id for each in SUMMARY}


def read_csv(summary: Summary, encoding: Encoding) -> Figures:
    return from_csv(sheet_csv(all_statistics(summary), encoding), encoding)


def ids(summary: Summary) -> dict[str, str]:
    found = {table.title: table.id for table in summary.tables}
    return {**found, "新規・継続": STATUS.id}


def expected(summary: Summary) -> Figures:
    """Return every figure of every table."""
    return {
        (table.id, row.key): dict(
            zip(
                HEADINGS,
                map(
                    number,
                    (row.count, row.share, row.published, row.published_share, row.applied),
                ),
                strict=True,
            )
        )
        for table in summary.tables
        for row in table.rows
    }


def shown(table: Table, row: Row) -> dict[str, object]:
    """Return what a table for people may show in a row, by heading."""
    if table.status is TableStatus.PUBLISHED:
        return {"公表値": row.published, "割合": row.published_share, "応募": row.applied}
    return dict(
        zip(
            HEADINGS,
            (row.count, row.share, row.published, row.published_share, row.applied),
            strict=True,
        )
    )


def published_only() -> Summary:
    """Return the summary of a period whose breakdowns are published and whose teams are not."""
    whole = complete_counting()
    return summary_of(replace(whole, roster=whole.roster.having(Team, ())), 0)


ALL = {**SUMMARIES, "published": published_only}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("form", FOR_PROGRAMS)
def test_forms_for_programs_have_every_figure(name: str, form: str) -> None:
    summary = ALL[name]()
    assert FOR_PROGRAMS[form](summary) == expected(summary)


@pytest.mark.parametrize("name", ["real", "complete", "published"])
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_forms_for_people_show_the_same_figures(name: str, form: str) -> None:
    summary = ALL[name]()
    found = FOR_PEOPLE[form](summary)
    tables = {table.id: table for table in summary.tables}
    for (table, key), cells in found.items():
        rows = {row.key: row for row in tables[table].rows} if table in tables else {}
        if key in rows:
            figures = shown(tables[table], rows[key])
            assert cells == {name: number(figures[name]) for name in cells}, (table, key)
            assert cells
    for each in summary.tables:
        keys = [key for table, key in found if table == each.id]
        if keys or each.id in ALWAYS_SHOWN:
            assert keys == [*(row.key for row in each.rows), *([TOTAL] if each.rows else [])]


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_totals_for_people_are_those_of_the_tables(form: str) -> None:
    for summary in (real_summary(), complete_summary()):
        found = FOR_PEOPLE[form](summary)
        for table in summary.tables:
            cells = found.get((table.id, TOTAL), {})
            totals = {
                "数": table.total,
                "公表値": table.published_total,
                "応募": table.applied_total,
            }
            assert cells == {name: number(totals[name]) for name in cells}


def test_the_page_shows_the_other_tables_too() -> None:
    found = {table for table, _key in FOR_PEOPLE["html"](real_summary())}
    assert found >= {AGENCY.id, THEME.id, STATUS.id, PREFECTURE.id}


@pytest.mark.parametrize("name", ALL)
def test_charts_of_the_workbook_draw_the_bars_of_the_tables(name: str) -> None:
    summary = ALL[name]()
    data = workbook(summary)
    found = {
        chart.name: {bar.whose: bar.values for bar in bars_of(data, chart)}
        for chart in drawn_charts(data)
    }
    charts = (*summary.charts, summary.status, summary.agencies, summary.themes)
    assert found == {c.table.title: bars(c.table) for c in charts if any(c.table.lengths)}


def bars(table: Table) -> dict[str, dict[str, Decimal]]:
    """Return the bars of a table: by whose figures they stand for and by class."""
    drawn = [each for each in table.series if any(each.lengths)]
    numbers = {str(each.whose): known(table, each, each.numbers) for each in drawn}
    shares = {str(each.whose): known(table, each, each.shares) for each in drawn}
    in_shares = sum(map(len, shares.values())) > sum(map(len, numbers.values()))
    return {whose: each for whose, each in (shares if in_shares else numbers).items() if each}


def known(
    table: Table, series: Series, figures: tuple[int | Decimal | None, ...]
) -> dict[str, Decimal]:
    """Return the figures that are known of the classes that have a bar."""
    return {
        row.key: Decimal(figure)
        for row, figure, length in zip(table.rows, figures, series.lengths, strict=True)
        if length is not None and figure is not None
    }


def test_what_is_compared_is_something() -> None:
    figures = expected(complete_summary())
    assert len(figures) > 100
    assert any(each["割合"] != each["公表値の割合"] for each in figures.values())
    assert {table for table, key in expected(real_summary()) if key == UNRECORDED}
    assert {table.status for table in published_only().tables} > {TableStatus.PUBLISHED}
