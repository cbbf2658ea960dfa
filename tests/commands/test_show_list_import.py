"""`banso show`, `banso list` and `banso import`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.running import PROJECT, ROSTER, Banso

LISTS = PROJECT / "tests" / "data" / "lists"


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
    assert run.out.startswith("北海道森町(もりまち、Mori-machi)\n")
    assert "防衛省 補佐級" in run.out
    assert "静岡県森町(224618)" in run.out


def test_other_records_are_shown(banso: Banso) -> None:
    assert "種類: 地方支分部局" in banso("show", "金沢国税局").out
    assert "こども家庭庁\n" in banso("show", "子ども家庭庁").out
    assert "出典: " in banso("show", "観光").out
    assert "令和7年度" in banso("show", "第1期").out
    assert "第1期のみ" in banso("show", "嘉麻市").out
    assert "日本郵便 課長級(オフィサー)" in banso("show", "天塩町").out


def test_what_is_not_there_gets_a_suggestion(banso: Banso) -> None:
    run = banso("show", "南木曾町")
    assert (run.code, run.out) == (2, "")
    assert "もしかして: 南木曽町" in run.err


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
        (("list",), "teams|municipalities|themes|agencies|periods がありません"),
        (("list", "officers"), "「officers」は選べません"),
        (("list", "teams", "--where", "長野県"), "項目=値 の形で書きます"),
        (("list", "teams", "--where", "県=長野県"), "項目「県」はここにはありません"),
    ],
)
def test_wrong_lists_end_with_2(arguments: tuple[str, ...], message: str, banso: Banso) -> None:
    run = banso(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return shutil.copytree(LISTS / "roster", tmp_path / "roster")


def test_a_list_runs_nothing_in_a_spreadsheet(banso: Banso, copied: Path) -> None:
    file = copied / "themes.yaml"
    text = file.read_text("utf-8")
    names = ("=HYPERLINK(1)", "＝1", "@x")
    more = "".join(f"  - id: x\n    name: '{name}'\n    sources: []\n" for name in names)
    file.write_text(f"{text}{more}", "utf-8")
    run = banso("list", "themes", "--roster", copied)
    assert [line.split("\t")[1] for line in run.out.splitlines()[-3:]] == [f"'{n}" for n in names]


def test_a_list_becomes_team_files(banso: Banso, target: Path) -> None:
    run = banso("import", LISTS / "pages.txt", "--period", "2", "--out", target, "--source", "一覧")
    assert run.code == 0
    written = sorted((target / "teams" / "2").glob("*.yaml"))
    assert f"{len(written)} チーム・" in run.out
    assert "推定した事項" in run.out
    assert "原文と異なる表記" in run.out
    assert all("title: 一覧" in file.read_text("utf-8") for file in written)


def test_files_that_are_there_stay(banso: Banso, target: Path) -> None:
    arguments = ("import", LISTS / "pages.txt", "--period", "2", "--out", target)
    assert banso(*arguments).code == 0
    first = next(iter(sorted((target / "teams" / "2").glob("*.yaml"))))
    first.write_text("number: 1\n", encoding="utf-8")
    again = banso(*arguments)
    assert (again.code, again.out) == (1, "")
    assert "--overwrite" in again.err
    assert first.read_text("utf-8") == "number: 1\n"
    assert banso(*arguments, "--overwrite").code == 0
    assert "members:" in first.read_text("utf-8")


def test_a_list_that_cannot_be_placed_is_refused_by_line(
    banso: Banso, target: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("市町村名\t所属府省庁\t役職\n01.北海道月町\t総務省\t補佐\n", encoding="utf-8")
    run = banso("import", file, "--period", "3", "--out", target)
    assert (run.code, run.out) == (1, "")
    assert "2行目: 市町村「北海道月町」は municipalities/ にありません" in run.err
    assert "2行目: 役職「補佐」は programme.yaml にありません" in run.err
    assert "もしかして: 補佐級" in run.err
    assert not (target / "teams" / "3").exists()


def test_a_list_that_is_not_there(banso: Banso, target: Path) -> None:
    run = banso("import", "nothing.txt", "--period", "2", "--out", target)
    assert run.code == 3
    assert "nothing.txt がありません" in run.err


def test_a_folder_that_cannot_be_written(banso: Banso, target: Path) -> None:
    (target / "teams").write_text("", encoding="utf-8")
    run = banso("import", LISTS / "pages.txt", "--period", "2", "--out", target)
    assert run.code == 3
    assert "書き込めません" in run.err


def test_the_real_teams_are_those_of_the_list(banso: Banso) -> None:
    """Nothing that import writes may be lost when a file is edited by hand."""
    text = (ROSTER / "teams" / "2" / "454214-kadogawa.yaml").read_text("utf-8")
    assert text.splitlines()[1:3] == ["number: 91", 'municipality: "454214"  # 宮崎県門川町']
    assert banso("validate", ROSTER / "teams").code == 0


def test_what_people_added_is_kept_when_a_list_is_taken_in_again(
    banso: Banso, tmp_path: Path
) -> None:
    copy = shutil.copytree(ROSTER, tmp_path / "roster")
    names = ("032034-ofunato", "063215-kahoku")
    before = {name: copy / "teams" / "2" / f"{name}.yaml" for name in names}
    texts = {name: file.read_text("utf-8") for name, file in before.items()}
    rows = [
        "1.岩手県大船渡市,国土交通省,課長級",
        ",内閣官房,課長級",
        ",文部科学省,課長補佐級",
        "2.山形県河北町,農林水産省,補佐級",
        ",農林水産省,補佐級",
    ]
    listed = tmp_path / "list.csv"
    listed.write_text("市町村名,所属府省庁,役職\n" + "\n".join(rows), encoding="utf-8")
    title = texts["032034-ofunato"].split("- title: ")[1].splitlines()[0]
    arguments = ("--period", "2", "--out", copy, "--source", title, "--overwrite")
    assert banso("import", listed, *arguments).code == 0
    for number, (name, file) in enumerate(before.items(), start=1):
        old = texts[name].splitlines()
        old[1] = f"number: {number}"
        assert file.read_text("utf-8").splitlines() == old


def test_attributes_stay_with_the_same_members_only(
    banso: Banso, copied: Path, tmp_path: Path
) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    listed = tmp_path / "list.csv"
    head = "市町村名,所属府省庁,役職\n"
    same = "1.鹿児島県鹿屋市,農林水産省,指定職\n,財務省,補佐級\n"
    arguments = ("import", listed, "--period", "2", "--out", copied, "--overwrite")
    listed.write_text(head + same, encoding="utf-8")
    assert banso(*arguments).code == 0
    assert "age: 51" in file.read_text("utf-8")
    listed.write_text(head + same.replace("財務省", "総務省"), encoding="utf-8")
    assert banso(*arguments).code == 0
    assert "age:" not in file.read_text("utf-8")
