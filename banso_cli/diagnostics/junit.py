"""Findings as JUnit XML, which GitLab and Jenkins show as tests: one for each file.

Both read one failure of a test and no more, so it holds all findings of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from banso_cli.diagnostics.plain import errors_and_warnings, related_lines
from banso_cli.locale import _, plural
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.roster import Roster

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(roster: Roster, findings: Iterable[Finding], *, strict: bool = False) -> str:
    """Return a test for each file of the roster and each file with findings, by path.

    A file with an error has failed; one with warnings only has failed where `strict`, and tells
    them as its output otherwise.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in roster.files}
    for finding in findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    cases = [_case(path, by_path[path], strict=strict) for path in sorted(by_path)]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": f"{len(cases)}", "failures": f"{failures}", "errors": "0", "time": "0"}
    root = ET.Element("testsuites", {"name": "banso", **counts})
    ET.SubElement(root, "testsuite", {"name": "banso validate", **counts}).extend(cases)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(path: str, findings: Sequence[Finding], *, strict: bool) -> ET.Element:
    named = _xml(path)
    folder = named.rpartition("/")[0]
    case = ET.Element("testcase", classname=folder, name=named, file=named, time="0")
    errors, warnings = errors_and_warnings(findings)
    told = _xml("\n".join(line for finding in findings for line in _lines(finding)))
    if errors or (warnings and strict):
        message = _("{errors}, {warnings}").format(
            errors=plural("{count} error", "{count} errors", errors),
            warnings=plural("{count} warning", "{count} warnings", warnings),
        )
        severity = Severity.ERROR if errors else Severity.WARNING
        ET.SubElement(case, "failure", message=message, type=severity.value).text = told
    elif warnings:
        ET.SubElement(case, "system-out").text = told
    return case


def _lines(finding: Finding) -> list[str]:
    place = finding.place
    first = f"{place.line}:{place.column}: {finding.severity}: {finding.message} [{finding.rule}]"
    return [first, *(f"  {line}" for line in (finding.help, *related_lines(finding)) if line)]


def _xml(text: str) -> str:
    """Return the text without what no XML file may hold."""
    return _NOT_XML.sub("", text)
