"""Tables made by hand, for pictures: every state that a table can be in."""

from __future__ import annotations

from decimal import Decimal

from banso_cli.reports.entries import Chart
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus

FULL = Table(
    "region",
    "地域別 伴走支援自治体数",
    "伴走支援自治体",
    "市町村",
    TableStatus.RECORDED,
    total=33,
    recorded=30,
    published_total=30,
    applied_total=63,
    rows=(
        Row("北海道", 10, None, 12, Decimal("40.0"), 20),
        Row("九州・沖縄", 20, None, None, Decimal("60.0"), 43),
        Row("国立研究開発法人新エネルギー・産業技術総合開発機構", 0, None, 0, Decimal("0.0"), None),
        Row(UNRECORDED, 3),
    ),
)
SHARES = Table(
    "gender",
    "性別",
    "支援官",
    "名",
    TableStatus.PUBLISHED,
    rows=(
        Row("男性", None, None, None, Decimal("75.0")),
        Row("女性", None, None, None, Decimal("25.0")),
        Row("回答なし", None),
    ),
    notes=("公表された内訳。",),
)
WITHHELD = Table(
    "age", "年齢", "支援官", "名", TableStatus.WITHHELD, notes=("秘匿。示すと知られる。",)
)
LOST = Table("track", "事務官・技官の別", "支援官", "名", TableStatus.NOT_RECORDED)
OVERLAPPING = Table(
    "theme",
    "支援テーマ別 伴走支援自治体数",
    "伴走支援自治体",
    "市町村",
    TableStatus.RECORDED,
    total=2,
    recorded=2,
    rows=(
        Row('<産業> & "振興"', 2, Decimal("100.0")),
        Row("環境", 1, Decimal("50.0")),
    ),
    adds_up=False,
)
NOBODY = Table(
    "rank",
    "役職",
    "支援官",
    "名",
    TableStatus.RECORDED,
    total=0,
    recorded=0,
    rows=(Row("課長級", 0), Row("補佐級", 0)),
)
CHARTS = (
    Chart("⑤", FULL),
    Chart("①", SHARES),
    Chart("④", WITHHELD),
    Chart("②", LOST),
    Chart("", OVERLAPPING),
    Chart("③", NOBODY),
)
