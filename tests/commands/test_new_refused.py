"""`banso new`: what it refuses, and the public roster."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.new_records import MEMBERS, MORI, POPULATION, New, contents
from tests.commands.running import ROSTER, Banso

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Return a copy of the real roster."""
    return shutil.copytree(ROSTER, tmp_path / "roster")


@pytest.fixture
def new(banso: Banso, copied: Path) -> New:
    return New(banso, copied)


@pytest.fixture
def unchanged(new: New) -> Iterator[None]:
    before = contents(new.roster)
    yield
    assert contents(new.roster) == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("municipality", "森町"), 2, "may mean 2 municipalities: 013455 北海道森町, 224618"),
        (("municipality", "盛町"), 2, "no municipality is called '盛町'"),
        (("municipality", "013455", *POPULATION), 1, "北海道森町 is already there: roster/munici"),
        (("municipality", "014010"), 2, "--population 13582 --measure 住民基本台帳 --date"),
        (("municipality", "014010", *POPULATION[:2]), 2, "each population wants its measure"),
        (("municipality", "014010", *POPULATION, *POPULATION), 2, "each population wants"),
        (("municipality", "014010", *POPULATION, "--population", "９a"), 2, "a number is due"),
        (("municipality", "014010", *POPULATION, "--date", "1月"), 2, "such as 2026-04-01"),
        (("municipality", "014010", *POPULATION, "--measure", "\x08"), 2, "a text of one line"),
        (("municipality", "014010", *POPULATION[:3], " "), 2, "a text of one line is due here"),
        (("municipality", "014010", *POPULATION[:3], " 資料"), 1, "[edge-blank]"),
        (("team", "森町", "--period", "9", "--number", "1", *MEMBERS), 2, "new period 9 --fis"),
        (("team", "森町", "--period", "2", "--number", "9", *MEMBERS), 1, f"there: {MORI}"),
        (("team", "仁木町", "--period", "2", "--number", "1", *MEMBERS), 1, f"taken: {MORI}"),
        (
            ("team", "共和町", "--period", "2", "--number", "9", *MEMBERS),
            2,
            "banso new municipality 014010 (北海道共和町)",
        ),
        (("team", "盛町", "--period", "2", "--number", "9", *MEMBERS), 2, "no municipality is"),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--member", "総務省"),
            2,
            "--member: '総務省' has not two parts",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--member", "甲/乙"),
            2,
            "nothing was written",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--exception", "x"),
            2,
            "--exception: 'x' has not two parts",
        ),
        (
            ("team", "仁木町", "--period", "2", "--number", "9", *MEMBERS, "--theme", "漢光"),
            1,
            "[unknown-theme]",
        ),
        (("team", "仁木町", "--period", "2", "--number", "9"), 2, "--member"),
        (("theme", "tourism", "別", "--source", "資料"), 1, "tourism is already there: themes"),
        (("theme", "new", "移住定住", "--source", "資料"), 1, "移住定住 is already there: themes"),
        (("theme", "New", "新", "--source", "資料"), 2, "no short name of small letters"),
        (("theme", "new", "新"), 2, "--source"),
        (("agency", "総 務省", "--kind", "府省庁"), 1, "総務省 is already there: agencies.yaml"),
        (("agency", "新庁", "--kind", "官庁"), 2, "'官庁' is not one of"),
        (("agency", "新庁", "--kind", "府省庁", "--parent", "総務庁"), 1, "[unknown-agency]"),
        (("agency", "新庁", "--kind", "府省庁", "--after", "総務庁"), 2, "did you mean: 総務省"),
        (("period", "2", "--fiscal-year", "2026"), 1, "2 is already there: roster/periods/2.yaml"),
        (("period", "3", "--fiscal-year", "2027", "--url", "https://x.jp/"), 2, "add --source"),
        (("period", "3", "--fiscal-year", "2027", "--end", "2027-01-01"), 1, "roster/periods/3"),
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_what_is_there_or_would_be_wrong_is_refused(
    arguments: tuple[str, ...], code: int, message: str, new: New
) -> None:
    run = new(*arguments)
    assert (run.code, run.out) == (code, "")
    assert message in run.err


def test_a_list_with_faults_is_not_added_to(new: New) -> None:
    file = new.roster / "themes.yaml"
    file.write_text(file.read_text("utf-8") + "  - id: x\n")
    run = new("theme", "sports", "スポーツ", "--source", "資料")
    assert run.code == 1
    assert "themes.yaml has faults; nothing was written" in run.err
    file.write_text("themes: [\n")
    assert new("theme", "sports", "スポーツ", "--source", "資料").code == 1


def test_a_list_that_banso_does_not_format_is_not_added_to(new: New) -> None:
    file = new.roster / "themes.yaml"
    text = "? themes\n: " + file.read_text("utf-8").partition("\n")[2].lstrip()
    file.write_text(text, "utf-8")
    run = new("theme", "sports", "スポーツ", "--source", "資料")
    assert run.code == 1
    assert "themes.yaml: line 1 is written in a way that banso does not format" in run.err
    assert file.read_text("utf-8") == text


def test_a_file_of_that_name_that_is_no_record_is_kept(new: New) -> None:
    (new.roster / "periods" / "3.yaml").mkdir()
    run = new("period", "3", "--fiscal-year", "2027")
    assert run.code == 1
    assert "roster/periods/3.yaml is already there; nothing was written" in run.err


def test_without_a_programme_the_measure_has_to_be_given(new: New) -> None:
    (new.roster / "programme.yaml").write_text("name: x\n")
    assert new("municipality", "014010", *POPULATION).code == 2
    run = new("municipality", "014010", *POPULATION, "--measure", "一", "--date", "2025-01-01")
    assert run.code == 0
    assert new("period", "3", "--fiscal-year", "2027").err == ""


def test_an_error_is_told_with_what_to_write(banso: Banso, public: Path) -> None:
    run = New(banso, public)("agency", "新庁", "--kind", "府省庁", "--parent", "謎")
    assert run.code == 1
    assert run.err.count("help: ") == 1


MEASURE = """  - period: 3
    measure: 住民基本台帳
    date: 2025-01-01
    basis: 第2期と同じ
"""


def test_the_public_roster_takes_new_records(banso: Banso, public: Path) -> None:
    new = New(banso, public)
    assert new("municipality", "014010", *POPULATION).code == 0
    assert new("theme", "sports", "スポーツ", "--source", "資料").code == 0
    assert new("agency", "観光庁", "--kind", "府省庁", "--parent", "国土交通省").code == 0
    assert new("period", "3", "--fiscal-year", "2027").code == 0
    assert new("team", "共和町", "--period", "3", "--number", "1", *MEMBERS).code == 0
    assert "[period-without-measure]" in banso("validate", "--roster", public).out
    programme = public / "programme.yaml"
    text = programme.read_text("utf-8").replace("  - period: 2\n", f"{MEASURE}  - period: 2\n")
    programme.write_text(text, "utf-8")
    assert banso("validate", "--roster", public).code == 0
    assert banso("fmt", "--check", "--roster", public).code == 0
