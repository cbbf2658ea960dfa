"""`banso new`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import PROJECT, Banso, Run

MORI = "roster/teams/2/013455-mori.yaml"
POPULATION = ("--population", "5500", "--source", "総務省「住民基本台帳」")
MEMBERS = ("--member", "総務省/補佐級", "--member", "環境省/係長級", "--source", "一覧")


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Return a copy of the real roster."""
    return shutil.copytree(PROJECT / "roster", tmp_path / "roster")


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class New:
    """`banso new` on one roster."""

    def __init__(self, banso: Banso, roster: Path) -> None:
        self.banso = banso
        self.roster = roster

    def __call__(self, *arguments: object) -> Run:
        """Run it with these arguments."""
        return self.banso("new", *arguments, "--roster", self.roster)

    def text(self, path: str) -> str:
        """Return what a file says."""
        return (self.roster / path).read_text("utf-8")


@pytest.fixture
def new(banso: Banso, copied: Path) -> New:
    return New(banso, copied)


@pytest.fixture
def unchanged(new: New) -> Iterator[None]:
    before = contents(new.roster)
    yield
    assert contents(new.roster) == before


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
        "  - title: 読みからのヘボン式\n    of: [romaji]\n"
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
        "banso: roster/teams/3/013455-mori.yaml would have 1 errors; nothing was written\n"
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
    programme = new.roster / "programme.yaml"
    text = programme.read_text("utf-8")
    measure = "  - {period: 2, measure: 住民基本台帳, date: 2025-01-01, basis: 試験のための定め}\n"
    programme.write_text(text.replace(measure, measure + measure.replace("period: 2", "period: 3")))
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


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("municipality", "森町"), 2, "may mean 2 municipalities: 013455 北海道森町, 224618"),
        (("municipality", "盛町"), 2, "no municipality is called '盛町'"),
        (("municipality", "013455", *POPULATION), 1, "北海道森町 is already there: roster/munici"),
        (("municipality", "014010"), 2, "--population 13582 --measure 住民基本台帳 --date"),
        (("municipality", "014010", *POPULATION[:2]), 2, "each population wants its measure"),
        (("municipality", "014010", *POPULATION, *POPULATION), 2, "each population wants"),
        (("municipality", "014010", *POPULATION, "--population", "９a"), 2, "a number is due"),
        (("municipality", "014010", *POPULATION, "--date", "1月"), 2, "such as 2026-04-01"),
        (("municipality", "014010", *POPULATION, "--measure", "\x08"), 2, "a text of one line"),
        (("municipality", "014010", *POPULATION[:3], " "), 2, "a text of one line is due here"),
        (("municipality", "014010", *POPULATION[:3], " 資料"), 1, "[edge-blank]"),
        (("team", "森町", "--period", "9", "--number", "1", *MEMBERS), 2, "new period 9 --fis"),
        (("team", "森町", "--period", "2", "--number", "9", *MEMBERS), 1, f"there: {MORI}"),
        (("team", "仁木町", "--period", "2", "--number", "1", *MEMBERS), 1, f"taken: {MORI}"),
        (
            ("team", "共和町", "--period", "2", "--number", "9", *MEMBERS),
            2,
            "banso new municipality 014010 (北海道共和町)",
        ),
        (("team", "盛町", "--period", "2", "--number", "9", *MEMBERS), 2, "no municipality is"),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--member", "総務省"),
            2,
            "--member: '総務省' has not two parts",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--member", "甲/乙"),
            2,
            "nothing was written",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--exception", "x"),
            2,
            "--exception: 'x' has not two parts",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--theme", "漢光"),
            1,
            "[unknown-theme]",
        ),
        (("team", "仁木町", "--period", "2", "--number", "9"), 2, "--member"),
        (("theme", "tourism", "別", "--source", "資料"), 1, "tourism is already there: themes"),
        (("theme", "new", "移住定住", "--source", "資料"), 1, "移住定住 is already there: themes"),
        (("theme", "New", "新", "--source", "資料"), 2, "no short name of small letters"),
        (("theme", "new", "新"), 2, "--source"),
        (("agency", "総 務省", "--kind", "府省庁"), 1, "総務省 is already there: agencies.yaml"),
        (("agency", "新庁", "--kind", "官庁"), 2, "'官庁' is not one of"),
        (("agency", "新庁", "--kind", "府省庁", "--parent", "総務庁"), 1, "[unknown-agency]"),
        (("agency", "新庁", "--kind", "府省庁", "--after", "総務庁"), 2, "did you mean: 総務省"),
        (("period", "2", "--fiscal-year", "2026"), 1, "2 is already there: roster/periods/2.yaml"),
        (("period", "3", "--fiscal-year", "2027", "--url", "https://x.jp/"), 2, "add --source"),
        (("period", "3", "--fiscal-year", "2027", "--end", "2027-01-01"), 1, "roster/periods/3"),
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_what_is_there_or_would_be_wrong_is_refused(
    arguments: tuple[str, ...], code: int, message: str, new: New
) -> None:
    run = new(*arguments)
    assert (run.code, run.out) == (code, "")
    assert message in run.err


def test_a_list_with_faults_is_not_added_to(new: New) -> None:
    file = new.roster / "themes.yaml"
    file.write_text(file.read_text("utf-8") + "  - id: x\n")
    run = new("theme", "sports", "スポーツ", "--source", "資料")
    assert run.code == 1
    assert "themes.yaml has faults; nothing was written" in run.err
    file.write_text("themes: [\n")
    assert new("theme", "sports", "スポーツ", "--source", "資料").code == 1


def test_a_list_that_banso_does_not_format_is_not_added_to(new: New) -> None:
    file = new.roster / "themes.yaml"
    text = "? themes\n: " + file.read_text("utf-8").partition("\n")[2].lstrip()
    file.write_text(text, "utf-8")
    run = new("theme", "sports", "スポーツ", "--source", "資料")
    assert run.code == 1
    assert "themes.yaml: line 1 is written in a way that banso does not format" in run.err
    assert file.read_text("utf-8") == text


def test_a_file_of_that_name_that_is_no_record_is_kept(new: New) -> None:
    (new.roster / "periods" / "3.yaml").mkdir()
    run = new("period", "3", "--fiscal-year", "2027")
    assert run.code == 1
    assert "roster/periods/3.yaml is already there; nothing was written" in run.err


def test_without_a_programme_the_measure_has_to_be_given(new: New) -> None:
    (new.roster / "programme.yaml").write_text("name: x\n")
    assert new("municipality", "014010", *POPULATION).code == 2
    run = new("municipality", "014010", *POPULATION, "--measure", "一", "--date", "2025-01-01")
    assert run.code == 0
    assert new("period", "3", "--fiscal-year", "2027").err == ""


def test_an_error_is_told_with_what_to_write(banso: Banso, public: Path) -> None:
    run = New(banso, public)("agency", "新庁", "--kind", "府省庁", "--parent", "謎")
    assert run.code == 1
    assert run.err.count("help: ") == 1


def test_the_public_roster_takes_new_records(banso: Banso, public: Path) -> None:
    new = New(banso, public)
    assert new("municipality", "014010", *POPULATION).code == 0
    assert new("theme", "sports", "スポーツ", "--source", "資料").code == 0
    assert new("agency", "観光庁", "--kind", "府省庁", "--parent", "国土交通省").code == 0
    assert new("period", "3", "--fiscal-year", "2027").code == 0
    assert new("team", "共和町", "--period", "3", "--number", "1", *MEMBERS).code == 0
    assert banso("validate", "--roster", public).code == 0
    assert banso("fmt", "--check", "--roster", public).code == 0
