"""`banso show` and `banso list`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.commands.running import Banso


@pytest.mark.parametrize(
    "name",
    [
        "森町",
        "北海道森町",
        "もりまち",
        "013455",
        "01345",
        "1",
        "01",
        "013455-mori",
        "teams/2/013455-mori",
    ],
)
def test_a_municipality_is_found_by_every_name(name: str, banso: Banso) -> None:
    run = banso("show", name)
    assert run.code == 0
    assert run.out.startswith("北海道森町（もりまち、Mori-machi）\n")
    assert "防衛省 補佐級" in run.out
    assert "静岡県森町（224618）" in run.out


def test_other_records_are_shown(banso: Banso) -> None:
    assert "種類: 地方支分部局" in banso("show", "金沢国税局").out
    assert "こども家庭庁\n" in banso("show", "子ども家庭庁").out
    assert "出典: " in banso("show", "観光").out
    assert "令和7年度" in banso("show", "第1期").out
    assert "第1期のみ" in banso("show", "嘉麻市").out
    assert "日本郵便 課長級（オフィサー）" in banso("show", "天塩町").out


def test_what_is_not_recorded_is_no_zero(banso: Banso, copied: Path) -> None:
    first = (copied / "periods/1.yaml").read_text(encoding="utf-8")
    (copied / "periods/1.yaml").write_text(
        first.replace("coverage: totals", "coverage: partial"), encoding="utf-8"
    )
    (copied / "teams/1").mkdir()
    team = copied / "teams/1/013455-mori.yaml"
    team.write_text('municipality: "013455"\nsources: [{title: 記事}]\n', encoding="utf-8")
    roster = ("--roster", copied)
    assert "\n  第1期: 未収録\n  第2期: 3名、2チーム\n" in banso("show", "総務省", *roster).out
    assert "\n  第1期: 未収録\n" in banso("show", "課長級", *roster).out
    assert "\n  第1期: 0チーム（収録した1チームのうち）\n" in banso("show", "長野県", *roster).out
    assert "\n  第1期: 1チーム（収録した1チームのうち）\n" in banso("show", "北海道", *roster).out


def test_what_is_not_there_gets_a_suggestion(banso: Banso) -> None:
    run = banso("show", "南木會町")
    assert (run.code, run.out) == (2, "")
    assert "もしかして: 南木曽町" in run.err
    other = banso("show", "静岡県森町").err
    assert "静岡県森町（224618）は台帳にありません" in other
    assert "もしかして: 森町" in other


def test_old_letters_and_printed_names_are_understood(banso: Banso) -> None:
    assert "長野県南木曽町（" in banso("show", "南木曾町").out
    assert banso("show", "国交省").out.startswith("国土交通省\n")


def test_what_a_name_stands_for_is_listed_with_its_teams(banso: Banso) -> None:
    assert "第2期: 15名、14チーム" in banso("show", "防衛省").out
    assert "  01. 北海道森町: 防衛省 補佐級、農林水産省 補佐級、金融庁 指定職" in (
        banso("show", "防衛省").out
    )
    assert "第2期: 5チーム\n" in banso("show", "長野県").out
    assert "第2期: 0チーム（収録した1チームのうち）" in banso("show", "観光").out
    assert "第2期: 41名、33チーム" in banso("show", "課長級").out
    assert banso("show", "25").out.startswith("茨城県小美玉市")


def test_a_name_of_several_records_is_told_with_all(banso: Banso, copied: Path) -> None:
    themes = copied / "themes.yaml"
    first = themes.read_text("utf-8")
    name = next(line for line in first.splitlines() if "name: " in line).split("name: ")[1]
    agencies = copied / "agencies.yaml"
    text = agencies.read_text("utf-8").replace(
        "agencies:\n", f"agencies:\n  - {{name: {name}, kind: 府省庁}}\n"
    )
    agencies.write_text(text, encoding="utf-8")
    run = banso("show", name, "--roster", copied)
    assert run.code == 2
    assert f"「{name}」に当たる記録が2件あります" in run.err


def test_a_list_is_chosen_by_fields(banso: Banso) -> None:
    nagano = banso("list", "teams", "--where", "prefecture=長野県").out.splitlines()
    assert nagano[0].split("\t")[:3] == ["期", "番号", "団体コード"]
    assert len(nagano) == 6
    both = banso("list", "teams", "--where", "都道府県=長野県", "--where", "status=継続").out
    assert len(both.splitlines()) == 3
    assert len(banso("list", "teams", "--where", "theme=環境").out.splitlines()) == 2
    assert len(banso("list", "municipalities").out.splitlines()) == 104
    assert len(banso("list", "agencies", "--where", "kind=株式会社").out.splitlines()) == 2
    assert "2\t2026\t2026-04-01\t2027-03-31\t全チーム\t97\n" in banso("list", "periods").out
    assert "観光" in banso("list", "themes").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("list",), "チーム|活動|市町村|テーマ|府省庁等|期 を指定してください"),
        (("list", "officers"), "「officers」は選べません"),
        (("list", "teams", "--where", "長野県"), "項目=値 の形で書きます"),
        (("list", "teams", "--where", "agency=デジタル省"), "もしかして: デジタル庁"),
        (("list", "teams", "--where", "period=9"), "「period」に「9」はありません"),
        (("list", "teams", "--where", "県=長野県"), "項目「県」はここにはありません"),
    ],
)
def test_wrong_lists_end_with_2(arguments: tuple[str, ...], message: str, banso: Banso) -> None:
    run = banso(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


def test_a_list_runs_nothing_in_a_spreadsheet(banso: Banso, copied: Path) -> None:
    file = copied / "themes.yaml"
    text = file.read_text("utf-8")
    names = ("=HYPERLINK(1)", "＝1", "@x")
    more = "".join(f"  - id: x\n    name: '{name}'\n    sources: []\n" for name in names)
    file.write_text(f"{text}{more}", "utf-8")
    run = banso("list", "themes", "--roster", copied)
    assert [line.split("\t")[1] for line in run.out.splitlines()[-3:]] == [f"'{n}" for n in names]


def test_a_terminal_has_no_line_that_is_too_wide(
    banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    whole = banso("show", "防衛省").out
    assert max(map(wcswidth, whole.splitlines())) <= 50
    assert (
        "\n    01. 北海道森町: 防衛省 補佐級、農林水産省 補佐\n      級、金融庁 指定職\n" in whole
    )
    listed = banso("list", "activities").out
    assert max(map(wcswidth, listed.splitlines())) <= 50
    assert "幅に収まらない列: 団体コード、終わりの日、" in listed
