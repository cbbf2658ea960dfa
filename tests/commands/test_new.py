"""`banso new`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.commands.new_records import MEMBERS, POPULATION, New, contents
from tests.commands.running import Banso

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def new(banso: Banso, copied: Path) -> New:
    return New(banso, copied)


def with_measure(new: New, period: int) -> None:
    """Name the population that counts for a period."""
    programme = new.roster / "programme.yaml"
    text = programme.read_text("utf-8")
    measure = "  - {period: 2, measure: 住民基本台帳, date: 2025-01-01, basis: 試験のための定め}\n"
    added = measure + measure.replace("period: 2", f"period: {period}")
    programme.write_text(text.replace(measure, added), "utf-8")


def test_the_kinds_of_records_are_listed(banso: Banso) -> None:
    run = banso("new")
    assert run.code == 2
    assert all(f"  {kind} " in run.out for kind in ("team", "municipality", "period", "theme"))
    assert "did you mean: team" in banso("new", "tema").err


def test_a_municipality_by_its_code(new: New) -> None:
    run = new("municipality", "014010", *POPULATION)
    assert (run.code, run.out) == (0, "wrote roster/municipalities/014010-kyowa.yaml\n")
    assert run.err == ""
    assert new.text("municipalities/014010-kyowa.yaml") == (
        "# yaml-language-server: $schema=../.schema/municipality.schema.json\n"
        'code: "014010"\nname: 共和町\nkana: きょうわちょう\nromaji: Kyowa-cho\n'
        "prefecture: 北海道\ncounty: 岩内郡\npopulation:\n"
        "  - {value: 5500, measure: 住民基本台帳, date: 2025-01-01,"
        " source: 総務省「住民基本台帳」}\n"
        "sources:\n  - title: 日本郵便「郵便番号データ」\n"
        "    of: [code, name, kana, prefecture, county]\n"
        "  - title: 読みのヘボン式ローマ字（この台帳の定め）\n    of: [romaji]\n"
    )
    assert new.banso("validate", "--strict", "--roster", new.roster).code == 0
    assert new.banso("fmt", "--check", "--roster", new.roster).code == 0


def test_a_municipality_with_several_figures(new: New) -> None:
    census = (
        "--population",
        101,
        "--measure",
        "国勢調査",
        "--date",
        "2020-10-01",
        "--source",
        "一",
    )
    register = ("--population", 99, "--measure", "住民基本台帳", "--date", "2025-01-01")
    run = new("municipality", "静岡県森町", *census, *register, "--source", "二")
    assert run.code == 0
    assert new.text("municipalities/224618-mori.yaml").count("\n  - {value: ") == 2
    run = new("municipality", "千代田区", *census, *register)
    assert run.code == 0
    assert new.text("municipalities/131016-chiyoda.yaml").count("source: 一}") == 2


def test_a_team(new: New) -> None:
    with_measure(new, 3)
    assert new("period", "3", "--fiscal-year", "2027").code == 0
    run = new(
        *("team", "北海道森町", "--period", "3", "--number", "1"),
        *("--member", "子ども家庭庁/室長級", "--member", "独立行政法人情報処理推進機構／係長級"),
        *("--source", "一覧", "--url", "https://example.jp/", "--status", "continuing"),
        *("--theme", "観光", "--theme", "環境"),
    )
    assert (run.code, run.out) == (0, "wrote roster/teams/3/013455-mori.yaml\n")
    assert new.text("teams/3/013455-mori.yaml") == (
        "# yaml-language-server: $schema=../../.schema/team.schema.json\n"
        'number: 1\nmunicipality: "013455"  # 北海道森町\nstatus: continuing\n'
        "themes: [観光, 環境]\nmembers:\n"
        "  - agency: こども家庭庁\n    rank: 企画官・室長級\n"
        "    printed: {agency: 子ども家庭庁, rank: 室長級}\n"
        "  - agency: 独立行政法人情報処理推進機構\n    rank: 係長級\n    role: オフィサー\n"
        "assumptions:\n  - 所属が府省庁の外の団体である者を地方創生支援オフィサーと推定した\n"
        "sources:\n  - title: 一覧\n    url: https://example.jp/\n"
    )
    assert new.banso("validate", "--roster", new.roster).code == 0
    assert new.banso("fmt", "--check", "--roster", new.roster).code == 0


def test_a_team_of_one_agency_with_its_exception(new: New) -> None:
    new("period", "3", "--fiscal-year", "2027")
    members = ("--member", "総務省/補佐級", "--member", "総務省/係長級", "--source", "一覧")
    team = ("team", "013455-mori", "--period", "3", "--number", "1", *members)
    run = new(*team)
    assert run.code == 1
    assert "[single-agency-team]" in run.err
    assert "  help: check the members" in run.err
    assert run.err.endswith(
        "banso: roster/teams/3/013455-mori.yaml would have 1 error; nothing was written\n"
        "  help: if the source has it so: --exception single-agency-team=REASON\n"
    )
    assert not (new.roster / "teams" / "3").exists()
    assert new(*team, "--exception", "single-agency-team=一覧のとおり").code == 0
    assert new.text("teams/3/013455-mori.yaml").endswith(
        "exceptions:\n  - rule: single-agency-team\n    reason: 一覧のとおり\n"
    )


def test_errors_that_arise_elsewhere_are_told(new: New) -> None:
    run = new("team", "仁木町", "--period", "2", "--number", "6", *MEMBERS)
    assert run.code == 0
    assert run.err.startswith("other files now have ")


def test_a_period(new: New) -> None:
    run = new("period", "3", "--fiscal-year", "2027")
    assert (run.code, run.out) == (0, "wrote roster/periods/3.yaml\n")
    assert run.err.startswith("name the population that counts for it")
    assert new.text("periods/3.yaml") == (
        "# yaml-language-server: $schema=../.schema/period.schema.json\n"
        "number: 3\nfiscal_year: 2027\nstart: 2027-04-01\nend: 2028-03-31\ncoverage: teams\n"
        "published: []\nsources: []\n"
    )


def test_a_period_in_other_days_with_a_source(new: New) -> None:
    with_measure(new, 3)
    run = new(
        *("period", "3", "--fiscal-year", "2027", "--start", "2027-05-01", "--end", "2028-03-01"),
        *("--coverage", "totals", "--source", "告示", "--url", "https://example.jp/"),
    )
    assert (run.code, run.err) == (0, "")
    assert new.text("periods/3.yaml").splitlines()[3:] == [
        *("start: 2027-05-01", "end: 2028-03-01", "coverage: totals", "published: []"),
        *("sources:", "  - title: 告示", "    url: https://example.jp/"),
    ]


def test_a_theme_goes_to_the_end_of_its_list(new: New) -> None:
    before = new.text("themes.yaml")
    run = new(
        *("theme", "sports", "スポーツ", "--source", "資料", "--url", "https://example.jp/"),
        *("--alias", "運動", "--alias", "体育", "--description", "体を動かすこと"),
    )
    assert (run.code, run.out) == (0, "wrote roster/themes.yaml\n")
    assert new.text("themes.yaml") == before + (
        "  - id: sports\n    name: スポーツ\n    aliases: [運動, 体育]\n"
        "    description: 体を動かすこと\n"
        "    sources:\n      - title: 資料\n        url: https://example.jp/\n"
    )


@pytest.mark.parametrize(
    ("arguments", "before", "lines"),
    [
        (("観光庁", "--kind", "府省庁", "--parent", "国土交通省"), "環境省", 3),
        (("主税局", "--kind", "地方支分部局", "--parent", "財務省"), "金沢国税局", 3),
        (("新省", "--kind", "府省庁"), "独立行政法人情報処理推進機構", 2),
        (("新省", "--kind", "府省庁", "--after", "総務省", "--note", "新設"), "財務省", 3),
    ],
)
def test_an_agency_goes_where_it_belongs(
    arguments: tuple[str, ...], before: str, lines: int, new: New
) -> None:
    old = new.text("agencies.yaml").splitlines()
    assert new("agency", *arguments).code == 0
    text = new.text("agencies.yaml").splitlines()
    at = text.index(f"  - name: {arguments[0]}")
    assert text[at + lines] == f"  - name: {before}"
    assert text[:at] + text[at + lines :] == old


def test_an_agency_of_a_new_kind_goes_to_the_end(new: New) -> None:
    assert new("agency", "日本郵便", "--kind", "株式会社", "--alias", "郵便局").code == 0
    assert "    kind: 株式会社\n    aliases: [郵便局]\nsources:\n" in new.text("agencies.yaml")


PERIOD = ("period", "3", "--fiscal-year", "2027")
TEAM = ("team", "仁木町", "--period", "2", "--number", "6", *MEMBERS)


@pytest.mark.parametrize(
    "arguments",
    [
        PERIOD,
        TEAM,
        ("municipality", "014010", *POPULATION),
        ("theme", "sports", "スポーツ", "--source", "資料"),
        ("agency", "新省", "--kind", "府省庁"),
    ],
)
def test_a_difference_is_what_would_be_written(arguments: tuple[str, ...], new: New) -> None:
    before = contents(new.roster)
    shown = new(*arguments, "--diff")
    assert shown.code == 0
    assert contents(new.roster) == before
    assert new(*arguments).code == 0
    after = contents(new.roster)
    for file, data in before.items():
        (new.roster / file).write_bytes(data)
    for file in after.keys() - before.keys():
        (new.roster / file).unlink()
    git = ["git", "apply", "-"]
    subprocess.run(git, input=shown.out.encode(), cwd=new.roster.parent, check=True)
    assert contents(new.roster) == after


def test_a_difference_is_shown_with_what_keeps_it_from_being_written(new: New) -> None:
    run = new("agency", "新省", "--kind", "府省庁", "--parent", "無い省", "--diff")
    assert run.code == 1
    assert "+    parent: 無い省\n" in run.out
    assert run.err.endswith("would have 1 error; nothing was written\n")


def test_a_list_in_lines_that_banso_does_not_edit_is_left_alone(new: New) -> None:
    file = new.roster / "themes.yaml"
    text = "? themes\n:" + file.read_text("utf-8").partition("themes:")[2]
    file.write_text(text, "utf-8")
    run = new("theme", "sports", "スポーツ", "--source", "資料")
    assert run.code == 1
    assert run.err.startswith("banso: themes.yaml: line 1 is written in a way that")
    assert file.read_text("utf-8") == text
