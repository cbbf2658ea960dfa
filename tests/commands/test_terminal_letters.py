"""Letters that a terminal or GitHub Actions obeys are shown, whichever way they come in."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from banso_cli.editing.changes import Change
from banso_cli.terminal import output
from tests.commands.running import Banso

ESCAPE = "\x1b]0;title\x07"
TURNED = "森\u202e町"


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True, raising=False)


@pytest.fixture
def in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", ESCAPE),
        ("show", f"謎の{TURNED}"),
        ("explain", ESCAPE),
        ("stats", "--by", ESCAPE),
        ("stats", "--where", f"theme={ESCAPE}"),
        ("list", ESCAPE),
        ("validate", "--select", ESCAPE),
        ("validate", f"{ESCAPE}.yaml"),
        ("fmt", f"{ESCAPE}.yaml"),
        ("import", f"{ESCAPE}.csv", "--period", "2"),
        ("report", "--template", f"{ESCAPE}.txt"),
        (ESCAPE,),
    ],
    ids=ascii,
)
def test_no_argument_reaches_the_terminal_as_it_is(
    arguments: tuple[str, ...], banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied.parent)
    run = banso(*arguments)
    assert run.code != 0
    assert not {"\x1b", "\x07", "\u202e"} & set(run.out + run.err)
    assert "�" in run.err


@pytest.mark.usefixtures("in_actions")
def test_names_of_files_are_seen(banso: Banso, copied: Path) -> None:
    hostile = copied / "teams" / "2" / "::error::x\n\x1b[2J.yaml"
    shutil.copy(copied / "teams" / "2" / "462039-kanoya.yaml", hostile)
    hostile.write_text(hostile.read_text("utf-8").replace("  - agency", "  -   agency"), "utf-8")
    for arguments in (["fmt", "--check"], ["fmt", "--diff"], ["fmt"], ["validate"]):
        run = banso(*arguments, "--roster", copied)
        lines = (run.out + run.err).split("\n")
        assert "\x1b" not in run.out + run.err
        if arguments != ["validate"]:
            assert not any(line.strip().startswith("::") for line in lines), arguments


@pytest.mark.usefixtures("on_terminal")
def test_values_are_seen_where_a_person_looks(banso: Banso, copied: Path) -> None:
    file = copied / "themes.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}  - id: x\n    name: {TURNED}\n    sources: []\n", "utf-8")
    for arguments in (
        ["list", "themes"],
        ["validate", "--format", "json"],
        ["stats", "--by", "theme", "--allow-invalid", "--format", "markdown"],
        ["report", "--allow-invalid"],
        ["report", "--allow-invalid", "--format", "csv"],
    ):
        run = banso(*arguments, "--roster", copied)
        assert "\u202e" not in run.out, arguments


def test_what_programs_read_is_as_it_is(banso: Banso, copied: Path) -> None:
    file = copied / "themes.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}  - id: x\n    name: {TURNED}\n    sources: []\n", "utf-8")
    assert TURNED in banso("list", "themes", "--roster", copied).out


@pytest.mark.usefixtures("in_actions")
def test_a_difference_is_no_command_in_actions(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = b"::set-env name=x::y\n"
    change = Change("roster/x.yaml", text, text + b"a\n", "roster/x.yaml")
    output.put_changes([change], tmp_path / "roster")
    output.put_data("::error::x\n")
    output.say("::error::x\n::notice::y")
    found = capsys.readouterr()
    assert found.out.endswith("\n : :set-env name=x::y\n+a\n::error::x\n")
    assert found.err == ": :error::x�::notice::y\n"
