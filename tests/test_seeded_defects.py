"""A roster with forty seeded defects in eight files, one of them unparsable."""

from __future__ import annotations

from pathlib import Path

from banso_cli.cli import main
from banso_cli.reading.folder import read_roster
from banso_cli.rules import check
from tests.overlays import SCENARIOS, overlaid

SEEDED = SCENARIOS / "forty-defects-in-eight-files"


def test_each_defect_gives_one_finding_and_nothing_else_does(tmp_path: Path) -> None:
    """`expected.txt` of the case lists them with their places; here they are counted."""
    folder = overlaid(SEEDED / "failing", tmp_path)
    findings = check(read_roster(folder))
    assert len(findings) == 40
    assert len({finding.place.path for finding in findings}) == 8
    assert [finding.place for finding in findings] == sorted(each.place for each in findings)
    unread = [finding for finding in findings if finding.rule == "unquoted-mark"]
    assert len(unread) == 1
    assert not any("013455" in each.message for each in findings if each not in unread)
    assert main(["validate", "--roster", str(folder), "--format", "json"]) == 1
