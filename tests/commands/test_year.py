"""The year of a team on the command line: activities, contact, a calendar, changes of members."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.commands.running import Banso

VISIT = ("new", "activity", "森町", "visit", "2026-06-19..2026-06-20")
FILE = "teams/2/013455-mori.yaml"


def test_an_activity_is_put_behind_the_others_and_nothing_else_changes(
    banso: Banso, copied: Path
) -> None:
    before = (copied / FILE).read_text(encoding="utf-8")
    run = banso(
        *(*VISIT, "--roster", copied, "--attended", "1,2", "--subject", "課題を聞く"),
        *("--place", "役場", "--place", "港", "--next", "会議", "--next-date", "2026-07-10"),
        *("--source", "町のページ", "--url", "https://example.jp/"),
    )
    assert (run.code, run.err) == (0, "")
    added = (
        "activities:\n  - kind: visit\n    date: 2026-06-19\n    until: 2026-06-20\n"
        "    number: 1\n    subject: 課題を聞く\n    attended: [1, 2]\n    places:\n"
        "      - 役場\n      - 港\n    next: 会議\n    next_date: 2026-07-10\n    sources:\n"
        "      - title: 町のページ\n        url: https://example.jp/\n"
    )
    assert (copied / FILE).read_text(encoding="utf-8").replace(added, "") == before
    banso("new", "activity", "森町", "現地訪問", "2026-08-01", "--roster", copied)
    assert "number: 2" in (copied / FILE).read_text(encoding="utf-8")
    shown = banso("show", "森町", "--roster", copied).out
    assert "令和8年6月19日～令和8年6月20日 第1回現地訪問 課題を聞く。役場、港" in shown
    assert "次の予定" not in shown  # the last one tells of nothing
    banso("new", "activity", "森町", "talk", "2026-09-01", "--next", "会議", "--roster", copied)
    text = (copied / FILE).read_text(encoding="utf-8")
    assert "kind: talk\n    date: 2026-09-01\n    next: 会議\n" in text
    assert "次の予定: 会議" in banso("show", "森町", "--roster", copied).out
    banso("new", "activity", "森町", "talk", "2026-05-01", "--next", "視察", "--roster", copied)
    assert "次の予定: 会議" in banso("show", "森町", "--roster", copied).out  # that day is newer


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("森町", "visit", "2020-01-01"), 2, "どの期にも含まれません"),
        (("森町", "visit", "2025-06-01"), 2, "第1期に、北海道森町のチームはありません"),
        (("森町", "visit", "2026-06-20..2026-06-19"), 2, "最後の日が最初の日より前です"),
        (("森町", "visit", "2026-06-19", "--attended", "x"), 2, "何人目か"),
        (("森町", "visit", "2026-06-19", "--attended", "4"), 1, "4人目はいません"),
        (("森町", "party", "2026-06-19"), 2, "party"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    banso: Banso, copied: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = (copied / FILE).read_bytes()
    run = banso("new", "activity", *arguments, "--roster", copied)
    assert (run.code, message in run.err, run.out) == (code, True, "")
    assert (copied / FILE).read_bytes() == before


def test_a_number_is_never_taken_from_a_later_activity(banso: Banso, copied: Path) -> None:
    banso(*VISIT, "--roster", copied)
    run = banso("new", "activity", "森町", "visit", "2026-05-01", "--roster", copied)
    assert (run.code, "回が付いています" in run.err) == (1, True)
    file = copied / FILE
    text = file.read_text(encoding="utf-8").replace("    number: 1\n", "")
    file.write_text(text, encoding="utf-8")
    banso("new", "activity", "森町", "visit", "2026-07-01", "--roster", copied)
    assert "date: 2026-07-01\nsources" in file.read_text(encoding="utf-8")  # as those before


def test_activities_are_listed_in_three_forms(banso: Banso) -> None:
    lines = banso("list", "activities", "--where", "municipality=吉野町").out.splitlines()
    assert len(lines) == 5
    assert lines[1].split("\t")[4:9] == ["吉野町", "オンライン会議", "1", "2025-04-30", ""]
    assert banso("list", "activities", "--format", "tsv").out.count("\n") == 9
    whole = json.loads(banso("list", "activities", "--format", "json").out)
    assert (whole["schema_version"], whole["kind"], len(whole["records"])) == (1, "activities", 8)
    assert whole["records"][0]["kind"] == "現地訪問"
    assert json.loads(banso("list", "themes", "--format", "json").out)["records"][0]["id"]
    assert banso("list", "themes", "--format", "ics").code == 2


def test_contact_tells_the_day_and_who_is_not_known(banso: Banso) -> None:
    run = banso("list", "teams", "--contact", "--as-of", "2025-08-01", "--quiet-for", "60")
    assert (run.code, run.err) == (0, "第1期、2025-08-01 現在\n")
    names = [line.split("\t")[4] for line in run.out.splitlines()]
    assert names == ["市町村", "柳津町", "瑞浪市"]
    latest = banso("list", "teams", "--contact")
    assert latest.err.startswith("第2期、")
    assert latest.out.count("記録は未収録") == 97
    silent = banso("list", "teams", "--contact", "--quiet-for", "1")
    assert (silent.out.count("\n"), "97チームは含みません" in silent.err) == (1, True)
    assert banso("list", "themes", "--contact").code == 2
    assert banso("list", "teams", "--as-of", "2026-05-01").code == 2


def test_without_a_period_of_teams_there_is_no_contact(banso: Banso, copied: Path) -> None:
    for file in copied.glob("periods/*.yaml"):
        text = file.read_text(encoding="utf-8").replace("coverage: teams", "coverage: totals")
        file.write_text(text, encoding="utf-8")
    assert banso("list", "teams", "--contact", "--roster", copied).code == 3


def test_a_calendar_is_read_by_a_real_parser(banso: Banso, copied: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    banso(*VISIT, "--next-date", "2026-07-10", "--next", "会議", "--roster", copied)
    banso("new", "activity", "森町", "talk", "2026-06-19", "--roster", copied)
    banso("new", "activity", "森町", "talk", "2026-06-19", "--subject", "町長", "--roster", copied)
    text = banso("list", "activities", "--format", "ics", "--roster", copied).out
    assert banso("list", "activities", "--format", "ics", "--roster", copied).out == text
    found = icalendar.Calendar.from_ical(text)
    events = {str(each["uid"]): each for each in found.walk("VEVENT")}
    assert len(events) == len(found.walk("VEVENT")) == 6
    visit = events["2-013455-visit-2026-06-19@banso"]
    assert (str(visit["summary"]), str(visit["dtend"].dt)) == (
        "北海道森町 第1回現地訪問",
        "2026-06-21",
    )
    assert str(events["2-013455-next-2026-07-10@banso"]["summary"]) == "北海道森町 予定：会議"
    assert str(events["2-013455-talk-2026-06-19-2@banso"]["description"]) == "町長"
    real = icalendar.Calendar.from_ical(banso("list", "activities", "--format", "ics").out)
    titles = [str(each["summary"]) for each in real.walk("VEVENT")]
    assert sum("報告会" in title for title in titles) == 2


def test_the_members_of_another_day_are_counted_where_it_is_asked(
    banso: Banso, copied: Path
) -> None:
    file = copied / FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace("rank: 課長級\n", "rank: 課長級\n    since: 2026-10-01\n", 1)
    former = "former:\n  - {agency: 農林水産省, rank: 補佐級, seat: 1, until: 2026-09-30}\nsources:"
    file.write_text(text.replace("sources:", former, 1), encoding="utf-8")
    first = banso("stats", "--by", "rank", "--roster", copied).out
    later = banso("stats", "--by", "rank", "--as-of", "2026-10-01", "--roster", copied).out
    assert "令和8年10月1日現在の支援官" in later.splitlines()[0]
    assert first.splitlines()[3:] != later.splitlines()[3:]
    assert banso("stats", "--as-of", "2028-10-01", "--roster", copied).code == 2
    shown = banso("show", "森町", "--roster", copied).out
    assert "農林水産省 補佐級: 令和8年9月30日まで" in shown
    assert "農林水産省 課長級: 令和8年10月1日から" in shown


def test_personal_attributes_are_of_the_first_day_alone(banso: Banso, tmp_path: Path) -> None:
    banso("init", tmp_path / "new", "--example", "--teams", "30")
    asked = ("stats", "--by", "gender", "--roster", tmp_path / "new")
    assert "女性" in banso(*asked).out
    run = banso(*asked, "--as-of", "2026-10-01")
    assert "秘匿" in run.out
    assert "女性" not in run.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--against", "2"),
        ("--against", "9"),
        ("--against", "1", "--format", "csv"),
        ("--against", "1", "--cross", "rank,agency"),
    ],
)
def test_periods_that_cannot_stand_beside_each_other(
    banso: Banso, arguments: tuple[str, ...]
) -> None:
    run = banso("stats", *arguments)
    assert (run.code, run.out) == (2, "")


def test_two_periods_side_by_side(banso: Banso) -> None:
    out = banso("stats", "--against", "1").out
    assert "地方創生支援官                      180名      278名   +98  +54.4%" in out
    assert "■ 市町村の移り変わり: 未収録。" in out
    narrow = banso("stats", "--against", "1", "--where", "prefecture=北海道", "--by", "rank").out
    assert "公表値" not in narrow
    tables = json.loads(banso("stats", "--against", "1", "--format", "json").out)["tables"]
    first = tables[0]["changes"][0]
    assert (first["difference"], first["rate"], first["points"]) == (98, 54.4, None)


def test_a_status_that_follows_from_the_period_before_is_marked(banso: Banso, copied: Path) -> None:
    period = (copied / "periods/1.yaml").read_text(encoding="utf-8")
    period = period.replace("coverage: totals", "coverage: teams")
    (copied / "periods/1.yaml").write_text(period, encoding="utf-8")
    programme = (copied / "programme.yaml").read_text(encoding="utf-8")
    line = "  - {period: 2, measure: 住民基本台帳, date: 2025-01-01, basis: 試験のための定め}\n"
    programme = programme.replace(line, line + line.replace("period: 2", "period: 1"))
    (copied / "programme.yaml").write_text(programme, encoding="utf-8")
    (copied / "teams/1").mkdir()
    mori = (copied / FILE).read_text(encoding="utf-8")
    (copied / FILE.replace("/2/", "/1/")).write_text(
        mori.replace("status: continuing\n", "status: new\n"), encoding="utf-8"
    )
    (copied / FILE).write_text(mori.replace("status: continuing\n", ""), encoding="utf-8")
    roster = ("--roster", copied, "--allow-invalid")
    assert (
        "うち1市町村は、前の期のチームから導いた。" in banso("stats", "--by", "status", *roster).out
    )
    report = banso("report", *roster).out
    assert "北海道森町（継続 △）" in report
    assert "△" in report.partition("## 記号")[2]
    assert "（継続、前の期から導いた）" in banso("show", "森町", "--roster", copied).out
    listed = ("list", "teams", "--roster", copied, "--where", "継続・新規=継続")
    assert "\t013455\t北海道\t森町\t継続（導出）\t" in banso(*listed).out
    records = json.loads(banso(*listed, "--format", "json").out)["records"]
    (mori,) = (e for e in records if (e["period"], e["municipality"]) == (2, "森町"))
    assert (mori["status"], mori["status_basis"]) == ("継続", "導出")


@pytest.mark.parametrize(
    ("package", "arguments"),
    [("duckdb", ("query", "SELECT 1")), ("icalendar", ("list", "activities", "--format", "ics"))],
)
def test_without_an_extra_the_user_is_told_what_to_install(
    banso: Banso, monkeypatch: pytest.MonkeyPatch, package: str, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    run = banso(*arguments)
    assert (run.code, run.out, "pip install 'banso[" in run.err) == (3, "", True)


def test_a_calendar_has_the_events_of_a_period_without_activities(
    banso: Banso, copied: Path
) -> None:
    file = copied / "periods" / "2.yaml"
    event = "events:\n  - {date: 2026-12-01, title: 中間の催し, sources: [{title: 案内}]}\n"
    file.write_text(file.read_text(encoding="utf-8") + event, encoding="utf-8")
    whole = ("list", "activities", "--format", "ics", "--roster", copied)
    assert "中間の催し" in banso(*whole).out
    assert "中間の催し" not in banso(*whole, "--where", "municipality=吉野町").out
