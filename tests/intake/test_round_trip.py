"""There and back: what is edited in the workbook is what the same edits of the files make."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from banso_cli.editing.edits import Edit
from banso_cli.editing.revising import Order
from banso_cli.example import SEED, TEAMS
from banso_cli.example.files import made_up_files
from banso_cli.files.atomic import write_all
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from tests.commands.running import ROSTER
from tests.conftest import BASE
from tests.intake.editing_by_hand import (
    KAHOKU,
    KANOYA,
    MORI,
    NAGISO,
    OFUNATO,
    SOURCE,
    ByHand,
    back,
    exported,
)

TREE = dict[str, Any]
EDITED = (MORI, OFUNATO, KAHOKU, NAGISO, KANOYA)
TEXTS = (
    "漁港の視察",
    "#1 の件",
    "- 一つ",
    "a: b",
    "'引用'",
    '"',
    "はい、[1]",
    "3",
    "2026-01-01",
    "no",
)
DAYS = (dt.date(2026, 4, 20), dt.date(2026, 5, 1), dt.date(2026, 12, 24))

texts, days = st.sampled_from(TEXTS), st.sampled_from(DAYS)
nothing = st.none()


def of_team(key: str) -> Callable[[TREE, int, Any], None]:
    return lambda team, _at, value: team.update({key: value})


def of_entry(key: str, *keys: str) -> Callable[[TREE, int, Any], None]:
    """Return what writes a value into an entry of a list, under one or two further keys."""

    def write(team: TREE, at: int, value: Any) -> None:  # noqa: ANN401 - of any field
        entry = team[key][at]
        if len(keys) > 1:
            inner = {**(entry.get(keys[0]) or {}), keys[1]: value}
            entry[keys[0]] = inner if any(inner.values()) else None
        else:
            entry[keys[0]] = value

    return write


def theme(team: TREE, at: int, value: str) -> None:
    team["themes"] = (*team["themes"][:at], value, *team["themes"][at + 1 :])


def seat(number: int) -> Callable[[TREE, int, Any], None]:
    def write(team: TREE, at: int, value: object) -> None:
        others = {*team["activities"][at]["attended"]} - {number}
        team["activities"][at]["attended"] = tuple(sorted(others | ({number} if value else set())))

    return write


# sheet, head, what may be written, what the same is in the file, and what writes it there
COLUMNS: tuple[tuple[str, str, st.SearchStrategy[Any], Callable[[Any], Any], Any], ...] = (
    ("チーム", "番号", st.integers(6, 9), int, of_team("number")),
    (
        *("チーム", "継続・新規", st.sampled_from(["継続", "新規"])),
        *({"継続": "continuing", "新規": "new"}.get, of_team("status")),
    ),
    (
        *("チーム", "市町村名（原文）", texts | nothing),
        *(lambda value: value and {"municipality": value}, of_team("printed")),
    ),
    (
        *("チーム", "推定した事項", st.lists(texts, max_size=3).map("\n".join)),
        *(lambda value: tuple(value.splitlines()), of_team("assumptions")),
    ),
    (
        "支援官",
        "所属府省庁等",
        st.sampled_from(["環境省", "財務省"]),
        str,
        of_entry("members", "agency"),
    ),
    ("支援官", "役職", st.sampled_from(["係長級", "指定職"]), str, of_entry("members", "rank")),
    (
        "支援官",
        "所属（原文）",
        texts | nothing,
        lambda v: v,
        of_entry("members", "printed", "agency"),
    ),
    ("支援テーマ", "テーマ", st.sampled_from(["観光", "環境"]), str, theme),
    (
        *("活動", "形式", st.sampled_from(["現地訪問", "座談会"])),
        *({"現地訪問": "visit", "座談会": "round_table"}.get, of_entry("activities", "kind")),
    ),
    ("活動", "日", days, lambda value: value, of_entry("activities", "date")),
    ("活動", "終わりの日", days | nothing, lambda value: value, of_entry("activities", "until")),
    ("活動", "回", st.integers(1, 12) | nothing, lambda v: v, of_entry("activities", "number")),
    ("活動", "内容", texts | nothing, lambda value: value, of_entry("activities", "subject")),
    ("活動", "席1", st.sampled_from(["○", None]), bool, seat(1)),
    ("活動", "席2", st.sampled_from(["○", None]), bool, seat(2)),
    (
        *("活動", "訪問先", st.lists(texts, max_size=3).map("\n".join)),
        *(lambda value: tuple(value.splitlines()), of_entry("activities", "places")),
    ),
    ("活動", "次の予定", texts | nothing, lambda value: value, of_entry("activities", "next")),
    ("出典", "資料名", texts, str, of_entry("sources", "title")),
    ("出典", "資料の日付", days | nothing, lambda value: value, of_entry("sources", "date")),
    ("出典", "注", texts | nothing, lambda value: value, of_entry("sources", "note")),
)
ROWS = {"支援官": "members", "支援テーマ": "themes", "活動": "activities", "出典": "sources"}


def expected(team: Team, tree: TREE, added: list[TREE], roster: Roster, folder: Path) -> str:
    """Return the file of a team by the same edits, made in the record itself."""
    origins: list[int | None] = [*range(len(tree["activities"]))]
    activities = [*tree["activities"]]
    for new in added:
        at = max((n + 1 for n, a in enumerate(activities) if a["date"] <= new["date"]), default=0)
        activities.insert(at, new)
        origins.insert(at, None)
    tree["activities"] = tuple(activities)
    after = Team.model_validate({key: value for key, value in tree.items() if value is not None})
    changed = [key for key in ("status", "themes") if getattr(team, key) != getattr(after, key)]
    moved: dict[str, Order] = {"activities": origins} if added else {}
    if not {each.title for each in after.sources if not each.of} <= {
        each.title for each in team.sources
    }:
        changed = []  # a source of the whole file was given by hand
    if changed:
        cited = SOURCE.model_copy(update={"of": tuple(changed)})
        after = after.model_copy(update={"sources": (*after.sources, cited)})
    change = Edit(team.id, team, after, moved).change(roster, folder)
    return change.after.decode()


@pytest.fixture(scope="module")
def hand_of_many(made: bytes, shared: Path) -> ByHand:
    """Return a workbook for many rounds of edits."""
    return ByHand(shared, made)


@settings(max_examples=30, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_random_edits_are_those_of_the_files(data: st.DataObject, hand_of_many: ByHand) -> None:
    hand, shared = hand_of_many, hand_of_many.roster
    hand.undo()
    roster = read_roster(shared)
    teams = {team.id: team for team in roster.teams}
    trees: dict[str, TREE] = {record: teams[record].model_dump() for record in EDITED}
    added: dict[str, list[TREE]] = {record: [] for record in EDITED}
    for _edit in range(data.draw(st.integers(1, 6))):
        sheet, head, values, meant, write = data.draw(st.sampled_from(COLUMNS))
        record = data.draw(st.sampled_from(EDITED))
        count = len(getattr(teams[record], ROWS[sheet])) if sheet in ROWS else 1
        if sheet == "支援テーマ":
            count = min(len(trees[record]["themes"]) + 1, 3)
        if count:
            at, value = data.draw(st.integers(0, count - 1)), data.draw(values)
            hand.write(sheet, f"{record}#{at + 1}" if sheet in ROWS else record, **{head: value})
            write(trees[record], at, meant(value))
    for record in data.draw(st.lists(st.sampled_from(EDITED), max_size=2, unique=True)):
        day, subject = data.draw(days), data.draw(texts)
        number = teams[record].number
        hand.add("活動", チーム=number, 形式="座談会", 日=day, 内容=subject)
        added[record].append({"kind": "round_table", "date": day, "subject": subject})
    changes = {each.record: each.after.decode() for each in hand.taken_back().changes}
    for record in EDITED:
        before = (shared / f"{record}.yaml").read_text("utf-8")
        after = expected(teams[record], trees[record], added[record], roster, shared)
        assert changes.get(record, before) == after


def through_libreoffice(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return workbooks as LibreOffice saves them, all in one run of it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--convert-to", "xlsx", "--outdir", "saved")
    command = [office, profile, *options, *(f"{name}.xlsx" for name in files)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return {name: (folder / "saved" / f"{name}.xlsx").read_bytes() for name in files}


def made_up(folder: Path, teams: int = TEAMS) -> Path:
    files = made_up_files(teams, SEED)
    write_all({folder / path: data for path, data in files.items()})
    return folder


ROSTERS: dict[str, tuple[Callable[[Path], Path], int]] = {
    "public": (lambda folder: shutil.copytree(ROSTER, folder), 2),
    "made up": (made_up, 2),
    "made up, period 1": (lambda folder: made_up(folder, 20), 1),
    "small": (lambda folder: shutil.copytree(BASE, folder), 2),
}


def test_trips_through_libreoffice_bring_back_what_was_edited(hand: ByHand, tmp_path: Path) -> None:
    rosters = {name: make(tmp_path / f"of {name}") for name, (make, _) in ROSTERS.items()}
    files = {name: exported(rosters[name], period) for name, (_, period) in ROSTERS.items()}
    hand.write("チーム", MORI, 番号=7)
    hand.write("活動", f"{OFUNATO}#2", 日=DAYS[1], 訪問先="役場\n朝市")
    hand.add(
        "活動", チーム="03 山形県河北町", 形式="現地訪問", 日=dt.date(2026, 6, 1), 回=1, 席1="○"
    )
    by_hand = {each.record: each.after for each in hand.taken_back().changes}
    saved = through_libreoffice(tmp_path, {**files, "edited": hand.data})
    for name, roster in rosters.items():
        for data in (files[name], saved[name]):
            found = back(data, roster)
            assert (found.changes, found.findings) == ((), ()), name
            assert (found.edited.ignored, found.edited.missing) == ([], {}), name
    found = back(saved["edited"], hand.roster)
    assert {each.record: each.after for each in found.changes} == by_hand
    assert set(by_hand) == {MORI, OFUNATO, KAHOKU}
