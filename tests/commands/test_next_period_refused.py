"""Lists of a next period that are refused, and options that do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.lists import listed
from tests.commands.running import Banso
from tests.commands.test_import_next_period import ADDING, MORI_AND_RUSUTSU, RUSUTSU, people, texts


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "municipalities/013455-mori.yaml",
            "population:\n",
            "population:\n  - {value: 9, measure: 住民基本台帳, date: 2027-01-01, source: 別}\n",
            "北海道森町: 住民基本台帳（2027-01-01）が13000人ですが、台帳には9人とあります",
        ),
        (
            "programme.yaml",
            "measures_in_force:\n",
            "measures_in_force:\n  - {period: 3, measure: 国勢調査, date: 2025-10-01, basis: 別}\n",
            "第3期に用いるとする人口は国勢調査（2025-10-01）で、住民基本台帳（2027-01-01）では",
        ),
    ],
)
def test_what_the_roster_has_otherwise_is_refused(
    name: str, old: str, new: str, message: str, banso: Banso, copied: Path
) -> None:
    file = copied / name
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    before = texts(copied)
    arguments = (*ADDING, "--out", copied, "--population", people(copied.parent))
    run = banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *arguments)
    assert (run.code, run.out, texts(copied)) == (1, "", before)
    assert message in run.err


def test_a_file_that_is_there_but_cannot_be_read_is_not_written_over(
    banso: Banso, copied: Path
) -> None:
    (copied / RUSUTSU).write_text("code: [\n", encoding="utf-8")
    before = texts(copied)
    run = banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *ADDING, "--out", copied)
    assert (run.code, run.out, texts(copied)) == (1, "", before)
    assert f"roster/{RUSUTSU} に誤りがあり" in run.err


def test_a_file_that_cannot_be_edited_is_told(banso: Banso, copied: Path) -> None:
    file = copied / "municipalities" / "013455-mori.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n", 3))
    before = file.read_bytes()
    arguments = (*ADDING, "--out", copied, "--population", people(copied.parent))
    run = banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *arguments)
    assert (run.code, run.out, file.read_bytes()) == (1, "", before)
    assert "roster/municipalities/013455-mori.yaml を書き換えられません: 改行が2種類" in run.err


@pytest.mark.parametrize("number", ["4", "9"])
def test_a_period_that_follows_on_none_is_asked_for(
    number: str, banso: Banso, copied: Path
) -> None:
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    run = banso("import", file, "--period", number, "--add-municipalities", "--out", copied)
    assert (run.code, run.out) == (2, "")
    assert f"banso new period {number} --fiscal-year" in run.err


@pytest.mark.parametrize(
    ("options", "needed"),
    [
        (("--population", "people.xlsx"), "--add-municipalities"),
        (("--add-municipalities", "--date", "2027-01-01"), "--population"),
        (("--measure", "国勢調査"), "--population"),
    ],
)
def test_options_without_what_they_go_with_are_wrong_usage(
    options: tuple[str, ...], needed: str, banso: Banso, copied: Path
) -> None:
    file = listed(copied.parent, *MORI_AND_RUSUTSU)
    run = banso("import", file, "--period", "3", "--out", copied, *options)
    assert (run.code, run.out) == (2, "")
    assert f"対処: {needed} を加えてください" in run.err


def test_a_file_of_people_that_is_not_there_cannot_be_read(banso: Banso, copied: Path) -> None:
    arguments = (*ADDING, "--out", copied, "--population", copied / "none.xlsx")
    run = banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *arguments)
    assert (run.code, run.out) == (3, "")
    assert "none.xlsx がありません" in run.err


def test_a_made_up_roster_is_given_no_real_municipality(banso: Banso, copied: Path) -> None:
    programme = copied / "programme.yaml"
    programme.write_text(f"{programme.read_text('utf-8')}fictional: true\n", encoding="utf-8")
    run = banso("import", listed(copied.parent, *MORI_AND_RUSUTSU), *ADDING, "--out", copied)
    assert run.code == 1
    assert "municipalities/ にありません" in run.err
