"""What `banso match` refuses, and what it says of a draft by hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.commands.running import Banso
from tests.matching.conftest import decided, of_period


def test_a_draft_by_hand_says_what_the_applications_say(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    file = min((drafted / "teams/3").iterdir())
    text = file.read_text("utf-8")
    agency = text.partition("agency: ")[2].splitlines()[0]
    officer = text.partition("officer: ")[2].splitlines()[0]
    other = next(each for each in ("総務省", "環境省") if each != agency)
    for changed, told in (
        (text.replace(f"agency: {agency}", f"agency: {other}", 1), f"{officer}の応募は「{agency} "),
        (
            text.replace(f"    officer: {officer}\n", "", 1),
            "1人目に応募番号（officer）がありません",
        ),
        (text + "members: [\n", "[broken-yaml]"),
    ):
        file.write_text(changed, encoding="utf-8")
        run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
        assert (run.code, run.out, told in run.err) == (1, "", True)
        assert file.name in run.err
    file.write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert (run.code, run.err) == (
        *(0, "draft: true のないチームが1件あります。案として見ていません\n"),
    )
    file.write_text(text, encoding="utf-8")
    (file.parent / "zz.yaml").write_text(text, encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert (run.code, "も同じ市町村の案です" in run.err) == (1, True)


def test_a_folder_holds_one_draft_and_teams_are_not_replaced(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    stale = drafted / "teams/3/999999-x.yaml"
    stale.write_text(min((drafted / "teams/3").iterdir()).read_text("utf-8"), encoding="utf-8")
    banso("match", "--period", "3", "--roster", roster, "--output", drafted)
    assert not stale.exists()
    assert banso("match", "--period", "3", "--roster", roster, "--accept", drafted).code == 0
    again = banso("match", "--period", "3", "--roster", roster, "--accept", drafted)
    assert (again.code, "第3期にはすでにチームがあります" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--what-if", "locks R9-001"), "決定として読めません"),
        (("--what-if", "served どこか町"), "「どこか町」に当たる応募がない"),
        (("--explain", "R9-999"), "「R9-999」に当たる応募がない"),
        (("--keep", "nowhere"), "nowhere に第3期の編成案がありません"),
        (("--output", "roster/draft"), "は台帳"),
        (("--output", "roster/programme.yaml/draft"), "は台帳"),
        (("--output", "file/draft"), "途中にフォルダーでないものがあります"),
    ],
)
def test_what_is_asked_is_read_before_the_search(
    banso: Banso,
    roster: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(roster.parent)
    Path("file").write_text("", encoding="utf-8")
    monkeypatch.setattr("banso_cli.tasks.match.matching.solved", lambda *_args, **_more: 1 / 0)
    run = banso("match", "--period", "3", *options)
    assert (run.code in {2, 3}, run.out, told in run.err) == (True, "", True)


def test_a_folder_that_may_not_be_written_to_is_told_before_the_search(
    banso: Banso, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, mode, **_more: mode != os.W_OK)
    run = banso("match", "--period", "3", "--roster", roster, "--output", roster.parent / "draft")
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"banso: {roster.parent / 'draft'} に書き込めません（")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--diff",), "--diff は --accept とともに使います"),
        (("--loss", "1%"), "--loss は --keep とともに使います"),
        (("--check", "x", "--what-if", "served 1"), "--what-if は --check とともには使えません"),
        (("--accept", "x", "--output", "y"), "--output は --accept とともには使えません"),
        (("--explain", "x", "--output", "y"), "--output は --explain とともには使えません"),
        (("--what-if", ""), "「」は決定として読めません"),
        (("--what-if", "locks R9-999 012840"), "「R9-999」に当たる応募がない"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    banso: Banso, roster: Path, options: tuple[str, ...], told: str
) -> None:
    run = banso("match", "--period", "3", "--roster", roster, *options)
    assert (run.code, run.out, told in run.err) == (2, "", True)


def test_not_even_one_team_is_told_by_counting(banso: Banso, roster: Path) -> None:
    output = ("--output", roster.parent / "draft")
    decided(roster, "teams: 0\n")
    run = banso("match", "--period", "3", "--roster", roster, *output)
    assert (run.code, run.out, "編成できるチームの数が0です" in run.err) == (1, "", True)
    decided(roster, "teams: 6\n")
    for file in of_period(roster, "officers"):
        lines = file.read_text("utf-8").splitlines()
        ranked = ["rank: 係長級" if each.startswith("rank:") else each for each in lines]
        file.write_text("\n".join(ranked) + "\n", encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster, *output)
    assert "補佐級以上は0名で、1チームに1名ずつは置けません" in run.err
    assert not (roster.parent / "draft").exists()


def test_a_municipality_that_is_served_and_declined_is_told(banso: Banso, roster: Path) -> None:
    code = of_period(roster, "municipalities")[0].stem.partition("-")[0]
    both = (
        f'{name}:\n  - {{municipality: "{code}", reason: 試験}}\n'
        for name in ("served", "declined")
    )
    decided(roster, "".join(both))
    run = banso("match", "--period", "3", "--roster", roster)
    assert (run.code, "served[1]とdeclined[1]: " in run.err) == (1, True)


def test_a_report_tells_what_was_decided(banso: Banso, roster: Path, drafted: Path) -> None:
    team = json.loads((drafted / "matching.json").read_text("utf-8"))["teams"][0]
    officer = team["members"][0]["officer"]
    seat = f'officer: {officer}, municipality: "{team["code"]}"'
    decided(roster, f"teams: 6\nlocks:\n  - {{{seat}, reason: 約束}}\n")
    run = banso("match", "--period", "3", "--roster", roster)
    assert f"| locks[1] | {officer} {team['name']} | この市町村に置く | 約束 |" in run.out
    assert "| 決めた配置 |" in run.out
