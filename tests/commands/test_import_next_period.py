"""`banso import --add-municipalities`: a list of the next period, and all that it needs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.reference.municipalities import official_municipalities
from tests.commands.lists import listed
from tests.commands.running import PROJECT, ROSTER, Banso
from tests.intake.sheets import register, workbook

CASES = PROJECT / "tests" / "data" / "next_period"
ADDING = ("--period", "3", "--add-municipalities")
MORI_AND_RUSUTSU = (
    *("1.北海道森町,農林水産省,指定職", ",財務省,補佐級"),
    *("2.北海道虻田郡留寿都村,総務省,課長級", ",環境省,補佐級"),
)
RUSUTSU = "municipalities/013978-rusutsu.yaml"


def people(folder: Path, value: int = 1_800) -> Path:
    """Write the people of the two municipalities, as the ministry publishes them."""
    given = {"013455": ("北海道", "森町", 13_000), "013978": ("北海道", "留寿都村", value)}
    return workbook(folder / "people.xlsx", {"【総計】": register(given)})


def texts(roster: Path) -> dict[str, str]:
    """Return all files of a roster."""
    files = (file for file in sorted(roster.rglob("*.yaml")))
    return {file.relative_to(roster).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Return a copy of the public roster."""
    return shutil.copytree(ROSTER, tmp_path / "roster")


@pytest.fixture
def everybody(tmp_path: Path) -> Path:
    """Return people of all municipalities; the figures are of no meaning."""
    given = {
        code: (each.prefecture, each.name, 1_000 + int(code[:5]) % 90_000)
        for code, each in official_municipalities().items()
    }
    return workbook(tmp_path / "everybody.xlsx", {"【総計】": register(given)})


def test_a_published_list_of_93_teams_is_one_command(
    banso: Banso, public: Path, everybody: Path
) -> None:
    before = texts(public)
    arguments = (CASES / "period3_published.xlsx", *ADDING, "--out", public)
    shown = banso("import", *arguments, "--diff")
    assert (shown.code, texts(public)) == (0, before)
    assert shown.out.count("\n+++ b/roster/municipalities/") == 50
    run = banso("import", *arguments, "--population", everybody)
    assert run.code == 0, run.err
    assert "93 チーム・268 名を roster/teams/3/ に書きました" in run.out
    assert "加える市町村: 50件\n" in run.out
    assert "推定した継続・新規（各ファイルの assumptions に記します）: 新規 50、継続 43" in run.out
    assert "  市町村: 役所・役場（50件）\n" in run.out
    assert "  市町村: 人口" not in run.out
    assert banso("validate", "--roster", public).code == 0
    assert banso("fmt", "--check", "--roster", public).code == 0
    roster = read_roster(public)
    assert len(roster.municipalities) == 153
    assert {team.status for team in roster.teams_by_period[3]} == {"new", "continuing"}
    assert all(team.assumptions for team in roster.teams_by_period[3])
    after = texts(public)
    assert {name for name in before if after[name] != before[name]} == {
        "programme.yaml",
        *(f"municipalities/{team.id.rpartition('/')[2]}.yaml" for team in roster.teams_by_period[3])
        & before.keys(),
    }


def test_a_second_edition_names_the_team_that_left(banso: Banso, public: Path) -> None:
    assert banso("import", CASES / "period3_published.xlsx", *ADDING, "--out", public).code == 0
    before = texts(public)
    again = (CASES / "period3_second_edition_last_withdrawn.xlsx", *ADDING, "--out", public)
    run = banso("import", *again)
    assert (run.code, texts(public)) == (0, before)
    assert "一覧表にないチーム（1件）:\n  93 沖縄県伊是名村: roster/teams/3/473600-izena" in run.out
    assert "加える市町村" not in run.out


def test_names_with_their_county_are_found(banso: Banso, public: Path) -> None:
    run = banso("import", CASES / "period3_county.xlsx", *ADDING, "--out", public)
    assert run.code == 0, run.err
    assert "郡名を除いて読んだ市町村名: 50件（福島県耶麻郡猪苗代町、" in run.out
    assert "  制度の決まり: 用いる人口\n" in run.out
    assert banso("validate", "--roster", public).code == 0


