"""Findings as JSON Lines, and the published schema of both JSON forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from banso_cli.diagnostics.json import document as as_json
from banso_cli.diagnostics.json import published_schema
from banso_cli.diagnostics.jsonl import document as as_jsonl
from banso_cli.records.roster import Roster
from tests.diagnostics.awkward import FINDINGS, LONE, PART, REAL, listed, real, telling, with_files

SCHEMA = json.loads(published_schema())
FINDING = {"$ref": "#/definitions/finding", "definitions": SCHEMA["definitions"]}


def test_a_line_is_a_finding_with_the_keys_of_json() -> None:
    assert as_jsonl(listed([PART, LONE])) == (
        '{"rule": "long-part", "severity": "warning", "message": "三行にわたる", "help": "", '
        '"path": "roster/themes.yaml", "line": 2, "column": 3, "end_line": 5, "end_column": 1, '
        '"record": "themes", "related": [], "fixable": false}\n'
        '{"rule": "long-part", "severity": "warning", '
        '"message": "警告だけ\\rの\\u0000\ufffeファイル\\u2028", "help": "", '
        '"path": "roster/periods/2.yaml", "line": 3, "column": 1, "end_line": 4, '
        '"end_column": 2, "record": "periods/2", "related": [], "fixable": false}\n'
    )


def test_each_line_reads_back_as_the_finding_in_json(base_roster: Roster) -> None:
    lines = as_jsonl(listed(FINDINGS)).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(
        as_json(telling(base_roster, FINDINGS))
    )["findings"]


def test_without_findings_there_is_no_line() -> None:
    assert as_jsonl(listed(())) == ""


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_schema_names_every_key_with_a_japanese_title(base_roster: Roster) -> None:
    whole = json.loads(as_json(telling(base_roster, FINDINGS)))
    finding = whole["findings"][1]
    definitions = SCHEMA["definitions"]
    for value, schema in (
        (whole, SCHEMA),
        (whole["summary"], SCHEMA["properties"]["summary"]),
        (finding, definitions["finding"]),
        (finding["related"][0], definitions["related"]),
    ):
        assert list(schema["properties"]) == list(value) == schema["required"]
        for part in schema["properties"].values():
            titled = definitions[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
            assert not titled["title"].isascii()


def test_awkward_findings_meet_the_schema(base_roster: Roster) -> None:
    Draft7Validator(SCHEMA).validate(
        json.loads(as_json(telling(with_files(base_roster), FINDINGS)))
    )


@pytest.mark.parametrize("case", REAL)
def test_what_the_rules_find_meets_the_schema(case: str, tmp_path: Path) -> None:
    roster, findings = real(case, tmp_path)
    Draft7Validator(SCHEMA).validate(json.loads(as_json(telling(roster, findings))))
    for line in as_jsonl(listed(findings)).splitlines():
        Draft7Validator(FINDING).validate(json.loads(line))


def test_the_schema_refuses_what_no_output_is() -> None:
    counts = {"files": 0, "errors": 0, "warnings": 0}
    right: dict[str, object] = {"schema_version": 1, "summary": counts, "findings": []}
    assert Draft7Validator(SCHEMA).is_valid(right)
    for key, value in (("schema_version", 2), ("findings", [{}]), ("summary", None)):
        assert not Draft7Validator(SCHEMA).is_valid({**right, key: value})
