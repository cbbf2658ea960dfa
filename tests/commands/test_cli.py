"""The command line itself: help, wrong usage, bugs, start-up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from typer.exceptions import TyperException
from wcwidth import wcswidth

from banso_cli import locale
from banso_cli.locale import language, make_catalogue
from banso_cli.terminal.help import usage_failure
from tests.commands.running import PROJECT, ROSTER, Banso

COMMANDS = ("validate", "stats", "report", "show", "list", "import", "schema")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_japanese_and_80_columns_wide(
    command: tuple[str, ...], banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run = banso(*command, "--help")
    assert run.code == 0
    assert run.out.startswith(f"使い方: {' '.join(('banso', *command))} [オプション]")
    assert max(wcswidth(line) for line in run.out.splitlines()) <= 80
    assert "Show" not in run.out
    assert "required" not in run.out


def test_without_a_command_the_help_is_shown(banso: Banso) -> None:
    run = banso()
    assert run.code == 2
    assert all(f"  {name} " in run.out for name in COMMANDS)


def test_the_version_is_that_of_the_project(banso: Banso) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert banso("--version").out == f"banso {project['version']}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("validat",), "もしかして: validate"),
        (("frobnicate",), "コマンド: validate, fmt, explain, rules"),
        (("validate", "--formt", "json"), "もしかして: --format"),
        (("stats", "--zzz"), "オプション --zzz はありません"),
        (("stats", "--by"), "--by に値がありません"),
        (("stats", "--allow-invalid=x"), "--allow-invalid に値は要りません"),
        (("report", "a", "b"), "引数が多すぎます: a b"),
        (("show",), "名称 を指定してください"),
        (("import", "x", "--period", "0"), "--period: 1 以上の数を書いてください"),
        (("import", "x"), "--period を指定してください"),
    ],
)
def test_wrong_usage_is_told_in_japanese(
    arguments: tuple[str, ...], message: str, banso: Banso
) -> None:
    run = banso(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert "Traceback" not in run.err


def test_a_sentence_that_is_not_known_is_shown_as_it_is() -> None:
    assert usage_failure(TyperException("Something new.")).message == "Something new."


def test_a_bug_is_told_without_a_traceback(banso: Banso, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_folder: object) -> int:
        return int("六十四歳")

    monkeypatch.setattr("banso_cli.tasks.opened.opening.read_roster", read)
    run = banso("validate")
    assert run.code == 4
    assert "ValueError, banso" in run.err
    assert "六十四歳" not in run.err
    assert re.search(r"^  test_cli\.py:[0-9]+ \(read\)$", run.err, re.MULTILINE)
    assert "banso の不具合です" in run.err
    assert "Traceback" not in run.err


def test_a_failure_of_the_system_that_names_no_file_is_a_bug(
    banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_folder: object) -> None:
        raise OSError

    monkeypatch.setattr("banso_cli.tasks.opened.opening.read_roster", read)
    assert banso("validate").code == 4


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps a folder one stands in")
@pytest.mark.parametrize(
    "command",
    [
        *("validate", "stats", "report", "fmt", "list teams", "show 森町", "schema team"),
        *("import x --period 2", "new theme a b --source c", "init x --example", "fmt x"),
        *("new period 9 --fiscal-year 2030", "validate --fix", "report --check x.md"),
        *("stats --roster roster", "schema --write x", "report --template x"),
    ],
)
def test_a_folder_that_is_gone_is_told(
    command: str, banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    run = banso(*command.split())
    assert (run.code, run.out) == (3, "")
    assert run.err == (
        "banso: いまいるフォルダーは、もうありません\n"
        "  対処: いまあるフォルダーに移ってください: cd フォルダー\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps a folder one stands in")
def test_a_folder_that_is_gone_does_not_matter_where_none_is_needed(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    for command in ("--version", "rules", "explain team-size", f"stats --roster {ROSTER}"):
        assert banso(*command.split()).code == 0


def test_ctrl_c_ends_quietly(banso: Banso, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_folder: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("banso_cli.tasks.opened.opening.read_roster", interrupted)
    run = banso("validate")
    assert (run.code, run.out, run.err) == (130, "", "")


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    banso = f"{sys.executable} -m banso_cli"
    shell = ["bash", "-c", f"set -o pipefail; {banso} report | head -n 1"]
    run = subprocess.run(shell, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "# 地方創生伴走支援制度 第2期\n", "")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a command imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "banso_cli", *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}


def test_commands_import_what_they_need_and_no_more() -> None:
    slow = {"pandas", "rich.table", "jinja2", "openpyxl"}
    assert not imported_by("--help") & (slow | {"yaml", "pydantic"})
    assert not imported_by("validate") & (slow | {"wcwidth"})
    assert not imported_by("show", "森町") & slow
    assert "openpyxl" not in imported_by("report")


def test_the_language_is_japanese_unless_another_is_named() -> None:
    assert language({}) == "ja"
    assert language({"LANG": "C.UTF-8"}) == "ja"
    assert language({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}) == "ja"
    assert language({"LANG": "en_US.UTF-8"}) == "en"
    assert language({"BANSO_LANG": "ja", "LANG": "de_DE"}) == "ja"
    assert language({"BANSO_LANG": "en"}) == "en"


def test_another_language_gets_the_source_strings(monkeypatch: pytest.MonkeyPatch) -> None:
    locale._translations.cache_clear()  # noqa: SLF001 - the language is chosen once
    monkeypatch.setenv("BANSO_LANG", "en")
    assert locale._("first written here") == "first written here"
    locale._translations.cache_clear()  # noqa: SLF001 - the language is chosen once
    monkeypatch.setenv("BANSO_LANG", "ja")
    assert locale._("first written here") == "最初はここに書かれています"


def test_the_catalogue_is_complete_and_up_to_date() -> None:
    """What the catalogue says is compared: how Babel writes it may change with its version."""
    text, lacking = make_catalogue.made()
    assert lacking == []
    kept = make_catalogue.CATALOGUE
    assert _messages(kept.read_bytes()) == _messages(text)
    with kept.with_suffix(".mo").open("rb") as stream:
        built = GNUTranslations(stream)
    for message, japanese in _messages(text).items():
        assert built.gettext(message) == japanese != message, "run `make setup`"


def test_words_that_are_not_built_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locale, "__file__", str(tmp_path / "__init__.py"))
    locale._translations.cache_clear()  # noqa: SLF001 - the language is chosen once
    assert locale._("first written here") == "first written here"
    assert "make setup" in capsys.readouterr().err


def _messages(text: bytes) -> dict[str, str]:
    return {str(each.id): str(each.string) for each in read_po(BytesIO(text)) if each.id}
