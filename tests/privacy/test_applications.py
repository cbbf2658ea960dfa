"""What the files of applicants tell of persons is shown nowhere."""

from __future__ import annotations

from pathlib import Path

from banso_cli.privacy.shown import mask, shown_lines
from banso_cli.reading.folder import read_roster
from banso_cli.rules import check
from tests.overlays import BASE, as_lines, overlaid

OFFICER = """\
agency: 総務省
rank: 補佐級
gender: 女性
track: 技官
age: 41
gendr: 女性 # 女性
"""


def test_attributes_of_an_applicant_are_hidden_mistyped_keys_too() -> None:
    shown = [line.text for line in shown_lines(OFFICER)]
    assert shown == [
        *("agency: 総務省", "rank: 補佐級", f"gender: {mask()}", f"track: {mask()}"),
        *(f"age: {mask()}", f"gendr: {mask()} # {mask()}", ""),
    ]


def test_no_finding_tells_them(tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    file = overlay / "roster/applications/2/officers/R8-001.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(OFFICER.replace("女性", "女怪").replace("41", "四一"), encoding="utf-8")
    roster = read_roster(overlaid(overlay, tmp_path / "roster"))
    told = as_lines(check(roster))
    assert "R8-001" in told
    assert not {"女怪", "四一"} & set(told.split())
    assert "女怪" not in told


def test_the_base_roster_has_no_applications() -> None:
    assert not (BASE / "roster" / "applications").exists()
