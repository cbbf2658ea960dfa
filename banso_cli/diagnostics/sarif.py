"""Findings as SARIF 2.1.0, for code scanning and the viewers of editors."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib import metadata
from urllib.parse import quote

from banso_cli.diagnostics.told import Told
from banso_cli.locale import _
from banso_cli.records.finding import Finding, Replacement
from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule
from banso_cli.yaml.place import Place

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASE = "%SRCROOT%"
"""What paths start from: the folder that holds the roster, which is that of the checkout."""

FINGERPRINT = "bansoFinding/v1"
"""Not GitHub's own `primaryLocationLineHash`: its upload computes that, and warns at another."""

_LINK = re.compile(r"\[([^\[\]]*)\](?=\()")


def document(told: Told) -> str:
    """Return one log with one run; `rules` are those that were applied."""
    run = {
        "tool": {"driver": _driver(told.rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            BASE: {"description": {"text": _("the folder that holds the roster")}}
        },
        "results": list(_results(told.first, told.rules)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(rules: Sequence[Rule]) -> dict[str, object]:
    urls = metadata.metadata("banso").get_all("Project-URL", [])
    named = dict(url.split(", ", 1) for url in urls)
    home = named.get("Homepage") or named.get("Repository")
    return {
        "name": "banso",
        "semanticVersion": metadata.version("banso"),
        **({"informationUri": home} if home else {}),
        "rules": [rule_object(rule) for rule in rules],
    }


def _results(findings: Iterable[Finding], rules: Sequence[Rule]) -> Iterator[dict[str, object]]:
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    told: Counter[str] = Counter()
    for finding in findings:
        digest = _digest(finding)
        told[digest] += 1
        result = {
            "ruleId": finding.rule,
            "ruleIndex": indexes.get(finding.rule),
            "level": str(finding.severity),
            "message": {"text": _text("\n".join(filter(None, (finding.message, finding.help))))},
            "locations": [_location(finding.place)],
            "relatedLocations": [
                {"id": number, **_location(each.place), "message": {"text": _text(each.message)}}
                for number, each in enumerate(finding.related, 1)
            ],
            "partialFingerprints": {FINGERPRINT: f"{digest}:{told[digest]}"},
            "fixes": _fixes(finding),
        }
        yield {key: value for key, value in result.items() if value not in (None, [])}


def _digest(finding: Finding) -> str:
    """Return what stays the same when lines move; equal findings of a record are then numbered."""
    parts = (finding.rule, finding.record, finding.message)
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _location(place: Place) -> dict[str, object]:
    return {"physicalLocation": {**_artifact(place), "region": _region(place)}}


def _artifact(place: Place) -> dict[str, object]:
    return {"artifactLocation": {"uri": quote(os.fsencode(place.path)), "uriBaseId": BASE}}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fixes(finding: Finding) -> list[dict[str, object]]:
    if not isinstance(finding.fix, Replacement) or finding.personal:
        return []
    place = finding.fix.place
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": finding.fix.text}}
    change = {**_artifact(place), "replacements": [replacement]}
    description = {"text": _text(finding.help or finding.message)}
    return [{"description": description, "artifactChanges": [change]}]


def _text(text: str) -> str:
    """Return text that SARIF takes as it is: braces would be placeholders, [a](b) a link."""
    return _LINK.sub(r"\\[\1\\]", text.replace("{", "{{").replace("}", "}}"))


def rule_object(rule: Rule) -> dict[str, object]:
    """Return a rule as SARIF describes it: its first sentence, what and why, the whole page."""
    page = page_of(rule).rstrip("\n")
    paragraphs = [" ".join(part.split()) for part in page.split("\n\n")]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": first_sentence(page)},
        "fullDescription": {"text": "\n\n".join(paragraphs[:2])},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [rule.family]},
    }
