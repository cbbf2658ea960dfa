"""Each value that changed is a line that an official can read."""

from __future__ import annotations

import datetime as dt

import pytest

from banso_cli.changes.difference.difference import Change
from banso_cli.records.fields.record import Source
from banso_cli.records.periods.course import Erratum
from banso_cli.records.teams.team import FormerMember
from tests.changes.telling import said
from tests.statistics.rosters import member

MORI, WHY = "teams/2/013455-mori", "理由 誤り・出典 お知らせ"
FORMER = FormerMember(agency="総務省", rank="補佐級", seat=2, until=dt.date(2026, 7, 1))
NOTICE = (Source(title="お知らせ"),)
ERRATUM = Erratum(
    date=dt.date(2027, 6, 1),
    record="teams/2/013455-mori",
    field="members.1.rank",
    was="補佐級",
    now="課長級",
    reason="誤り",
    sources=NOTICE,
)
GONE = Erratum(
    date=dt.date(2027, 6, 2), record="teams/2/014079-niki", reason="取りやめ", sources=NOTICE
)


@pytest.mark.parametrize(
    ("kind", "change", "expected"),
    [
        ("team", Change(("status",), None, "new"), "継続・新規の別: （なし） → 新規"),
        ("team", Change(("themes",), None, "観光", (None, 2)), "テーマ: ＋ 観光"),
        ("team", Change(("themes",), "観光", None, (2, None)), "テーマ: － 観光"),
        (
            "team",
            Change(("themes",), ("観光", "環境"), ("環境", "観光")),
            "テーマの順序: 観光、環境 → 環境、観光",
        ),
        (
            "team",
            Change(("members",), member(), member("環境省", "課長級", role="オフィサー"), (1, 2)),
            "支援官 1人目→2人目: 総務省 補佐級 → 環境省 課長級（オフィサー）",
        ),
        ("team", Change(("members",), member(), None, (3, None)), "支援官 3人目: － 総務省 補佐級"),
        (
            "team",
            Change(("members", "（非表示）"), "（非表示）", "（非表示）", (1, 1), "総務省"),
            "1人目（総務省） （非表示）の項目",
        ),
        (
            "team",
            Change(("activities", "visit 2026-06-19", "subject"), "甲\n乙", "丙"),
            "活動 現地訪問 令和8年6月19日 内容: 甲�乙 → 丙",
        ),
        (
            "team",
            Change(("former", "2 2026-07-01"), None, FORMER, (None, 1)),
            "以前の支援官 2人目 令和8年7月1日まで: ＋ 総務省 補佐級",
        ),
        (
            "team",
            Change(("former", "2 2026-07-01 #2", "rank"), "補佐級", "課長級"),
            "以前の支援官 2人目 令和8年7月1日まで #2 役職: 補佐級 → 課長級",
        ),
        (
            "team",
            Change(("former",), None, (FORMER,)),
            "以前の支援官: （なし） → 2人目 令和8年7月1日まで 総務省 補佐級",
        ),
        (
            "team",
            Change(("activities", "visit 2026-06-19", "attended"), None, 3, (None, 2)),
            "活動 現地訪問 令和8年6月19日 出席: ＋ 3人目",
        ),
        (
            "team",
            Change(("members", "since"), None, dt.date(2026, 7, 2), (2, 2), "総務省"),
            "2人目（総務省） 加わった日: （なし） → 令和8年7月2日",
        ),
        (
            "period",
            Change(
                ("errata", "2027-06-01 teams/2/013455-mori members.1.rank"),
                *(None, ERRATUM, (None, 1)),
            ),
            f"正誤 令和9年6月1日 {MORI} 支援官 1人目 役職: ＋ 誤 補佐級・正 課長級・{WHY}",
        ),
        (
            "period",
            Change(("errata", "2027-06-02 teams/2/014079-niki"), None, GONE, (None, 1)),
            "正誤 令和9年6月2日 teams/2/014079-niki: ＋ 理由 取りやめ・出典 お知らせ",
        ),
        (
            "period",
            Change(("events", "2026-09-01 中間報告会", "until"), None, dt.date(2026, 9, 2)),
            "行事 令和8年9月1日 中間報告会 終わりの日: （なし） → 令和8年9月2日",
        ),
        ("period", Change(("fiscal_year",), 2026, 2027), "年度（西暦）: 2026 → 2027"),
        (
            "period",
            Change(("further_voices",), before=False, after=True),
            "ほかの声: いいえ → はい",
        ),
        (
            "period",
            Change(("published", "officers", "value"), 9999, 10000),
            "公表値 地方創生支援官 公表値: 9999 → 10,000",
        ),
        ("programme", Change(("team_size", "most"), 4, 5), "チームの人数 最多: 4 → 5"),
    ],
)
def test_each_change_is_a_line(kind: str, change: Change, expected: str) -> None:
    assert said(kind, change) == [expected]
