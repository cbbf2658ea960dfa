"""Completion, checks and explanations in an editor, by the real yaml-language-server.

The server is the one on the path, or the one that $BANSO_YAML_LANGUAGE_SERVER names; to have it:
`npm install --prefix DIR yaml-language-server`, then DIR/node_modules/.bin/yaml-language-server.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.reading.schemas import as_bytes, schema_of
from banso_cli.records.for_editors import SCHEMA_FOLDER
from banso_cli.records.kinds import KINDS
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES
from tests.commands.running import ROSTER
from tests.schema.language_server import LanguageServer, installed

pytestmark = pytest.mark.skipif(
    installed() is None,
    reason="yaml-language-server is not installed (see tests/schema/test_editor.py)",
)

FILE = Path(ROSTER.name, "teams", "2", "013455-mori.yaml")
TEAM = """\
# yaml-language-server: $schema=../../.schema/team.schema.json
number: 1
municipality: §
themes: [産業振興, §]
members:
  - agency: 防衛省
    rank: §
  - agency: §
    rank: 補佐級
    §
activities:
  - kind: §
    date: 2026-06-19
sources:
  - title: 一覧
"""
"""A team with a mark where something is to be completed."""


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(ROSTER)


@pytest.fixture(scope="module")
def server(roster: Roster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Run with the schemas that hold the names of the lists: `banso schema --write`."""
    command = installed()
    assert command is not None
    folder = shutil.copytree(ROSTER, tmp_path_factory.mktemp("editor") / ROSTER.name)
    rules = [rule.id for rule in RULES if rule.exceptable]
    for kind in KINDS.values():
        schema = as_bytes(schema_of(kind, roster, rules))
        (folder / SCHEMA_FOLDER / kind.schema_file).write_bytes(schema)
    with LanguageServer(command, folder.parent) as running:
        yield running


def offered(server: LanguageServer, before: str) -> dict[str, str]:
    """Return what is offered at the mark behind these words, with what is then written."""
    document = server.opened(server.folder / FILE.parent, TEAM.replace("§", ""))
    text = TEAM[: TEAM.index(before + "§") + len(before)].replace("§", "")
    line = text.count("\n")
    items = server.completed(document, line, len(text) - text.rfind("\n") - 1)
    return {label: item["insertText"] for label, item in items.items()}


def wrong(server: LanguageServer, old: str, new: str) -> dict[int, str]:
    """Return what is wrong, by line, when something right is replaced."""
    text = (ROSTER.parent / FILE).read_text(encoding="utf-8")
    assert old in text
    told: dict[int, str] = defaultdict(str)
    for each in server.opened(server.folder / FILE.parent, text.replace(old, new, 1)).wrong:
        told[each["range"]["start"]["line"] + 1] += each["message"]
    return told


def test_ranks_are_offered_as_values(server: LanguageServer, roster: Roster) -> None:
    assert roster.programme is not None
    assert list(offered(server, "rank: ")) == [rank.name for rank in roster.programme.ranks]


def test_agencies_themes_and_kinds_are_offered(server: LanguageServer, roster: Roster) -> None:
    assert list(offered(server, "  - agency: ")) == [agency.name for agency in roster.agencies]
    assert list(offered(server, "[産業振興, ")) == [theme.name for theme in roster.themes]
    assert list(offered(server, "- kind: ")) == ["online", "visit", "talk", "round_table"]


def test_keys_that_are_not_there_yet_are_offered(server: LanguageServer) -> None:
    keys = offered(server, "補佐級\n    ")
    assert set(keys) == {"printed", "role", "gender", "track", "age"}
    assert keys["gender"] == "gender: "


def test_a_code_is_offered_by_name_and_written_in_quotes(
    server: LanguageServer, roster: Roster
) -> None:
    codes = offered(server, "municipality: ")
    assert codes["北海道仁木町（にきちょう） 014079"] == '"014079"'
    assert set(codes.values()) == {f'"{each.code}"' for each in roster.municipalities}


@pytest.mark.parametrize(
    "name",
    [
        *("programme", "agencies", "themes", "periods/1", "periods/2"),
        *("municipalities/014079-niki", "teams/2/013455-mori", "teams/2/063215-kahoku"),
    ],
)
def test_what_is_right_is_found_right(server: LanguageServer, name: str) -> None:
    file = server.folder / ROSTER.name / f"{name}.yaml"
    assert server.opened(file.parent, file.read_text(encoding="utf-8")).wrong == []


def test_what_is_wrong_is_told_at_its_line(server: LanguageServer) -> None:
    assert "agencey" in wrong(server, "- agency:", "- agencey:")[5]
    assert "補佐級" in wrong(server, "rank: 補佐級", "rank: 課長補佐級")[6]
    assert "string" in wrong(server, '"013455"', "013455")[3]
    assert "引用符" in wrong(server, '"013455"', '"131016"')[3]
    assert "integer" in wrong(server, "number: 1", "number: 一")[2]
    activity = "activities:\n  - {kind: visit, date: 2026-6-19}\nsources:"
    (message,) = wrong(server, "sources:", activity).values()
    assert "年・月・日" in message


def test_a_key_is_explained_in_japanese(server: LanguageServer) -> None:
    document = server.opened(server.folder / FILE.parent, (ROSTER.parent / FILE).read_text("utf-8"))
    explained = server.hovered(document, 4, 5)
    assert "所属府省庁等" in explained
    assert "agencies.yaml にある名称" in explained
    assert "* `防衛省`: 府省庁" in explained
