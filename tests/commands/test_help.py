"""Help pages: groups, examples that run, and what the shell completes."""

from __future__ import annotations

import shlex
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from banso_cli.cli import Commands, main
from banso_cli.commands.new.app import NewGroup
from banso_cli.terminal.help import BansoGroup, Loaded
from tests.changes.repository import commit
from tests.commands.running import ROSTER, Banso


def test_the_help_page_has_groups_and_no_english(banso: Banso) -> None:
    page = banso("-h").out
    assert page == banso("--help").out
    for group in ("確かめる・直す", "数える・報告する", "調べる", "取り込む・加える"):
        assert f"\n{group}:\n" in page
    for each in Commands(name="banso").loaded:
        assert "[default" not in banso(each.name, "-h").out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with a copy of the whole roster, of before the second period."""
    shutil.copytree(ROSTER, tmp_path / "roster")
    commit(tmp_path, "2026-03-01T00:00:00Z")
    return tmp_path


def commands_of(group: BansoGroup) -> list[Loaded]:
    return [*group.loaded]


@pytest.mark.parametrize(
    "loaded",
    [*commands_of(Commands(name="banso")), *commands_of(NewGroup(name="new"))],
    ids=lambda each: each.name,
)
def test_the_example_of_every_help_page_can_be_run(
    loaded: Loaded, banso: Banso, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    rows = [["市町村名", "所属府省庁", "役職"], ["1.北海道森町", "農林水産省", "補佐級"]]
    book = Workbook()
    for row in (*rows, ["", "防衛省", "課長級"]):
        book.active.append(row)  # type: ignore[union-attr] # a new book has a sheet
    book.save("list.xlsx")
    if "--roster example" in loaded.example:
        teams = "3" if loaded.name == "match" else "97"
        banso("init", "example", "--example", "--applications", "--teams", teams)
    program, *words = shlex.split(loaded.example)
    assert program == "banso"
    if loaded.name == "apply":
        assert banso("export", "roster.xlsx").code == 0
    run = banso(*words)
    assert (run.code, "banso:" in run.err) == (0, False)
    page = banso(*words[: 2 if words[0] == "new" else 1], "-h").out
    assert "\n例:\n" in page or loaded.name == "new"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("banso sta", "stats"),
        ("banso stats --by 役", "役職"),
        ("banso report --format ht", "html"),
        ("banso list mun", "municipalities"),
        ("banso show 森", "森町"),
        ("banso show 防衛", "防衛省"),
        ("banso show 013455-", "013455-mori"),
        ("banso explain unknown-th", "unknown-theme"),
    ],
)
def test_the_shell_completes_commands_options_names_and_ids(
    typed: str, completed: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completed in completions(typed, folder, monkeypatch)


def test_without_a_roster_no_name_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completions("banso show 森", tmp_path, monkeypatch) == []


def completions(typed: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a shell is told to propose for what is typed."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("_BANSO_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    told = StringIO()
    with redirect_stdout(told), pytest.raises(SystemExit):
        main([])
    return told.getvalue().split()
