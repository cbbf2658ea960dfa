"""What a text means without what the rules of text object to."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.rules import RULES, check
from banso_cli.text.meaning import as_meant
from tests.overlays import BASE, CASES, SCENARIOS, folders, overlaid


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("総務省", "総務省"),
        ("総務省 ", "総務省"),
        ("\u3000総務省\u00a0", "総務省"),
        ("移住\uff65定住", "移住・定住"),
        ("\uff76\uff9e\uff9e", "ガ\u3099"),
        ("観\u200b光", "観光"),
        ("葛\U000e0100城市", "葛城市"),
        ("か\u3099", "が"),
        ("\ufa19社", "神社"),
        ("宮﨑", "宮﨑"),
        ("観光\n", "観光"),
        ("ＩＣＴ", "ＩＣＴ"),
        ("013455", "013455"),
        ("未定", ""),
        (" tbd ", ""),
        ("TBD", ""),
        ("〇〇町", ""),
        ("　", ""),
        ("未定の町", "未定の町"),
    ],
)
def test_a_text_is_meant_without_what_rules_of_text_object_to(written: str, meant: str) -> None:
    assert as_meant(written) == meant
    assert as_meant(meant) == meant


def test_only_rules_that_say_so_carry_an_edit_and_each_does_in_some_case(tmp_path: Path) -> None:
    fixable = set()
    for number, case in enumerate((*folders(CASES), *folders(SCENARIOS))):
        if (case / "failing").is_dir():
            roster = read_roster(overlaid(case / "failing", tmp_path / str(number)))
            fixable |= {finding.rule for finding in check(roster) if finding.fixable}
    assert fixable == {rule.id for rule in RULES if rule.fixable}


def test_the_base_roster_is_where_cases_begin() -> None:
    assert check(read_roster(BASE / "roster")) == ()
