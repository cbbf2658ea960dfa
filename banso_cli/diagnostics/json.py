"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources

from banso_cli.diagnostics.told import Told, errors_and_warnings
from banso_cli.records.finding import Finding

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
        **asdict(finding.place),
        "record": finding.record,
        "related": [
            {"message": related.message, **asdict(related.place)} for related in finding.related
        ],
        "fixable": finding.fixable,
    }


def published_schema() -> str:
    """Return the JSON Schema that the output meets."""
    file = resources.files("banso_cli.diagnostics").joinpath("findings.schema.json")
    return file.read_text(encoding="utf-8")
