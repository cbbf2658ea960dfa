"""`banso match`, as an official would use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.periods.counts import counted
from tests.commands.running import Banso
from tests.matching.conftest import decided, of_period


def test_the_draft_is_checked_without_a_solver(
    banso: Banso, roster: Path, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banso_cli.tasks.match.searching.find_spec", lambda _name: None)
    run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert run.code == 0
    legal, proof = run.out.splitlines()
    assert legal.startswith("編成案は決まりに合っています。点は")
    assert proof == "証明できました。この案より点の高い編成はありません"
    refused = banso("match", "--period", "3", "--roster", roster)
    assert (refused.code, refused.out) == (3, "")
    assert "pip install 'banso[match]'" in refused.err


def test_the_same_input_gives_the_same_bytes(banso: Banso, roster: Path, drafted: Path) -> None:
    again = roster.parent / "again"
    banso("match", "--period", "3", "--roster", roster, "--output", again)
    files = [each.relative_to(drafted) for each in sorted(drafted.rglob("*")) if each.is_file()]
    assert len(files) == 6 + 3
    assert [(again / each).read_bytes() for each in files] == [
        (drafted / each).read_bytes() for each in files
    ]


def test_the_report_is_japanese_and_the_document_has_the_same_score(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    report = (drafted / "matching.md").read_text(encoding="utf-8")
    document = json.loads((drafted / "matching.json").read_text(encoding="utf-8"))
    assert report.startswith("# 第3期 伴走支援チームの編成案\n\nこの案より点の高い編成はありません")
    assert f"| 編成案の点 | {document['score']:,} |" in report
    assert (document["proven"], document["tied"]) == (True, True)
    assert (
        "\n| 全員の府省庁等が異なるチーム | 6 | 6チームのうち（前の期は6チームのうち5） |\n"
        in report
    )
    (town,) = document["towns"]
    assert (
        f"| {town['nearest']['name']}の代わりに | {town['least']}〜{town['nearest']['price']} |"
        in report
    )
    assert sum(points for _name, points in document["parts"]) == document["score"]
    shown = banso("match", "--period", "3", "--roster", roster)
    assert (shown.code, shown.out) == (0, report)


def test_drafts_in_a_roster_are_known_but_not_counted(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    before = banso("stats", "--roster", roster).out
    for file in (drafted / "teams/3").iterdir():
        target = roster / "teams/3" / file.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    assert banso("validate", "--roster", roster).code == 0
    assert banso("stats", "--roster", roster).out == before
    assert read_roster(roster).teams_by_period.keys() == {1, 2}
    assert banso("match", "--period", "3", "--roster", roster, "--check", roster).code == 0
    run = banso("match", "--period", "3", "--roster", roster, "--accept", roster)
    assert (run.code, run.out) == (0, "6チームを書きました\n")
    assert len(read_roster(roster).teams_by_period[3]) == 6


def test_accepted_drafts_are_teams_without_numbers_of_applications(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    shown = banso("match", "--period", "3", "--roster", roster, "--accept", drafted, "--diff")
    assert (shown.code, (roster / "teams/3").exists()) == (0, False)
    assert shown.out.count("\n+++ b/") == 6
    run = banso("match", "--period", "3", "--roster", roster, "--accept", drafted)
    assert (run.code, run.out) == (0, "6チームを書きました\n")
    teams = read_roster(roster).teams_by_period[3]
    assert not any(each.officer for team in teams for each in team.members)
    assert banso("validate", "--roster", roster).code == 0


def test_a_draft_that_breaks_a_rule_is_told_and_not_accepted(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    one, other = sorted((drafted / "teams/3").iterdir())[:2]
    officer = one.read_text("utf-8").partition("officer: ")[2].split()[0]
    theirs = other.read_text("utf-8").partition("officer: ")[2].split()[0]
    other.write_text(other.read_text("utf-8").replace(theirs, officer), encoding="utf-8")
    checked = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert checked.code == 1
    assert f"one-team: {officer}が2のチームに入っています" in checked.err
    run = banso("match", "--period", "3", "--roster", roster, "--accept", drafted)
    assert (run.code, (roster / "teams/3").exists()) == (1, False)


def test_one_officer_and_one_municipality_are_explained(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    document = json.loads((drafted / "matching.json").read_text("utf-8"))
    for whom in (
        document["teams"][0]["members"][0]["officer"],
        document["teams"][0]["code"],
        document["officers"][0]["name"],
    ):
        run = banso(
            *("match", "--period", "3", "--roster", roster, "--check", drafted, "--explain", whom)
        )
        assert run.code == 0
        assert "点" in run.out
    run = banso(
        *("match", "--period", "3", "--roster", roster, "--check", drafted, "--explain", "何町")
    )
    assert (run.code, run.out) == (2, "")


def test_a_decision_has_a_price(banso: Banso, roster: Path, drafted: Path) -> None:
    document = json.loads((drafted / "matching.json").read_text("utf-8"))
    officer, town = document["officers"][0]["name"], document["teams"][0]["code"]
    run = banso(
        *("match", "--period", "3", "--roster", roster, "--what-if", f"locks {officer} {town}")
    )
    assert run.code == 0
    assert run.out.startswith("案の点が")
    assert f"  {officer}: 待機→{document['teams'][0]['name']}" in run.out
    wrong = banso("match", "--period", "3", "--roster", roster, "--what-if", "locks 森町")
    assert (wrong.code, wrong.out) == (2, "")


def test_after_a_withdrawal_few_others_move(banso: Banso, roster: Path, drafted: Path) -> None:
    document = json.loads((drafted / "matching.json").read_text("utf-8"))
    gone = document["teams"][0]["members"][0]["officer"]
    file = roster / f"applications/3/officers/{gone}.yaml"
    file.write_text(file.read_text("utf-8") + "withdrawn: 異動\n", encoding="utf-8")
    after = roster.parent / "after"
    run = banso(
        *("match", "--period", "3", "--roster", roster, "--keep", drafted),
        *("--loss", "1%", "--output", after),
    )
    assert run.code == 0
    seats = {
        (team["code"], each["officer"])
        for team in json.loads((after / "matching.json").read_text("utf-8"))["teams"]
        for each in team["members"]
    }
    report = (after / "matching.md").read_text("utf-8")
    assert ("前の案から動く職員が少なく" in report) or ("証明済み" in report)
    before = {(t["code"], m["officer"]) for t in document["teams"] for m in t["members"]}
    assert len(before - seats) <= 3
    assert (
        counted(read_roster(roster), 3, "officers_applied")
        == len(of_period(roster, "officers")) - 1
    )


def test_contradictions_are_told_in_words_and_nothing_is_written(
    banso: Banso, roster: Path
) -> None:
    officer = of_period(roster, "officers")[0].stem
    towns = [each.stem.partition("-")[0] for each in of_period(roster, "municipalities")]
    decided(
        roster,
        "teams: 1\nserved:\n"
        + "".join(f'  - {{municipality: "{code}", reason: 約束}}\n' for code in towns[:2]),
    )
    run = banso("match", "--period", "3", "--roster", roster, "--output", roster.parent / "draft")
    assert run.code == 1
    assert "必ず支援する市町村は2、編成できるチームは1です" in run.err
    decided(
        roster,
        "locks:\n"
        + "".join(
            f'  - {{officer: {officer}, municipality: "{code}", reason: 約束}}\n'
            for code in towns[:2]
        ),
    )
    run = banso("match", "--period", "3", "--roster", roster, "--output", roster.parent / "draft")
    assert run.code == 1
    assert "one-team: 職員は一つのチームにだけ入る" in run.err
    assert "locks[1]" in run.err
    assert "locks[2]" in run.err
    assert "lead-rank" not in run.err
    assert not (roster.parent / "draft").exists()


def test_a_weight_that_moves_changes_some_teams(banso: Banso, roster: Path) -> None:
    run = banso("match", "--period", "3", "--roster", roster, "--sensitivity")
    assert run.code == 0
    assert "## 重みを動かしたとき" in run.out


def test_without_applications_or_rules_nothing_is_matched(banso: Banso, roster: Path) -> None:
    run = banso("match", "--period", "2", "--roster", roster)
    assert (run.code, run.out) == (2, "")
    assert "応募のある期: 3" in run.err
    file = of_period(roster, "officers")[0]
    file.write_text(file.read_text("utf-8") + "excluded: [どこか]\n", encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster)
    assert (run.code, run.out) == (1, "")
    assert "unknown-place" in run.err
    run = banso("match", "--period", "3", "--roster", roster, "--check", roster.parent / "none")
    assert run.code in {1, 3}
