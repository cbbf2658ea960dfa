"""`banso report`: forms, own templates, what a template may use, comparison with a stored file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from banso_cli.tasks.report.forms import FORMS
from tests.commands.running import Banso


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--output", "a", "--out-dir", "b"), "--output と --out-dir は同時に使えません"),
        (("--check", "a", "--output", "b"), "--output と --check は同時に使えません"),
        (("--template", "a", "--format", "csv"), "--template と --format は同時に使えません"),
        (("--template", "a", "--out-dir", "b"), "--template と --out-dir は同時に使えません"),
        (("--format", "csv", "--out-dir", "a", "--table", "rank"), "--out-dir と --table は"),
        (("--table", "rank"), "--table は --format csv か parquet のときだけ"),
        (("--encoding", "cp932", "--format", "json"), "--encoding は --format csv のときだけ"),
        (("--header", "en"), "--header は --format csv のときだけ"),
        (("--format", "xlsx", "--out-dir", "a"), "--format xlsx は一つのファイルで"),
        (("--context", "--format", "markdown"), "--context と --format は同時に使えません"),
        (("--format", "xlsx", "-o", "a.csv"), "--format xlsx と --output a.csv は同時に"),
        (("--check", "summary.doc"), "summary.doc の形式が、名前からは分かりません"),
    ],
)
def test_options_that_contradict_each_other(
    arguments: tuple[str, ...], message: str, banso: Banso
) -> None:
    run = banso("report", *arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert "  対処: " in run.err


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_terminal_gets_no_bytes_that_nobody_can_read(
    form: str, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _self: True, raising=False)
    run = banso("report", "--format", form)
    assert (run.code, run.out) == (2, "")
    assert f"--output summary.{form}" in run.err


def test_the_name_of_the_file_tells_the_form(banso: Banso, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert banso("report", "-o", page).code == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    other = tmp_path / "SUMMARY.MD"
    assert banso("report", "-o", other).code == 0
    assert other.read_text("utf-8") == banso("report", "-o", "-").out == banso("report").out
    table = tmp_path / "rank.csv"
    assert banso("report", "-o", table, "--table", "rank").code == 0
    assert "補佐級" in table.read_text("utf-8-sig")


def test_an_ending_of_no_form_is_refused_with_the_endings_there_are(
    banso: Banso, tmp_path: Path
) -> None:
    run = banso("report", "-o", tmp_path / "summary.docx")
    assert (run.code, run.out) == (2, "")
    assert "「.docx」で終わる形式はありません" in run.err
    assert ".md、.html、.xlsx、.csv、.json、.parquet" in run.err
    assert not [*tmp_path.iterdir()]
    assert banso("report", "--format", "md", "-o", tmp_path / "summary.txt").code == 0
    assert banso("report", "--format", "xlsx", "-o", tmp_path / "without").code == 0
    assert (tmp_path / "without").read_bytes().startswith(b"PK")
    unknown = banso("report", "--check", tmp_path / "without")
    assert (unknown.code, "形式が、名前からは" in unknown.err) == (2, True)
    for name in ("page.htm", "book.XLSX"):
        assert banso("report", "-o", tmp_path / name).code == 0
    assert (tmp_path / "page.htm").read_bytes().startswith(b"<!DOCTYPE html>")
    assert (tmp_path / "book.XLSX").read_bytes().startswith(b"PK")


def test_a_workbook_is_compared_byte_for_byte(banso: Banso, tmp_path: Path) -> None:
    stored = tmp_path / "summary.xlsx"
    banso("report", "--output", stored)
    stored.write_bytes(stored.read_bytes() + b"\r\n")
    assert banso("report", "--check", stored).code == 1
    banso("report", "--output", stored)
    assert banso("report", "--check", stored).code == 0


def test_tables_stay_as_described_through_git(banso: Banso, tmp_path: Path) -> None:
    tables, clone = tmp_path / "data" / "tables", tmp_path / "clone"
    banso("report", "--format", "csv", "--out-dir", tables)
    (tables.parent / ".gitattributes").write_text("* text=auto eol=lf\n", "utf-8")
    git = ["git", "-c", "core.autocrlf=true", "-c", "user.name=x", "-c", "user.email=x@x"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], cwd=tables.parent, check=True, capture_output=True)
    subprocess.run([*git, "clone", "-q", tables.parent, clone], check=True)
    for resource in json.loads((clone / "tables" / "datapackage.json").read_bytes())["resources"]:
        data = (clone / "tables" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
    assert banso("report", "--check", clone / "tables").code == 0


def test_what_git_is_told_already_is_kept(banso: Banso, tmp_path: Path) -> None:
    attributes = tmp_path / ".gitattributes"
    command = ("report", "--format", "csv", "--out-dir", tmp_path)
    assert "*.csv -text" not in banso(*command).err
    assert attributes.read_text("utf-8") == "*.csv -text\n"
    assert "*.csv -text" not in banso(*command).err
    attributes.write_text("* text=auto\n", "utf-8")
    assert f"{attributes} に「*.csv -text」の行を加えてください" in banso(*command).err
    assert attributes.read_text("utf-8") == "* text=auto\n"


def test_folders_are_written_and_compared(banso: Banso, tmp_path: Path) -> None:
    pictures, tables = tmp_path / "site", tmp_path / "tables"
    assert banso("report", "--out-dir", pictures).code == 0
    assert banso("report", "--format", "csv", "--out-dir", tables).code == 0
    assert (pictures / "summary.md").is_file()
    assert (tables / "datapackage.json").is_file()
    for folder in (pictures, tables):
        assert banso("report", "--check", folder).code == 0
    (pictures / "map-all.svg").unlink()
    gone = banso("report", "--check", pictures)
    assert (gone.code, gone.out) == (1, f"{pictures / 'map-all.svg'} がありません\n")
    assert f"banso report --period 2 --out-dir {pictures}" in gone.err
    (tables / "teams.csv").write_text("", "utf-8")
    other = banso("report", "--check", tables)
    assert other.code == 1
    assert f"banso report --period 2 --format csv --out-dir {tables}" in other.err


def test_a_folder_of_parquet_is_written_and_compared(banso: Banso, tmp_path: Path) -> None:
    target = tmp_path / "data"
    assert banso("report", "--format", "parquet", "--out-dir", str(target)).code == 0
    names = ("members", "municipalities", "prefectures", "statistics", "team_themes", "teams")
    assert sorted(file.stem for file in target.iterdir()) == ["activities", *names]
    assert banso("report", "--check", str(target)).code == 0
    (target / "teams.parquet").write_bytes(b"")
    assert banso("report", "--check", str(target)).code == 1


def test_a_file_of_each_form_is_known_by_its_name(banso: Banso, tmp_path: Path) -> None:
    for form in FORMS:
        stored = tmp_path / f"summary.{FORMS[form].endings[0]}"
        assert banso("report", "--format", form, "--output", stored).code == 0
        assert banso("report", "--check", stored).code == 0


def test_a_letter_that_the_encoding_lacks_is_named(
    banso: Banso, copied: Path, tmp_path: Path
) -> None:
    themes = copied / "themes.yaml"
    text = themes.read_text("utf-8").replace("産業振興", "産業振興〜")
    themes.write_text(text, "utf-8")
    for file in (copied / "teams" / "2").iterdir():
        file.write_text(file.read_text("utf-8").replace("産業振興", "産業振興〜"), "utf-8")
    target = tmp_path / "out.csv"
    options = ("--roster", copied, "--format", "csv", "--table", "theme", "--allow-invalid")
    run = banso("report", *options, "--encoding", "cp932", "--output", target)
    assert (run.code, run.out, target.exists()) == (3, "", False)
    assert "cp932 にない文字「〜」（U+301C）があります: 表 theme の2行目、列「区分」" in run.err
    assert "--encoding utf-8-sig" in run.err
    assert banso("report", *options, "--output", target).code == 0


def test_there_is_no_such_table(banso: Banso) -> None:
    near = banso("report", "--format", "csv", "--table", "rnk")
    assert (near.code, near.out) == (2, "")
    assert "もしかして: rank" in near.err
    assert "表: gender track rank" in banso("report", "--format", "csv", "--table", "氏名").err


def test_parquet_wants_pyarrow(banso: Banso, monkeypatch: pytest.MonkeyPatch) -> None:
    import_module("banso_cli.datasets.formats.parquet")  # pandas looks for pyarrow once
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    run = banso("report", "--format", "parquet")
    assert (run.code, run.out) == (3, "")
    assert "pip install 'banso[parquet]'" in run.err


def test_a_folder_is_rid_of_what_another_period_has_left(banso: Banso, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert banso("report", "--out-dir", folder).code == 0
    (folder / "own.txt").write_text("", "utf-8")
    other = banso("report", "--check", folder, "--period", "1")
    assert f"{folder / 'map-all.svg'} はこの文書のものではありません" in other.out
    assert other.code == 1
    run = banso("report", "--out-dir", folder, "--period", "1")
    assert f"{folder / 'map-all.svg'} を消しました" in run.err
    assert not list(folder.glob("map-*"))
    assert (folder / "own.txt").is_file()
    assert banso("report", "--check", folder, "--period", "1").code == 0


@pytest.mark.parametrize("option", ["--check", "--template"])
def test_a_pipe_is_not_waited_for(option: str, banso: Banso, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    run = banso("report", option, pipe)
    assert (run.code, run.out) == (3, "")
    assert "を読めません（通常のファイルではありません）" in run.err
