"""The real roster in every form: the same figures, read back."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from banso_cli.reports.csv import HEADINGS, as_csv
from banso_cli.reports.json import as_json
from banso_cli.reports.markdown import summary_markdown, tables_markdown
from banso_cli.reports.results import Results, results_of
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.dimensions import AGE, GENDER, RANK, REGION, THEME
from banso_cli.statistics.table import Row, Table, TableStatus
from tests.statistics.rosters import counting, member, real_counting, team


@pytest.fixture(scope="module")
def results() -> Results:
    return results_of(real_counting(), 0, crosses=((RANK, REGION), (RANK, GENDER)))


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(real_counting(), 0)


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_summary_has_the_sections_of_the_published_one(summary: Summary) -> None:
    titles = re.findall(r"^## (.*)$", summary_markdown(summary), re.MULTILINE)
    assert titles == [
        "概要",
        "支援状況",
        "①性別",
        "②事務官・技官の別",
        "③役職",
        "④年齢",
        "⑤地域別 伴走支援自治体数",
        "⑥人口規模別 伴走支援自治体数",
        "新規・継続",
        "支援対象団体・伴走支援チーム一覧",
        "公表値との照合",
        "出典",
        "記号",
    ]


def test_the_list_has_every_team_once_in_the_order_of_regions(summary: Summary) -> None:
    text = summary_markdown(summary)
    numbers = re.findall(r"^\| (\d\d)\. ", text, re.MULTILINE)
    assert sorted(numbers) == [f"{number:02d}" for number in range(1, 98)]
    listed = text.split("## 支援対象団体")[1].split("### 支援テーマ")[0]
    seats = re.findall(r"^\| .* \| (.+) \| (.+) \|$", listed, re.MULTILINE)
    assert len([seat for seat in seats if seat[0] not in {"所属府省庁", ":--"}]) == 279
    prefectures = set(re.findall(r"^\| \d\d\. (..[都道府県]|...県)", text, re.MULTILINE))
    assert len(prefectures) == 38
    regions = re.findall(r"^### (.+)（(\d+)）$", text, re.MULTILINE)
    assert sum(int(count) for _name, count in regions) == 97
    assert text.count(" ◆ |") == 8


def test_the_difference_of_officers_is_explained(summary: Summary) -> None:
    text = summary_markdown(summary)
    row = next(
        line for line in text.splitlines() if line.startswith("| 地方創生支援官 | 278名 | 279名")
    )
    assert "| +1 |" in row
    assert "分からない" in row
    assert "公表値が278名、台帳の集計が279名" in text


def test_no_line_of_the_summary_ends_in_a_blank_but_for_breaks(summary: Summary) -> None:
    text = summary_markdown(summary)
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[^ ] $", text, re.MULTILINE)


def test_every_form_has_the_same_figures(results: Results) -> None:
    from_csv = {
        (row["表ID"], row["区分"], row["区分2"]): (row["数"], row["割合(%)"])
        for row in csv_rows(as_csv(results))
        if row["数"] and row["表ID"] != "totals"
    }
    from_json = {
        (table["id"], row["key"], row.get("column", "")): (
            str(row["count"]),
            "" if row["share"] is None else str(row["share"]),
        )
        for table in json.loads(as_json(results))["tables"]
        for row in table["rows"]
        if table["id"] != "totals"
    }
    from_tables = {
        (table.id, row.key, ""): (str(row.count), "" if row.share is None else str(row.share))
        for table in results.tables
        for row in table.rows
    }
    assert from_csv == from_json
    assert from_tables.items() <= from_json.items()
    markdown = tables_markdown(results)
    for table in results.tables:
        for row in table.rows:
            share = "" if row.share is None else f"{row.share}%"
            assert f"| {row.key} | {row.count} | {share} |" in markdown


def test_json_is_as_documented(results: Results) -> None:
    whole = json.loads(as_json(results))
    assert list(whole) == ["schema_version", "period", "tables"]
    ids = [table["id"] for table in whole["tables"]]
    names = "gender track rank age region population agency prefecture theme status"
    assert ids == [*names.split(), "rank,region", "rank,gender", "totals"]
    for table in whole["tables"]:
        assert set(table) == {"id", "title", "unit", "status", "total", "rows", "notes"}
        assert all({"key", "count", "share", "published"} <= set(row) for row in table["rows"])
    assert "applied" in whole["tables"][4]["rows"][0]
    totals = {row["key"]: row for row in whole["tables"][-1]["rows"]}
    assert (totals["officers"]["count"], totals["officers"]["published"]) == (279, 278)
    assert totals["officers_applied"]["count"] is None


def test_csv_opens_in_japanese_excel(results: Results) -> None:
    data = as_csv(results)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert "\n" not in "".join(lines)
    assert lines[0].split(",") == list(HEADINGS)
    rows = csv_rows(data)
    assert {row["状態"] for row in rows} == {"収録", "未収録"}
    lost = [row for row in rows if row["表ID"] == "gender"]
    assert [(row["数"], row["状態"]) for row in lost] == [("", "未収録")]


def test_cells_that_excel_would_run_are_made_harmless(results: Results) -> None:
    rows = (Row("=1+1", 1), Row("-森町", 2), Row("@x", 3), Row("森町", 4))
    table = Table("rank", "+x", "名", TableStatus.RECORDED, 10, rows)
    found = csv_rows(as_csv(replace(results, tables=(table,), crosses=(), comparisons=())))
    assert [row["区分"] for row in found] == ["'=1+1", "'-森町", "'@x", "森町"]
    assert found[0]["表"] == "'+x"


def test_output_of_a_faulty_roster_is_stamped(results: Results, summary: Summary) -> None:
    faulty = replace(results, errors=3)
    assert json.loads(as_json(faulty))["incomplete"] is True
    assert {row["状態"] for row in csv_rows(as_csv(faulty))} == {"不完全"}
    assert "**不完全** — 台帳に3件のエラー" in tables_markdown(faulty)
    assert "**不完全** — 台帳に3件のエラー" in summary_markdown(replace(summary, errors=3))
    assert "不完全" not in summary_markdown(summary)


def test_a_withheld_cross_shows_its_reason_and_no_cell() -> None:
    few = counting([team(1, "013455", [member(gender="女性", age=34), member(gender="男性")])])
    found = results_of(few, 0, (), ((RANK, GENDER),), totals=False)
    assert "秘匿" in tables_markdown(found)
    assert "| " not in tables_markdown(found)
    assert [row["状態"] for row in csv_rows(as_csv(found))] == ["秘匿"]
    assert json.loads(as_json(found))["tables"][0]["status"] == "withheld"


def test_ages_are_shown_as_classes_only() -> None:
    few = counting([team(1, "013455", [member(age=37)])])
    found = results_of(few, 0, (AGE, THEME), totals=False)
    for text in (as_json(found), as_csv(found).decode(), tables_markdown(found)):
        assert "37" not in text
        assert "30代" in text


def test_a_summary_copes_with_what_is_missing() -> None:
    lost = [team(1, "999999", [member("銀河省")], printed={"municipality": "月見町"})]
    text = summary_markdown(summary_of(counting(lost), 1))
    assert "### 未収録（1）" in text
    assert "| 01. 999999 | 銀河省 | 補佐級 |" in text
    assert "原文「月見町」→「999999」" in text
    first = summary_markdown(summary_of(real_counting(1), 0))
    assert "第1期は令和7年度" in first
    assert "180名" in first
