"""`banso init`: a folder with a whole roster, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import Banso


def test_a_roster_is_written_that_every_command_takes(banso: Banso, tmp_path: Path) -> None:
    folder = tmp_path / "roster"
    run = banso("init", folder, "--example", "--teams", 5)
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert (run.code, run.out) == (
        0,
        f"架空データの {len(files)} ファイルを {folder} に書きました\n",
    )
    assert run.err == f"概要を見るには: banso report --roster {folder}\n"
    assert banso("validate", "--strict", "--roster", folder).code == 0
    assert banso("fmt", "--check", "--roster", folder).code == 0
    assert banso("schema", "--shape", "--write", tmp_path / "schemas").code == 0
    for schema in (tmp_path / "schemas").iterdir():
        assert schema.read_bytes() == (folder / ".schema" / schema.name).read_bytes()


@pytest.mark.parametrize("command", ["stats", "report"])
def test_what_is_shown_is_marked_as_made_up(banso: Banso, tmp_path: Path, command: str) -> None:
    banso("init", tmp_path / "roster", "--example")
    run = banso(command, "--roster", tmp_path / "roster")
    assert run.code == 0
    assert "（架空データ）" in run.out.splitlines()[0]


def test_a_seed_gives_a_roster_of_its_own(banso: Banso, tmp_path: Path) -> None:
    names = []
    for folder, seed in (("a", 4), ("b", 4), ("c", 5)):
        banso("init", tmp_path / folder, "--example", "--teams", 3, "--seed", seed)
        files = sorted((tmp_path / folder).rglob("*.yaml"))
        names.append([(str(f.relative_to(tmp_path / folder)), f.read_bytes()) for f in files])
    assert names[0] == names[1]
    assert names[0] != names[2]


def test_an_empty_folder_is_taken(banso: Banso, tmp_path: Path) -> None:
    assert banso("init", tmp_path, "--example", "--teams", 1).code == 0
    assert (tmp_path / "programme.yaml").is_file()


def test_a_folder_with_anything_in_it_is_left_alone(banso: Banso, tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    run = banso("init", tmp_path, "--example")
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines() == [
        f"banso: フォルダー {tmp_path} は空ではありません。何も書いていません",
        "  対処: まだないフォルダーの名前を書いてください",
    ]
    assert [file.name for file in tmp_path.iterdir()] == [".hidden"]


def test_a_file_is_no_folder(banso: Banso, tmp_path: Path) -> None:
    file = tmp_path / "roster"
    file.write_text("x", encoding="utf-8")
    run = banso("init", file, "--example")
    assert (run.code, run.err.splitlines()[0]) == (
        1,
        f"banso: {file} はすでにあり、フォルダーではありません",
    )
    assert file.read_text(encoding="utf-8") == "x"


def test_a_folder_that_cannot_be_made_is_told(banso: Banso, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    run = banso("init", tmp_path / "file" / "roster", "--example", "--teams", 1)
    assert (run.code, run.out) == (3, "")
    assert "書き込めません" in run.err


def test_a_failure_on_the_way_leaves_nothing(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, written = Path.write_bytes, list[Path]()

    def full(file: Path, data: bytes) -> int:
        if len(written) == 20:
            raise OSError(28, "No space left on device", str(file))
        written.append(file)
        return right(file, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    run = banso("init", tmp_path / "new" / "roster", "--example", "--teams", 10)
    assert (run.code, run.out) == (3, "")
    assert len(written) == 20
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_other_new_roster_yet(banso: Banso, tmp_path: Path) -> None:
    run = banso("init", tmp_path / "roster")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("banso: --example がありません")
    assert not (tmp_path / "roster").exists()


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--teams", "0", "--teams: 1 以上の数を書いてください"),
        ("--teams", "1701", "--teams: 1700 以下の数を書いてください"),
        ("--teams", "many", "--teams: 数を書いてください"),
        ("--seed", "-1", "--seed: 0 以上の数を書いてください"),
    ],
)
def test_a_number_out_of_range_is_told_with_its_bound(
    banso: Banso, tmp_path: Path, option: str, value: str, told: str
) -> None:
    run = banso("init", tmp_path / "roster", "--example", option, value)
    assert (run.code, run.err.splitlines()[0]) == (2, f"banso: {told}")


def test_the_help_page_says_what_is_made_up(banso: Banso) -> None:
    page = banso("init", "--help").out
    assert "架空データ" in page
    assert "1700 まで。書かなければ 97。" in page
    assert "x<=" not in page


def test_no_real_municipality_is_added_to_a_made_up_roster(banso: Banso, tmp_path: Path) -> None:
    folder = tmp_path / "roster"
    banso("init", folder, "--example", "--teams", 2)
    before = sorted(folder.rglob("*"))
    run = banso(
        *("new", "municipality", "仁木町", "--population", 3000, "--source", "架空データ"),
        *("--roster", folder),
    )
    assert run.code == 1
    assert "[real-municipality]" in run.err
    assert sorted(folder.rglob("*")) == before
