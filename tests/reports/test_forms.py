"""The real roster in every form: the same figures, read back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from banso_cli.reports.json import as_json
from banso_cli.reports.markdown import summary_markdown, tables_markdown
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.dimensions import AGE, GENDER, RANK, REGION, THEME
from banso_cli.statistics.results import Results, results_of
from tests.reports.summaries import as_csv
from tests.statistics.rosters import counting, member, real_counting, team


@pytest.fixture(scope="module")
def results() -> Results:
    return results_of(real_counting(), 0, crosses=((RANK, REGION), (RANK, GENDER)))


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(real_counting(), 0)


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


def test_output_of_a_faulty_roster_is_stamped(results: Results, summary: Summary) -> None:
    faulty = replace(results, errors=3)
    assert "**不完全** — 台帳に3件のエラー" in tables_markdown(faulty)
    assert "**不完全** — 台帳に3件のエラー" in summary_markdown(replace(summary, errors=3))
    assert "不完全" not in summary_markdown(summary)


def test_a_withheld_cross_shows_its_reason_and_no_cell() -> None:
    few = counting([team(1, "013455", [member(gender="女性", age=34), member(gender="男性")])])
    found = results_of(few, 0, (), ((RANK, GENDER),), totals=False)
    assert "秘匿" in tables_markdown(found)
    assert "| " not in tables_markdown(found)


def test_ages_are_shown_as_classes_only() -> None:
    ages = [37] * 6 + [44] * 6
    teams = [team(at, "013455", [member(age=age)]) for at, age in enumerate(ages, start=1)]
    found = results_of(counting(teams), 0, (AGE, THEME), totals=False)
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
