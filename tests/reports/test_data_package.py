"""The folder of tables: its files, and what `datapackage.json` says of them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from banso_cli.datasets.formats.csv import Encoding, Header
from banso_cli.files.failure import Failure
from banso_cli.reports.data.tables_folder import OWN_NAMES, tables_folder
from tests.reports.summaries import SUMMARIES, complete_summary, faulty_summary, real_summary

FILES = [
    *("statistics.csv", "teams.csv", "members.csv", "team_themes.csv", "activities.csv"),
    "prefectures.csv",
]
FORMS: list[tuple[Encoding, Header]] = [("utf-8-sig", "ja"), ("utf-8", "en"), ("cp932", "ja")]


def frictionless(folder: Path) -> subprocess.CompletedProcess[str]:
    """Validate the package in a process of its own: the library warns when it is imported."""
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "--json"]
    return subprocess.run(
        [*command, "datapackage.json"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", ["real", "complete", "totals"])
@pytest.mark.parametrize(("encoding", "header"), FORMS)
def test_frictionless_says_valid(
    name: str, encoding: Encoding, header: Header, tmp_path: Path
) -> None:
    for file in tables_folder(SUMMARIES[name](), encoding, header).files:
        (tmp_path / file.path).write_bytes(file.data)
    run = frictionless(tmp_path)
    report = json.loads(run.stdout)
    assert (report["valid"], report["warnings"], run.returncode) == (True, [], 0)
    assert [task["place"] for task in report["tasks"]] == FILES


def test_frictionless_finds_a_changed_file(tmp_path: Path) -> None:
    for file in tables_folder(real_summary()).files:
        (tmp_path / file.path).write_bytes(file.data.replace(b"013455", b"13455"))
    tasks = json.loads(frictionless(tmp_path).stdout)["tasks"]
    found = {task["place"]: {error["type"] for error in task["errors"]} for task in tasks}
    changed = {"constraint-error", "hash-count", "byte-count"}
    assert found == {file: changed if file in FILES[1:3] else set() for file in FILES}


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_folder_has_all_names(name: str) -> None:
    assert {file.path for file in tables_folder(SUMMARIES[name]()).files} == OWN_NAMES


def test_the_description_names_every_file_with_its_bytes() -> None:
    *tables, last = tables_folder(complete_summary(), "utf-8-sig", "en").files
    assert [file.path for file in tables] == FILES
    assert last.path == "datapackage.json"
    package = json.loads(last.data)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "架空データ" in package["title"]
    assert package["description"].startswith("架空データ。")
    assert "licenses" not in package
    assert "created" not in package
    for file, resource in zip(tables, package["resources"], strict=True):
        assert (resource["path"], resource["bytes"]) == (file.path, len(file.data))
        assert resource["hash"] == f"sha256:{sha256(file.data).hexdigest()}"
        assert resource["dialect"]["lineTerminator"] == "\r\n"
        head = file.data.decode("utf-8-sig").split("\r\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert "架空データ" in resource["title"]


def test_types_constraints_and_keys_are_stated() -> None:
    package = json.loads(tables_folder(real_summary()).files[-1].data)
    statistics, teams, members, *_others = (each["schema"] for each in package["resources"])
    fields = {field["name"]: field for field in teams["fields"]}
    assert fields["団体コード"]["type"] == "string"
    assert fields["団体コード"]["constraints"] == {"required": True, "pattern": "[0-9]{6}"}
    assert fields["人口"]["type"] == "integer"
    assert "constraints" not in fields["人口"]
    assert teams["primaryKey"] == ["期", "団体コード"]
    assert members["foreignKeys"][0]["reference"] == {
        "resource": "teams",
        "fields": ["期", "団体コード"],
    }
    assert "primaryKey" not in statistics
    share = next(field for field in statistics["fields"] if field["name"] == "割合(%)")
    assert (share["type"], statistics["missingValues"]) == ("number", [""])


def test_sources_are_named_and_an_incomplete_package_says_so() -> None:
    package = json.loads(tables_folder(real_summary()).files[-1].data)
    assert len(package["sources"]) == len(real_summary().sources)
    assert {frozenset(source) for source in package["sources"]} == {
        frozenset({"title"}),
        frozenset({"title", "path"}),
    }
    assert "総務省" in package["description"]
    faulty = json.loads(tables_folder(replace(faulty_summary(), sources=())).files[-1].data)
    assert faulty["description"].startswith("不完全。台帳に2件のエラーが残る。")
    assert "sources" not in faulty


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert tables_folder(real_summary()).files == tables_folder(real_summary()).files


def test_no_file_is_made_where_a_letter_does_not_fit() -> None:
    entry = replace(real_summary().teams[0], name="𠮷野町")
    with pytest.raises(Failure, match=r"「𠮷」.*表 teams の2行目、列「市町村」"):
        tables_folder(replace(real_summary(), teams=(entry,)), "cp932")
