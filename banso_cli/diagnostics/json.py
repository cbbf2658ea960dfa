"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from importlib import resources

from banso_cli.diagnostics.plain import errors_and_warnings
from banso_cli.diagnostics.told import Told
from banso_cli.records.finding import Finding
from banso_cli.yaml.place import Place

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else; see `findings.schema.json`."""


def document(told: Told) -> str:
    """Return one JSON object: the summary of all findings, and the first of them in their order."""
    errors, warnings = errors_and_warnings(told.findings)
    whole = {
        "schema_version": SCHEMA_VERSION,
        "summary": {"files": len(told.roster.files), "errors": errors, "warnings": warnings},
        "findings": [finding_object(finding) for finding in told.first],
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
