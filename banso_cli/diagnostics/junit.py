"""Findings as JUnit XML, which GitLab and Jenkins show as tests: one for each file.

Both read one failure of a test and no more, so it holds all findings of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from xml.etree import ElementTree as ET

from banso_cli.diagnostics.told import Told, counted, errors_and_warnings, related_lines
from banso_cli.locale import _
from banso_cli.records.finding import Finding, Severity

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(told: Told) -> str:
    """Return a test for each file of the roster and each file with findings, by path.

    A file with an error has failed; one with warnings only has failed where `strict`, and tells
    them as its output otherwise.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in told.roster.files}
    for finding in told.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    first = frozenset(map(id, told.first))
    cases = [_case(path, by_path[path], first, strict=told.strict) for path in sorted(by_path)]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": f"{len(cases)}", "failures": f"{failures}", "errors": "0", "time": "0"}
    root = ET.Element("testsuites", {"name": "banso", **counts})
    ET.SubElement(root, "testsuite", {"name": "banso validate", **counts}).extend(cases)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(
    path: str, findings: Sequence[Finding], told: AbstractSet[int], *, strict: bool
) -> ET.Element:
    """Return the test of a file; Jenkins refuses the attribute `file`, its name is the path."""
    named = _xml(path)
    case = ET.Element("testcase", classname=named.rpartition("/")[0] or ".", name=named, time="0")
    errors, warnings = errors_and_warnings(findings)
    lines = (line for finding in findings if id(finding) in told for line in _lines(finding))
    text = _xml("\n".join(lines))
    if errors or (warnings and strict):
        severity = Severity.ERROR if errors else Severity.WARNING
        message = _("{errors}, {warnings}").format(**counted(findings))
        ET.SubElement(case, "failure", message=message, type=severity.value).text = text
    elif warnings and text:
        ET.SubElement(case, "system-out").text = text
    return case


def _lines(finding: Finding) -> list[str]:
    place = finding.place
    first = f"{place.line}:{place.column}: {finding.severity}: {finding.message} [{finding.rule}]"
    return [first, *(f"  {line}" for line in (finding.help, *related_lines(finding)) if line)]


def _xml(text: str) -> str:
    """Return the text without what no XML file may hold."""
    return _NOT_XML.sub("", text)
