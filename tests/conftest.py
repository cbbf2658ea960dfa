"""What all tests share: messages in Japanese, golden files, the base roster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from banso_cli.locale import _translations
from banso_cli.reading.folder import read_roster
from banso_cli.records.kinds import every_key
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Places
from banso_cli.yaml.tree import Node

TESTS = Path(__file__).parent
BASE = TESTS / "base_roster" / "roster"

Golden = Callable[[str | Path, str], None]

hypothesis.settings.register_profile(
    "banso",
    deadline=None,  # a slow machine is no fault of the code
    derandomize=True,  # what fails is what was changed
)
hypothesis.settings.register_profile(
    "random",  # `make test-random`: other cases every night
    deadline=None,
    derandomize=False,
    max_examples=500,
    print_blob=True,
)
hypothesis.settings.load_profile("banso")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )


SLOW = frozenset(
    {
        "browser",
        "changes/test_diff",
        "changes/test_diff_counts",
        "changes/test_difference_properties",
        "changes/test_earlier",
        "changes/test_git",
        "changes/test_history",
        "changes/test_since",
        "changes/test_states",
        "commands",
        "editing/test_atomic",
        "editing/test_example",
        "editing/test_formatting",
        "editing/test_journal",
        "editing/test_revising",
        "intake",
        "matching",
        "privacy",
        "reading/test_folder",
        "reading/test_shown",
        "reading/test_slips",
        "reading/test_slips_of_a_letter",
        "reports",
        "rules/test_contradictions",
        "rules/test_linear",
        "rules/test_meaning",
        "rules/test_slips",
        "rules/test_suggestion_corpus",
        "rules/test_typed_mistakes",
        "schema",
        "statistics/test_attacker",
        "statistics/test_broken_files",
        "statistics/test_oracle",
        "statistics/test_properties",
        "test_action",
        "test_cases",
        "test_comment",
        "test_mutations",
        "test_readme",
        "test_seeded_defects",
        "test_wheel",
    }
)
"""Folders and modules that `make test-fast` leaves out: they take nearly all of the time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        module = item.path.relative_to(TESTS).with_suffix("")
        if {module.as_posix(), module.parts[0]} & SLOW:
            item.add_marker("slow")


def pytest_configure() -> None:
    """Set the language before any module is imported: the commands' help is translated then."""
    os.environ["BANSO_LANG"] = "ja"


@pytest.fixture(autouse=True)
def _japanese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak Japanese in every test, whatever the one before it has set."""
    monkeypatch.setenv("BANSO_LANG", "ja")
    _translations.cache_clear()
    yield
    _translations.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def _keys_are_declared() -> Iterator[None]:
    """Let no rule ask for the place of a key that no record has: it would find its part's."""
    child = Places._child  # noqa: SLF001 - what is asked for more strictly here

    def of_declared(places: Places, node: Node, key: str | int) -> Node | None:
        assert isinstance(key, int) or key in every_key(), f"no record has the key {key}"
        return child(places, node, key)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Places, "_child", of_declared)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file under `tests/golden`, or write it: `make golden`.

    Line ends are compared too. A path that is absolute is taken as it is.
    """
    renewed = bool(request.config.getoption("--golden"))

    def compare(path: str | Path, text: str) -> None:
        file = TESTS / "golden" / path
        if renewed:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
            return
        name = file.relative_to(TESTS)
        assert file.is_file(), f"there is no {name}: run `make golden` and read what it wrote"
        expected = file.read_bytes().decode("utf-8")
        assert text == expected, f"{name} differs: mend the code, or run `make golden`"

    return compare


@pytest.fixture(scope="session")
def base_roster() -> Roster:
    """Return the small complete roster without faults."""
    found = read_roster(BASE)
    assert found.faults == ()
    return found
