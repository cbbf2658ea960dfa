"""Every command in every form, on rosters full of markers: none of them is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from banso_cli.diagnostics.forms import FORMS
from banso_cli.reading.folder import read_roster
from banso_cli.reading.slips.search import causes
from banso_cli.rules import check
from banso_cli.yaml.fault import Fault
from tests.privacy.attempts import ARGUMENTS, COMBINED, VALUES, Arguments, attempts, commands
from tests.privacy.outputs import Output, Tried, rows
from tests.privacy.rosters import (
    AGES,
    CLASSES,
    FAULTY,
    LETTER,
    SECRET,
    STRAY,
    everything,
    sound,
    told_to_others,
)

BUG = 4
DECLARED = re.compile(rf'"enum": \[\s*"{CLASSES[0]}",\s*"{CLASSES[1]}",\s*"{STRAY}"\s*\]')
"""The genders that the programme declares, in the schema of a team: of classes, not of anybody."""
FIXES: tuple[Arguments, ...] = (
    ("validate", "--fix"),
    ("validate", "--fix", "--unsafe"),
    ("validate", "--fix", "--diff"),
    ("fmt", "--diff"),
)


def tell(arguments: Arguments, output: Output) -> str:
    return f"banso {' '.join(arguments)} gave {output.code}: {output.parts['stderr'].decode()}"


def telling(tried: Tried, output: Output) -> Iterator[str]:
    """Yield the rows that name a class together with a team, a municipality or an agency."""
    roster = read_roster(tried.roster)
    names = {each.name for each in roster.agencies}
    for each in roster.municipalities:
        names |= {each.name, each.code, each.stem}
    for row in rows(output):
        if any(each in row for each in CLASSES) and any(name in row for name in names):
            yield row


@pytest.fixture(scope="module", autouse=True)
def _searched_once() -> Iterator[None]:
    """Search for the causes in a broken file once: they come of its text alone."""
    known: dict[tuple[str, str], Sequence[Fault]] = {}

    def once(
        text: str,
        faults: Sequence[Fault],
        check: Callable[[str], Sequence[Fault]],
        path: str,
        record: str,
    ) -> Sequence[Fault]:
        if (text, path) not in known:
            known[text, path] = causes(text, faults, check, path, record)
        return known[text, path]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("banso_cli.reading.slips.search.causes", once)
        yield


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder; the language is set by each test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "steps.md"))
    return tmp_path


def test_every_command_and_option_is_tried() -> None:
    found = commands()
    assert set(found) == set(ARGUMENTS)
    tried = {name: list(attempts(name)) for name in found}
    for name, command in found.items():
        names = {option for each in command.params for option in each.opts if option[:2] == "--"}
        given = {each for arguments in tried[name] for each in arguments}
        assert names - {"--help", "--roster"} <= given, name
    assert set(COMBINED) <= set(found)
    options = {
        option for command in found.values() for each in command.params for option in each.opts
    }
    assert set(VALUES) <= options


def test_the_rosters_have_what_is_looked_for(tmp_path: Path) -> None:
    roster = read_roster(sound(tmp_path / "sound"))
    assert check(roster) == ()
    members = [each for team in roster.teams for each in team.members]
    assert all(each.gender and each.track and each.age for each in members)
    told = set()
    for name, make in FAULTY.items():
        folder = make(tmp_path / name)
        findings = check(read_roster(folder))
        assert findings, name
        told |= {each.rule for each in findings}
        files = [file.read_text("utf-8", "replace") for file in folder.rglob("teams/*/*.yaml")]
        assert any(LETTER in text or STRAY in text for text in files)
    quoting = {"not-a-number", "unknown-attribute", "edge-blank", "unquoted-text", "unknown-key"}
    quoting |= {"half-width-kana", "variation-selector", "decomposed-letter", "invisible-character"}
    quoting |= {"yaml-anchor", "yaml-tag", "duplicate-key", "not-utf8", "control-character"}
    assert quoting <= told
    assert {"broken-yaml", "several-documents", "wrong-shape", "empty-value"} <= told


@pytest.mark.parametrize("name", commands())
def test_of_a_sound_roster_no_output_tells_of_a_person(
    name: str, here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    tried = Tried(sound(here / "roster"), capfdbinary)
    for arguments in attempts(name):
        output = tried.run(arguments)
        assert output.code != BUG, tell(arguments, output)
        for part, text in output.texts():
            assert not AGES.search(text), (part, tell(arguments, output))
        assert not list(telling(tried, output)), tell(arguments, output)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("roster", FAULTY)
def test_no_fault_of_a_roster_is_told_with_what_is_personal(
    roster: str,
    language: str,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setenv("BANSO_LANG", language)
    tried = Tried(FAULTY[roster](here / "roster"), capfdbinary)
    forms = [("validate", "--format", form) for form in FORMS]
    for arguments in (*forms, *FIXES):
        nothing_shown(tried, arguments)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("form", [each for each in FORMS if each != "text"])
def test_what_leaves_the_machine_tells_nothing_found_in_a_team(
    form: str,
    language: str,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setenv("BANSO_LANG", language)
    tried = Tried(told_to_others(here / "roster"), capfdbinary)
    assert SECRET.search(tried.run(("validate",)).parts["stdout"].decode())
    nothing_shown(tried, ("validate", "--format", form))
    programme = tried.roster / "programme.yaml"
    programme.write_text(f"{programme.read_text('utf-8')}public: true\n", encoding="utf-8")
    assert SECRET.search(tried.run(("validate", "--format", form)).parts["stdout"].decode())


@pytest.mark.parametrize("name", commands())
def test_of_a_faulty_roster_no_command_shows_what_is_personal(
    name: str, here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    tried = Tried(everything(here / "roster"), capfdbinary)
    if name in {"stats", "report"}:
        nothing_shown(tried, (name,))
    for arguments in attempts(name):
        refused = name in {"stats", "report"} and "--allow-invalid" not in arguments
        nothing_shown(tried, (*arguments, "--allow-invalid") if refused else arguments)


def nothing_shown(tried: Tried, arguments: Arguments) -> None:
    """Run banso and look for everything personal in what it says and writes."""
    output = tried.run(arguments)
    assert output.code != BUG, tell(arguments, output)
    for part, text in output.texts():
        told = DECLARED.sub("", text) if arguments[0] == "schema" else text
        assert not SECRET.search(told), (part, tell(arguments, output))
