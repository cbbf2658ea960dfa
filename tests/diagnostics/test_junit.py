"""Findings as JUnit XML, read back by a reader of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, TestSuite

from banso_cli.diagnostics.junit import document as as_junit
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place
from tests.diagnostics.awkward import FINDINGS, LATE, REAL, real, telling, with_files

EXPECTED = """<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="banso" tests="4" failures="1" errors="0" time="0">
  <testsuite name="banso validate" tests="4" failures="1" errors="0" time="0">
    <testcase classname="roster" name="roster/agencies.yaml" time="0" />
    <testcase classname="roster/periods" name="roster/periods/2.yaml" time="0">
      <system-out>3:1: warning: 警告だけ\rのファイル\u2028 [long-part]</system-out>
    </testcase>
    <testcase classname="roster/teams/2" name="roster/teams/2/012345-吉野家, 50%:.yaml"\
 time="0">
      <failure message="2 件のエラー・0 件の警告" type="error">\
1:1: error: 名前が違う [misnamed-file]
  改名する
5:10: error: 「𠮷野」は"産業|振興"の &lt;b&gt;別名&lt;/b&gt;, 100%です
次の行: `x_y` &amp; [$1$](u) {0} ~a~ \\ [alias-for-name]
  産業振興 と書く
  roster/themes.yaml:2:9: 名前はここ
  roster/themes.yaml:3:3: 別名はここ</failure>
    </testcase>
    <testcase classname="roster" name="roster/themes.yaml" time="0">
      <system-out>2:3: warning: 三行にわたる [long-part]</system-out>
    </testcase>
  </testsuite>
</testsuites>
"""


def parsed(text: str) -> TestSuite:
    """Return the one suite of a report."""
    (suite,) = JUnitXml.fromstring(text.encode())
    assert isinstance(suite, TestSuite)
    return suite


def test_the_report_is_this(base_roster: Roster) -> None:
    assert as_junit(telling(with_files(base_roster), FINDINGS)) == EXPECTED


def test_where_warnings_count_they_are_failures(base_roster: Roster) -> None:
    text = as_junit(telling(with_files(base_roster), FINDINGS, strict=True))
    assert parsed(text).failures == 3
    assert '<failure message="0 件のエラー・1 件の警告" type="warning">3:1: warning' in text
    assert "system-out" not in text


def test_a_clean_roster_passes_with_a_test_for_each_file(base_roster: Roster) -> None:
    suite = parsed(as_junit(telling(base_roster, ())))
    assert [case.name for case in suite] == sorted(base_roster.files)
    assert (suite.tests, suite.failures) == (len(base_roster.files), 0)
    assert all(case.is_passed for case in suite)


@pytest.mark.parametrize("case", REAL)
def test_counts_and_places_are_those_of_the_findings(case: str, tmp_path: Path) -> None:
    roster, findings = real(case, tmp_path)
    suite = parsed(as_junit(telling(roster, findings, strict=True)))
    failed = [test for test in suite if not test.is_passed]
    paths = {finding.place.path for finding in findings}
    assert {test.name for test in failed} == paths
    assert (suite.tests, suite.failures) == (len(list(suite)), len(failed))
    assert {test.name for test in suite} == {*roster.files, *paths}
    for test in failed:
        (failure,) = test.result
        assert isinstance(failure, Failure)
        assert all(
            finding.rule in str(failure.text)
            for finding in findings
            if finding.place.path == test.name
        )


@given(st.text(), st.text(min_size=1))
def test_every_text_makes_xml(base_roster: Roster, message: str, name: str) -> None:
    finding = Finding(Place(name, 1, 1, 1, 1), message, rule="x", severity=Severity.ERROR)
    root = ET.fromstring(as_junit(telling(replace(base_roster, files=()), [finding])).encode())  # noqa: S314
    (failure,) = root.iter("failure")
    told = "".join(
        letter
        for letter in message.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\t\n" or (letter >= " " and letter not in "\ufffe\uffff")
    )
    assert failure.text == f"1:1: error: {told} [x]"


def test_what_is_not_unicode_is_left_out(base_roster: Roster) -> None:
    finding = Finding(Place(f"{LATE}\udc80", 1, 1, 1, 1), "\ud800誤り", rule="x")
    text = as_junit(telling(replace(base_roster, files=()), [finding]))
    assert [case.name for case in parsed(text)] == [LATE]
    assert "error: 誤り [x]" in text


def test_of_all_findings_as_many_are_told_as_asked_for_and_all_are_counted(
    base_roster: Roster,
) -> None:
    text = as_junit(telling(with_files(base_roster), FINDINGS, 1, strict=True))
    assert parsed(text).failures == 3
    assert '<failure message="2 件のエラー・0 件の警告" type="error">1:1: error' in text
    assert "alias-for-name" not in text
    assert "system-out" not in as_junit(telling(with_files(base_roster), FINDINGS, 1))


JENKINS = {
    "testsuites": ("name", "time", "tests", "failures", "errors"),
    "testsuite": ("name", "tests", "failures", "errors", "time"),
    "testcase": ("name", "time", "classname"),
    "failure": ("type", "message"),
    "system-out": (),
}
"""Elements and attributes that the schema of Jenkins' xUnit plugin (junit-10) knows, of ours."""


@pytest.mark.parametrize("case", REAL)
def test_jenkins_and_gitlab_know_every_element_and_attribute(case: str, tmp_path: Path) -> None:
    roster, findings = real(case, tmp_path)
    for element in ET.fromstring(as_junit(telling(roster, findings, strict=True))).iter():  # noqa: S314
        assert set(element.attrib) <= set(JENKINS[element.tag])
        if element.tag == "testsuite":
            assert set(element.attrib) >= {"name", "tests", "failures", "errors"}
        if element.tag == "testcase":  # GitLab tells tests apart by both
            assert element.attrib["name"]
            assert element.attrib["classname"]


def test_a_file_at_the_top_has_a_class_too(base_roster: Roster) -> None:
    text = as_junit(telling(replace(base_roster, files=("programme.yaml",)), ()))
    assert '<testcase classname="." name="programme.yaml" time="0" />' in text
