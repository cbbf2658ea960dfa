"""The READMEs tell the truth, and both tell the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from banso_cli.cli import Commands
from banso_cli.files.failure import ExitCode
from banso_cli.rules import RULES
from tests.readmes import OMITTED, ROOT, Example, Step, abridged, examples_of, outputs

READMES = ("README.md", "README.ja.md")
PAGES = {
    "README.md": ("README.md", ".github/TASKS.md", ".github/REFERENCE.md"),
    "README.ja.md": ("README.ja.md", ".github/TASKS.ja.md", ".github/REFERENCE.ja.md"),
}
"""A README, and the pages that say the rest."""
TEXTS = {
    name: "\n".join((ROOT / page).read_text(encoding="utf-8") for page in pages)
    for name, pages in PAGES.items()
}
EXAMPLES = {name: examples_of(text) for name, text in TEXTS.items()}
COMMANDS = [step.command for example in EXAMPLES["README.md"] for step in example.steps]

each_readme = pytest.mark.parametrize("name", READMES)


def recipe(target: str) -> Iterator[str]:
    """Yield the lines that `make` prints and runs for a target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert found
    for line in found[1].splitlines():
        yield line.strip().replace("$(BIN)", ".venv/bin")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[Example, tuple[str, ...]]:
    """Return the output of every example; what both READMEs show is run once."""
    commands = (line.removeprefix(".venv/bin/") for line in recipe("report"))
    report = Example((), tuple(Step(command, "") for command in commands))
    examples = dict.fromkeys((*EXAMPLES["README.md"], *EXAMPLES["README.ja.md"], report))
    folders = [tmp_path_factory.mktemp("example") for _example in examples]
    with ThreadPoolExecutor() as pool:
        found = dict(zip(examples, pool.map(outputs, examples, folders), strict=True))
    steps = zip(recipe("report"), found.pop(report), strict=True)
    transcript = "".join(f"{line}\n{output}" for line, output in steps)
    return {
        example: (transcript,) if example.steps[0].command == "make report" else texts
        for example, texts in found.items()
    }


@each_readme
@pytest.mark.parametrize("number", range(len(EXAMPLES["README.md"])))
def test_every_command_prints_what_is_shown(
    name: str, number: int, printed: dict[Example, tuple[str, ...]]
) -> None:
    example = EXAMPLES[name][number]
    for step, output in zip(example.steps, printed[example], strict=True):
        if step.command != "make test":
            assert abridged(output, step.shown) == step.shown


@each_readme
def test_make_test_shows_lines_that_its_tools_print(name: str) -> None:
    shown = next(s.shown for e in EXAMPLES[name] for s in e.steps if s.command == "make test")
    with (ROOT / "pyproject.toml").open("rb") as stream:
        contracts = tomllib.load(stream)["tool"]["importlinter"]["contracts"]
    lines = [line for line in shown.splitlines() if line != OMITTED]
    assert lines == ["All checks passed!", f"Contracts: {len(contracts)} kept, 0 broken."]


def test_both_show_the_same_commands_and_have_the_same_headings() -> None:
    english, japanese = (
        [step.command for example in EXAMPLES[name] for step in example.steps] for name in READMES
    )
    assert english == japanese
    levels = [re.findall(r"^(#+) ", TEXTS[name], re.MULTILINE) for name in READMES]
    assert levels[0] == levels[1]


@each_readme
def test_each_links_to_the_other_and_no_link_is_dead(name: str) -> None:
    found = {
        page: re.findall(r"\]\((?!https:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
        for page in PAGES[name]
    }
    assert found[name][0] == next(other for other in READMES if other != name)
    dead = [
        link
        for page, links in found.items()
        for link in links
        if not (ROOT / page).parent.joinpath(link).is_file()
    ]
    assert dead == []


@each_readme
def test_every_family_of_rules_is_told(name: str) -> None:
    _before, table = re.split(r"^\| (?:family|系統) \|.*\n\|.*\n", TEXTS[name], flags=re.MULTILINE)
    rows = re.findall(r"^\| (\w+) \|.*\n", table.partition("\n\n")[0] + "\n", re.MULTILINE)
    assert rows == list(dict.fromkeys(rule.family for rule in RULES))


@each_readme
def test_the_table_of_exit_codes_is_that_of_the_code(name: str) -> None:
    codes = re.findall(r"^\| (\d+) \|", TEXTS[name], re.MULTILINE)
    assert [int(code) for code in codes] == sorted(ExitCode)


@each_readme
def test_every_command_and_target_is_told(name: str) -> None:
    missing = [
        each.name
        for each in Commands(name="banso").loaded
        if f"banso {each.name}" not in TEXTS[name]
    ]
    assert missing == []
    assert all(list(recipe(target)) for target in re.findall(r"`make (\w+)`", TEXTS[name]))


def test_the_wildcard_stands_for_any_number_of_lines() -> None:
    assert abridged("a\nb\nc\n", "a\n…\nc\n") == "a\n…\nc\n"
    assert abridged("a\nc\n", "a\n…\nc\n") == "a\n…\nc\n"
    assert abridged("a\nb\n", "a\n") == "a\nb\n"
    assert abridged("a.\n", "ab\n") == "a.\n"


def test_the_readmes_are_not_empty_of_examples() -> None:
    words = {Path(word).name for command in COMMANDS for word in command.split()}
    assert {"make", "banso", "cat", "report", "test", "validate", "stats", "import"} <= words
