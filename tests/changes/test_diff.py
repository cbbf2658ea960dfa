"""`banso diff` on scripted histories: what it says of each is written here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, tables, text
from tests.commands.running import Banso
from tests.privacy.rosters import CLASSES, sound

MORI, OFUNATO, KAHOKU = (
    f"teams/2/{name}" for name in ("013455-mori", "032034-ofunato", "063215-kahoku")
)


def test_a_rank_that_changed(repository: Repository, banso: Banso, told: Told) -> None:
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    found = told()
    assert changes(found) == [(["members", "rank"], [1, 1], "課長級", "補佐級")]
    assert tables(found) == [(2, "rank", "課長級", 2, 1), (2, "rank", "補佐級", 7, 8)]
    commit = repository.git("rev-parse", "HEAD").strip()
    assert found["before"] == {"label": "main と HEAD の分岐点", "commit": commit}
    assert found["after"] == {"label": "いまのファイル", "commit": None}
    assert text(banso("diff")) == (
        f"変更前: main と HEAD の分岐点（{commit[:7]}）\n変更後: いまのファイル\n\n"
        "森町（北海道）第2期チーム\n"
        "  1人目（農林水産省） 役職: 課長級 → 補佐級\n\n"
        "集計への影響\n"
        "  期     表    区分    前  後  差\n"
        "  第2期  役職  課長級   2   1  -1\n"
        "  第2期  役職  補佐級   7   8  +1\n"
    )


def test_a_member_replaced_is_a_seat_as_a_whole(repository: Repository, told: Told) -> None:
    repository.edit(TEAM, "agency: 総務省\n    rank: 補佐級", "agency: 環境省\n    rank: 課長級")
    found = told()
    before, after = (
        {"agency": a, "rank": r} for a, r in (("総務省", "補佐級"), ("環境省", "課長級"))
    )
    assert changes(found) == [(["members"], [2, 2], before, after)]
    assert {each[1] for each in tables(found)} == {"rank", "agency"}


def test_order_is_a_change_of_its_own_that_moves_no_table(
    repository: Repository, banso: Banso, told: Told
) -> None:
    one, other = (
        "  - agency: 農林水産省\n    rank: 課長級\n",
        "  - agency: 総務省\n    rank: 補佐級\n",
    )
    repository.edit(TEAM, one + other, other + one)
    repository.edit(f"{OFUNATO}.yaml", "[産業振興, 環境]", "[環境, 産業振興]")
    found = told()
    mori, ofunato = found["records"]
    assert [(e["path"], e["before"], e["after"]) for e in mori["changes"]] == [
        (["members"], [1, 2, 3], [2, 1, 3])
    ]
    assert [(e["path"], e["before"], e["after"]) for e in ofunato["changes"]] == [
        (["themes"], ["産業振興", "環境"], ["環境", "産業振興"])
    ]
    assert found["tables"] == []
    assert "  支援官の順序: 1、2、3 → 2、1、3\n" in text(banso("diff"))
    assert "集計への影響" not in text(banso("diff"))


def test_a_change_of_form_alone_is_counted(
    repository: Repository, banso: Banso, told: Told
) -> None:
    files = sorted(repository.roster.glob("teams/2/*.yaml"))
    for file in files:
        file.write_text(f"# 一行\n{file.read_text('utf-8')}".replace(": ", ":  "), "utf-8")
    found = told()
    assert found["rewritten"] == [f"teams/2/{file.stem}" for file in files]
    assert (found["records"], found["tables"]) == ([], [])
    said = text(banso("diff"))
    assert f"値は変わりません\n\n書式だけが変わったファイル: {len(files)}件\n" in said
    assert "kahoku" not in said


def test_an_agency_renamed_everywhere_is_told_once(
    repository: Repository, banso: Banso, told: Told
) -> None:
    for file in repository.roster.rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("総務省", "総合省"), "utf-8")
    repository.edit(TEAM, "agency: 総合省\n    rank: 補佐級", "agency: 総合省\n    rank: 課長級")
    found = told()
    assert found["renamed"] == {"agency": {"総務省": "総合省"}}
    assert changes(found) == [(["members", "rank"], [2, 2], "補佐級", "課長級")]
    assert {each[1] for each in tables(found)} == {"rank"}
    assert "改称: 総務省 → 総合省（2チームの3席も）" in text(banso("diff"))


def test_a_theme_renamed_is_told_once(repository: Repository, banso: Banso, told: Told) -> None:
    for file in (*repository.roster.glob("teams/2/*.yaml"), repository.roster / "themes.yaml"):
        file.write_text(file.read_text("utf-8").replace("産業振興", "しごと"), "utf-8")
    assert told()["renamed"] == {"theme": {"産業振興": "しごと"}}
    assert told()["records"] == []
    assert "チームも）" in text(banso("diff"))


def test_a_file_that_is_not_read_is_listed_and_the_others_are_compared(
    repository: Repository, banso: Banso, told: Told
) -> None:
    (repository.roster / TEAM).write_text("members: [", "utf-8")
    repository.edit(f"{OFUNATO}.yaml", "rank: 補佐級", "rank: 課長級")
    repository.edit(f"{KAHOKU}.yaml", "status: new", "status: nwe")
    found = told()
    assert found["unread"] == [MORI, KAHOKU]
    assert [each["id"] for each in found["records"]] == [OFUNATO]
    assert found["tables"] == []
    said = text(banso("diff"))
    assert f"読めないファイル: {MORI}.yaml\n" in said
    assert "読めないファイルがあるため、集計への影響は示しません" in said


def test_personal_attributes_are_in_no_form(
    tmp_path: Path, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sound(tmp_path / "before")
    after = Path(shutil.copytree(before, tmp_path / "after"))
    for file in after.glob("teams/*/*.yaml"):
        content = file.read_text("utf-8")
        for old, new in ((CLASSES[0], "X"), (CLASSES[1], CLASSES[0]), ("X", CLASSES[1])):
            content = content.replace(old, new)
        file.write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path)
    for form in ("text", "markdown", "json"):
        run = banso("diff", "before", "after", "--format", form)
        assert run.code == 0
        assert "（非表示）" in run.out
        assert not any(name in run.out for name in CLASSES)
    assert "（非表示）の項目\n" in banso("diff", "before", "after").out


def test_a_renamed_file_is_the_same_record(
    repository: Repository, banso: Banso, told: Told
) -> None:
    repository.git("mv", f"roster/{TEAM}", "roster/teams/2/013455-morimachi.yaml")
    repository.edit("teams/2/013455-morimachi.yaml", "rank: 課長級", "rank: 補佐級")
    found = told()
    (record,) = found["records"]
    assert (record["id"], record["id_before"]) == ("teams/2/013455-morimachi", MORI)
    assert record["change"] == "changed"
    assert len(record["changes"]) == 1
    assert f"  ファイル: {MORI}.yaml → teams/2/013455-morimachi.yaml\n" in text(banso("diff"))
    repository.git("checkout", "HEAD", "--", f"roster/{TEAM}")
    repository.git("mv", "-f", f"roster/{TEAM}", "roster/teams/2/013455-morimachi.yaml")
    assert (told()["records"][0]["changes"], told()["rewritten"]) == ([], [])


def test_a_team_moves_continues_is_given_comes_and_goes(
    repository: Repository, banso: Banso, told: Told
) -> None:
    first = repository.roster / "teams" / "1"
    first.mkdir()
    for name in ("013455-mori", "014079-niki"):
        (first / f"{name}.yaml").write_text(
            (repository.roster / TEAM).read_text("utf-8").replace("013455", name[:6]), "utf-8"
        )
    repository.commit("a first period")
    shutil.move(first / "014079-niki.yaml", repository.roster / "teams/2/014079-niki.yaml")
    repository.edit(f"{KAHOKU}.yaml", '"063215"', '"462039"')
    (repository.roster / "teams" / "2" / "462039-kanoya.yaml").unlink()
    (repository.roster / f"{OFUNATO}.yaml").unlink()
    found = {(e["id_before"], e["id"]): e["change"] for e in told("HEAD")["records"]}
    assert found[("teams/1/014079-niki", "teams/2/014079-niki")] == "moved"
    assert found[(OFUNATO, None)] == "removed"
    assert (MORI, MORI) not in found
    said = text(banso("diff", "HEAD"))
    assert "仁木町（北海道）第2期チーム（別の期へ）\n" in said
    assert "大船渡市（岩手県）第2期チーム（削除）\n\n" in said


def test_a_team_given_to_another_municipality(repository: Repository, told: Told) -> None:
    repository.edit(TEAM, '"013455"', '"014079"')
    (record,) = told()["records"]
    assert record["change"] == "given"
    assert [(e["path"], e["after"]) for e in record["changes"]] == [(["municipality"], "014079")]
    assert record["label"] == "仁木町（北海道）第2期チーム"


def test_a_continuing_team_is_an_addition(repository: Repository, told: Told) -> None:
    (repository.roster / "teams" / "3").mkdir()
    shutil.copy(repository.roster / TEAM, repository.roster / "teams/3/013455-mori.yaml")
    (record,) = told()["records"]
    assert (record["change"], record["id"], record["id_before"]) == (
        *("added", "teams/3/013455-mori"),
        None,
    )
    assert {tuple(each["path"]) for each in record["changes"]} >= {("members",), ("number",)}
    assert all(each["before"] is None for each in record["changes"])


def test_a_published_figure_that_changed(repository: Repository, banso: Banso, told: Told) -> None:
    repository.edit("periods/2.yaml", "value: 13", "value: 14")
    found = told()
    ((path, seat, before, after),) = changes(found)
    assert (path[0], path[2:], seat, before, after) == ("published", ["value"], None, 13, 14)
    assert ("published", 13, 14) in {(e[1], *e[3:]) for e in tables(found)}
    said = text(banso("diff"))
    assert "第2期\n  公表値 地方創生支援官 公表値: 13 → 14\n" in said
    assert "検査: 新しい指摘 1件" in said
    assert "不完全: 変更後の台帳に1件のエラーが残っています" in said


def test_a_whole_period_that_comes_shows_its_tables(repository: Repository, told: Told) -> None:
    (repository.roster / "periods" / "2.yaml").unlink()
    repository.commit("without")
    repository.git("checkout", "--quiet", "HEAD~1", "--", "roster")
    found = told("HEAD")
    assert all(each[3] is None for each in tables(found))
    assert (2, "totals", "伴走支援チーム", None, 5) in tables(found)


def test_without_a_programme_no_table_is_compared(repository: Repository, banso: Banso) -> None:
    (repository.roster / "programme.yaml").unlink()
    said = text(banso("diff"))
    assert "制度の決まり（削除）" in said
    assert "集計への影響は示しません" in said
