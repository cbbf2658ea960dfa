"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources

from banso_cli.model.finding import Finding, Severity
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else; see `findings.schema.json`."""


def as_json(roster: Roster, findings: Sequence[Finding]) -> str:
    """Return one JSON object: the summary, and the findings in their order."""
    weights = [finding.severity for finding in findings]
    whole = {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "files": len(roster.files),
            "errors": weights.count(Severity.ERROR),
            "warnings": weights.count(Severity.WARNING),
        },
        "findings": [finding_object(finding) for finding in findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def finding_object(finding: Finding) -> dict[str, object]:
    """Return a finding as it stands in the JSON of all forms."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        "record": finding.record,
        "related": [
            {"message": related.message, **_place(related.place)} for related in finding.related
        ],
        "fixable": finding.fixable,
    }


def published_schema() -> str:
    """Return the JSON Schema that the output meets."""
    file = resources.files("banso_cli.diagnostics").joinpath("findings.schema.json")
    return file.read_text(encoding="utf-8")


def _place(place: Place) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
