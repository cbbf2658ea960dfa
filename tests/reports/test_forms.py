"""The real roster in every form: the same figures, read back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from banso_cli.reports.data.json import as_json
from banso_cli.reports.entries import Sentence
from banso_cli.reports.markdown import summary_markdown, tables_markdown
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.reports.templating.templates import strong
from banso_cli.statistics.dimensions import AGE, GENDER, RANK, REGION, THEME
from banso_cli.statistics.tables.results import Results, results_of
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
        "事例",
        "①性別",
        "②事務官・技官の別",
        "③役職",
        "④年齢",
        "⑤地域別 応募・伴走支援自治体数",
        "⑥人口規模別 伴走支援自治体数",
        "新規・継続",
        "支援対象団体・伴走支援チーム一覧",
        "公表値との照合",
        "出典",
        "記号",
    ]


def test_the_list_is_one_in_the_order_of_numbers_or_one_for_each_region(summary: Summary) -> None:
    text = summary_markdown(summary)
    numbers = re.findall(r"^\| (\d\d)\. ", text, re.MULTILINE)
    assert numbers == [f"{number:02d}" for number in range(1, 98)]
    listed = text.split("## 支援対象団体")[1].split("### 支援テーマ")[0]
    seats = re.findall(r"^\| .* \| (.+) \| (.+) \|.* \|$", listed, re.MULTILINE)
    assert len([seat for seat in seats if seat[0] not in {"所属府省庁", ":--"}]) == 279
    prefectures = set(re.findall(r"^\| \d\d\. (..[都道府県]|...県)", text, re.MULTILINE))
    assert len(prefectures) == 38
    assert text.count(" ◆ |") == 8
    assert text.count("| 市町村名 | 所属府省庁 | 役職 | 出典 |") == 1
    by_region = summary_markdown(summary_of(real_counting(), 0, by_region=True))
    regions = re.findall(r"^### (.+)（(\d+)）$", by_region, re.MULTILINE)
    assert [name for name, _count in regions] == [each.name for each in summary.regions]
    assert sum(int(count) for _name, count in regions) == 97


def test_every_team_names_its_sources_and_every_source_is_there_once(summary: Summary) -> None:
    text = summary_markdown(summary)
    listed = text.split("## 出典")[1].split("## 記号")[0]
    numbers = re.findall(r"^- <a id=\"source-(\d+)\"></a>", listed, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(summary.sources) + 1)]
    assert len({each.url or each.title for each in summary.sources}) == len(summary.sources)
    assert set(re.findall(r"#source-(\d+)", text)) <= set(numbers)
    assert all(team.sources for team in summary.teams)
    assert re.findall(r"^### (.*)$", listed, re.MULTILINE)[0] == "公表資料"


def test_what_the_publication_does_not_print_has_its_source_beside_it(summary: Summary) -> None:
    titles = {each.number: each.title for each in summary.sources}
    beside = {line.id: [titles[n] for n in line.earlier_sources] for line in summary.figures}
    assert beside["prefectures"] == beside["agencies"] == ["FNNプライムオンラインの記事"]
    assert beside["municipalities_applied"] == ["精華町のページ「地方創生伴走支援制度」"]
    assert beside["officers"] == beside["teams"] == []
    assert not any(line.sources for line in summary.figures)
    first = summary_of(real_counting(1), 0)
    notes = {each.figure: each.note for each in first.comparisons}
    assert notes["agencies"] == "公表資料になく、FNNプライムオンラインの記事による"
    assert notes["prefectures_new"].startswith(
        "公表資料になく、FNNプライムオンラインの記事による。"
    )


def test_no_word_to_whoever_keeps_the_roster_stands_in_a_report(summary: Summary) -> None:
    for text in (summary_markdown(summary), summary_markdown(summary_of(real_counting(1), 0))):
        assert not re.search(r"[a-z_]+\.yaml|breakdowns|members|収める。|掲載ページは未整理", text)


def test_what_is_printed_in_bold_is_bold_beside_any_letter() -> None:
    sentence = Sentence("国の職員が「現場」へ。国の職員。", ("国の職員", "「現場」", "職員"))
    assert [(run.text, run.is_emphasised) for run in sentence.runs] == [
        ("国の職員", True),
        ("が", False),
        ("「現場」", True),
        ("へ。", False),
        ("国の職員", True),
        ("。", False),
    ]
    assert [strong(each) for each in ("成長", "「現場」")] == [
        "**成長**",
        "<strong>「現場」</strong>",
    ]


def test_activities_stand_in_the_order_of_the_days() -> None:
    activities = [
        {
            "kind": "visit",
            "date": "2026-06-19",
            "until": "2026-06-20",
            "number": 1,
            "places": ["港"],
        },
        {"kind": "online", "date": "2026-04-30", "subject": "顔合わせ", "next": "訪問"},
    ]
    made = summary_of(counting([team(1, "013455", [member()], activities=activities)]), 0)
    assert [line for line in summary_markdown(made).splitlines() if "令和8年" in line][-2:] == [
        "| 01. 北海道森町 | 令和8年4月30日 | オンライン会議 | 顔合わせ。次：訪問 |",
        "| 01. 北海道森町 | 令和8年6月19日～令和8年6月20日 | 第1回現地訪問 | 港 |",
    ]


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
    assert "| 01. 999999 | 銀河省 | 補佐級 |" in text
    assert "原文「月見町」→「999999」" in text
    first = summary_markdown(summary_of(real_counting(1), 0))
    assert "第1期は令和7年度" in first
    assert "180名" in first
