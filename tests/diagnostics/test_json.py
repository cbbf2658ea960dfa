"""Findings as JSON: the keys that programs rely on."""

from __future__ import annotations

import json
from pathlib import Path

from banso_cli.diagnostics.json import document as as_json
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Related, Replacement, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.yaml.place import Place
from tests.conftest import Golden
from tests.diagnostics.awkward import FINDINGS, telling
from tests.overlays import CASES, overlaid

PLACE = {"path": "roster/a.yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 5}


def test_the_keys_and_values_are_these(base_roster: Roster) -> None:
    place = Place("roster/a.yaml", 2, 3, 2, 5)
    findings = [
        Finding(place, "誤り", "直し", (Related("ここ", place),), rule="x"),
        Finding(place, "注意", fix=Replacement(place, "直し"), severity=Severity.WARNING),
    ]
    text = as_json(telling(base_roster, findings))
    assert "誤り" in text
    assert text.endswith("}\n")
    found = json.loads(text)
    assert list(found) == ["schema_version", "summary", "findings"]
    assert found["schema_version"] == 1
    assert found["summary"] == {"files": len(base_roster.files), "errors": 1, "warnings": 1}
    first, second = found["findings"]
    assert list(first) == [
        *("rule", "severity", "message", "help", "path", "line", "column", "end_line"),
        *("end_column", "record", "related", "fixable"),
    ]
    assert first == {
        "rule": "x",
        "severity": "error",
        "message": "誤り",
        "help": "直し",
        **PLACE,
        "record": "a",
        "related": [{"message": "ここ", **PLACE}],
        "fixable": False,
    }
    assert (second["severity"], second["help"], second["related"]) == ("warning", "", [])
    assert second["fixable"] is True


def test_totals_are_those_of_all_findings(base_roster: Roster) -> None:
    found = json.loads(as_json(telling(base_roster, FINDINGS, 1)))
    assert (found["summary"]["errors"], found["summary"]["warnings"]) == (2, 2)
    assert [each["rule"] for each in found["findings"]] == ["misnamed-file"]


def test_a_clean_roster_has_no_findings(base_roster: Roster) -> None:
    found = json.loads(as_json(telling(base_roster, ())))
    assert (found["summary"]["errors"], found["findings"]) == (0, [])


def test_the_findings_of_a_broken_roster_are_the_golden_ones(
    tmp_path: Path, golden: Golden
) -> None:
    overlay = CASES / "municipality-twice" / "failing"
    roster = read_roster(overlaid(overlay, tmp_path))
    golden("diagnostics/findings.json", as_json(telling(roster, check(roster))))