def test_what_is_added_says_what_is_known_and_marks_what_is_inferred(
    banso: Banso, copied: Path
) -> None:
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    run = banso("import", file, *ADDING, "--out", copied, "--source", "第3期の一覧")
    assert run.code == 0, run.err
    after = texts(copied)
    assert after["periods/3.yaml"] == (
        "# yaml-language-server: $schema=../.schema/period.schema.json\n"
        "number: 3\nfiscal_year: 2027\nstart: 2027-04-01\nend: 2028-03-31\ncoverage: teams\n"
        "published: []\nnotes:\n"
        "  - 年度と期間は、第2期が令和8年度であることと、任期が1年であることから定めた\n"
        "sources:\n  - title: 第3期の一覧\n"
    )
    assert "county: 虻田郡\npopulation: []\n" in after[RUSUTSU]
    mori, rusutsu = after["teams/3/013455-mori.yaml"], after["teams/3/013978-rusutsu.yaml"]
    assert "status: continuing\n" in mori
    assert "assumptions:\n  - 第2期にチームがあるため継続と推定した\n" in mori
    assert "status: new\n" in rusutsu
    assert "  - 第2期にチームがないため新規と推定した\n" in rusutsu
    assert (
        "  - rule: period-without-measure\n    reason: 第3期に用いる人口は未収録\n"
        in (after["programme.yaml"])
    )
    assert banso("validate", "--roster", copied).code == 0


def test_population_may_follow_later_and_ends_what_was_said_of_it(
    banso: Banso, copied: Path
) -> None:
    before = texts(copied)
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    assert banso("import", file, *ADDING, "--out", copied).code == 0
    again = ("import", file, *ADDING, "--out", copied, "--population", people(copied.parent))
    run = banso(*again)
    assert run.code == 0, run.err
    assert "2 市町村の人口（住民基本台帳 2027-01-01）: 令和9年1月1日住民基本台帳人口" in run.out
    after = texts(copied)
    assert "value: 1800, measure: 住民基本台帳, date: 2027-01-01" in after[RUSUTSU]
    more = set(after["programme.yaml"].splitlines()) - set(before["programme.yaml"].splitlines())
    assert more == {
        "  - period: 3",
        "    measure: 住民基本台帳",
        "    date: 2027-01-01",
        "    basis: 一覧表と合わせて取り込んだ人口。上限をこれで量るかは、資料で確かめていない",
    }
    assert banso("validate", "--roster", copied).code == 0
    assert "変更はありません。台帳はすでに一覧表のとおりです\n" in banso(*again).out
    assert texts(copied) == after


def test_status_that_was_recorded_is_not_proposed_again(banso: Banso, copied: Path) -> None:
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    assert banso("import", file, *ADDING, "--out", copied).code == 0
    team = copied / "teams" / "3" / "013455-mori.yaml"
    text = team.read_text("utf-8").replace("status: continuing\n", "")
    text = text.replace("assumptions:\n  - 第2期にチームがあるため継続と推定した\n", "")
    team.write_text(text, encoding="utf-8")
    assert banso("import", file, *ADDING, "--out", copied).code == 0
    assert team.read_text("utf-8") == text


def test_a_status_that_a_later_list_states_is_inferred_no_more(banso: Banso, copied: Path) -> None:
    assert (
        banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *ADDING, "--out", copied).code
        == 0
    )
    team = copied / "teams" / "3" / "013455-mori.yaml"
    assumed = "assumptions:\n  - 第2期にチームがあるため継続と推定した\n"
    text = team.read_text("utf-8")
    assert assumed in text
    stated = copied.parent / "stated.csv"
    rows = (
        "市町村名,所属府省庁,役職,区分",
        "1.北海道森町,農林水産省,指定職,継続",
        ",財務省,補佐級,",
    )
    stated.write_text("\n".join(rows) + "\n", encoding="utf-8")
    options = ("--period", "3", "--out", copied, "--part", "--overwrite")
    assert banso("import", stated, *options).code == 0
    assert team.read_text("utf-8") == text.replace(assumed, "") + "  - title: stated.csv\n"


def test_a_population_over_the_limit_is_a_finding(banso: Banso, copied: Path) -> None:
    before = texts(copied)
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    population = ("--population", people(copied.parent, 123_456))
    arguments = ("import", file, *ADDING, "--out", copied, *population)
    run = banso(*arguments)
    assert (run.code, run.out, texts(copied)) == (1, "", before)
    assert f"roster/{RUSUTSU}: 人口123456人は上限の100000人未満に収まりません" in run.err
    run = banso(*arguments, "--exception", "population-over-limit=資料のとおり")
    assert run.code == 0, run.err
    assert "reason: 資料のとおり\n" in texts(copied)[RUSUTSU]
    assert "資料のとおり" not in texts(copied)["teams/3/013455-mori.yaml"]
    assert banso("validate", "--roster", copied).code == 0


def test_an_exception_that_nothing_needs_is_told(banso: Banso, copied: Path) -> None:
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    given = ("--exception", "single-agency-team=一", "--exception", "population-over-limit=二")
    arguments = (*ADDING, "--out", copied, "--population", people(copied.parent, 123_456), *given)
    run = banso("import", file, *arguments)
    assert run.code == 0
    assert "single-agency-team" in run.err
    assert "population-over-limit" not in run.err
