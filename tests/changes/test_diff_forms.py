"""What a difference says in words, and how much of it finds room in a comment."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from banso_cli.changes.difference.aligning import changes_of, whole
from banso_cli.changes.difference.comparing import label_of
from banso_cli.changes.difference.difference import (
    Cell,
    Change,
    Check,
    Difference,
    RecordChange,
    Renaming,
    State,
)
from banso_cli.changes.difference.identities import IDENTITIES
from banso_cli.changes.difference.renaming import Renamed
from banso_cli.changes.forms import FORMS, document
from banso_cli.changes.forms.markdown import LARGEST
from banso_cli.records.application import Decisions, OfficerApplication, SeatDecision
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.finding import Finding
from banso_cli.records.kinds import KINDS
from banso_cli.records.teams.team import Member, Team
from banso_cli.yaml.place import Place
from tests.changes.rosters import base, difference
from tests.changes.telling import said
from tests.statistics.rosters import member, team

SAME = Difference(before=State("前"), after=State("後", "0123456789"))


def test_every_list_of_parts_has_what_its_entries_are_known_by() -> None:
    found: set[type[Part]] = set()
    parts: list[type[Part]] = [kind.declaration for kind in KINDS.values()]
    while parts:
        for field in fields_of(parts.pop()).values():
            if field.part:
                parts.append(field.part)
                found |= {field.part} if field.is_list else set()
    assert found <= set(IDENTITIES)


def test_entries_that_are_not_told_of_are_known_by_all_that_they_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = base()
    figures = before.periods[1].published
    changed = (figures[0].model_copy(update={"value": 99}), *figures[1:])
    period = before.periods[1].model_copy(update={"published": changed}).named("periods/2")
    after = before.having(type(period), (before.periods[0], period))
    known = {part: keys for part, keys in IDENTITIES.items() if part is not type(figures[0])}
    monkeypatch.setattr("banso_cli.changes.difference.identities.IDENTITIES", known)
    (record,) = difference(before, after).records
    assert [(each.before is None, each.after is None) for each in record.changes] == [
        *((False, True), (True, False))
    ]


def test_entries_that_are_not_told_of_are_not_known_by_what_is_personal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {part: keys for part, keys in IDENTITIES.items() if part is not Member}
    monkeypatch.setattr("banso_cli.changes.difference.identities.IDENTITIES", known)
    before, after = (
        base().having(Team, [team(1, "013455", [member(gender=each), member("環境省")])])
        for each in ("女性", "男性")
    )
    (record,) = difference(before, after).records
    (change,) = record.changes
    assert change.path == ("members", "総務省 補佐級", "（非表示）")
    assert said("team", change) == ["支援官 総務省 補佐級 （非表示）の項目"]


class Applicant(Record):
    """A record of a person."""

    number: int
    gender: str | None = None


def test_of_a_record_that_comes_or_goes_nothing_personal_is_told() -> None:
    for is_there_before in (True, False):
        found = whole(Applicant(number=1, gender="女性"), is_there_before=is_there_before)
        assert [each.path for each in found] == [("number",)]
    (change,) = changes_of(Applicant(number=1, gender="女性"), Applicant(number=1), Renamed())
    assert (change.path, change.before, change.after) == (
        ("（非表示）",),
        "（非表示）",
        "（非表示）",
    )


def test_a_record_without_a_name_is_called_by_its_kind_and_id() -> None:
    class Other(Record):
        """A record of a kind that has no label of its own."""

    assert label_of(Other().named("teams/2/x"), base()) == "伴走支援チーム teams/2/x"


def many(count: int, letters: int) -> tuple[RecordChange, ...]:
    change = Change(("assumptions",), None, "@" + "<" * letters, (None, 1))
    return tuple(
        RecordChange("team", f"teams/2/{number}", None, f"記録{number}", "changed", (change,))
        for number in range(count)
    )


def test_a_comment_leaves_out_whole_records_and_counts_them() -> None:
    found = replace(SAME, records=many(300, 300))
    text = document("markdown", found)
    assert len(text) <= LARGEST
    told = text.count("\n### 記録")
    assert 50 < told < 300
    assert text.count("テーマ") == 0
    assert text.count("推定した事項: ＋ @") == told
    assert f"ほか {300 - told}件は長くなるため省きました" in text
    assert text.startswith("## 台帳の変更: 300件の記録\n")


def test_nothing_pushes_the_others_out_of_a_comment() -> None:
    place = Place("roster/themes.yaml", 1, 1, 1, 1)
    long = "|" * 3000
    found = replace(
        SAME,
        renamed=tuple(Renaming("agency", f"{n}{long}", long) for n in range(50)),
        records=many(3, LARGEST),
        unread=tuple(f"teams/2/{n}{long}" for n in range(50)),
        tables=tuple(Cell(2, "rank", "役職", f"{n}{long}", 1, None) for n in range(50)),
        check=Check(3, tuple(Finding(place, long, rule="x") for _n in range(50)), 4),
    )
    text = document("markdown", found)
    assert len(text) <= LARGEST
    assert text.count("省きました") == 4
    assert "ほか 3件は長く" in text
    assert "検査: 新しい指摘 50件、なくなった指摘 4件" in text
    assert "不完全: 変更後の台帳に3件のエラーが残っています" in text
    assert document("text", found).count(long) > 200


def test_where_tables_are_withheld_each_form_says_so() -> None:
    found = replace(SAME, unread=("themes",), tables=None)
    for form in ("text", "markdown"):
        assert "集計への影響は示しません" in document(form, found)
        assert "値は変わりません" in document(form, found)
    assert json.loads(document("json", found))["tables"] == []


def test_names_alone_may_have_changed() -> None:
    found = replace(SAME, renamed=(Renaming("theme", "甲", "乙", 3, 3),))
    assert "## 台帳の変更: 名称\n" in document("markdown", found)
    assert "改称: 甲 → 乙（3チームも）\n" in document("text", found)
    assert json.loads(document("json", found))["renamed"] == {"theme": {"甲": "乙"}}


def test_what_is_added_is_told_and_what_is_gone_is_named() -> None:
    without = base().having(Team, base().teams[1:])
    added, removed = difference(without, base()), difference(base(), without)
    text = document("text", added)
    assert "森町（北海道）第2期チーム（追加）\n  番号: 1\n" in text
    assert "  支援官: 農林水産省 課長級、総務省 補佐級、こども家庭庁 補佐級\n" in text
    text = document("text", removed)
    assert "森町（北海道）第2期チーム（削除）\n\n集計への影響" in text
    assert "こども家庭庁 補佐級" not in text
    for form in FORMS:
        assert "大船渡市" not in document(form, added)


def test_decimals_and_days_are_plain_in_json() -> None:
    voice = difference(base(), base().having(type(base().periods[0]), base().periods[:1]))
    text = json.loads(document("json", voice))
    values = {tuple(e["path"]): e["before"] for e in text["records"][0]["changes"]}
    assert values[("start",)] == "2026-04-01"
    places = base().having(type(base().municipalities[0]), base().municipalities[:1])
    told = json.loads(document("json", difference(base(), places)))["records"]
    offices = [e["before"] for record in told for e in record["changes"] if e["path"] == ["office"]]
    assert all(isinstance(each["latitude"], float) for each in offices)
    assert offices


def test_a_comment_tells_nothing_of_an_application_of_an_officer() -> None:
    application = OfficerApplication(agency="総務省", rank="課長級", wishes=("北海道",))
    decided = Decisions(
        locks=(SeatDecision(officer="R9-001", municipality="013455", reason="内諾"),)
    )
    records = tuple(
        RecordChange(kind, "x", None, "応募", "added", (*whole(each, is_there_before=False),))
        for kind, each in (("officer-application", application), ("matching", decided))
    )
    found = Difference(records=records)
    assert all(word in document("text", found) for word in ("課長級", "北海道", "R9-001"))
    text = document("markdown", found)
    assert text.count("### 応募（追加）\n\n- （非表示）の項目\n") == 2
    assert not any(word in text for word in ("総務省", "課長級", "北海道", "内諾", "R9-001"))
