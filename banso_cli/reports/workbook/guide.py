"""The sheet 用語: what the workbook holds, its words, how to cite it, one item a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.datasets.sheet import INCOMPLETE, STATUS_WORDS, Dataset, Sheet, Text
from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook import summary_sheet
from banso_cli.reports.workbook.writing import Links, place_in
from banso_cli.statistics.tables.table import TableStatus

NAME, SHEET = "用語", "シート"

WORDS = (
    ("空のセル", "値がない。ゼロは 0 と書く。わけは「状態」の列か、「未収録」の語が示す"),
    (STATUS_WORDS[TableStatus.RECORDED], "台帳に記録があり、そこから数えた"),
    (STATUS_WORDS[TableStatus.PUBLISHED], "公表された数だけがあり、台帳からは数えられない"),
    (STATUS_WORDS[TableStatus.NOT_RECORDED], "記録がなく、数えられない"),
    (STATUS_WORDS[TableStatus.WITHHELD], "人数が少なく、個人が知られるおそれがあるため示さない"),
    (INCOMPLETE, "台帳にエラーが残る。数値を引用してはならない"),
)
"""What an empty cell and the words of the columns 状態 mean."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the guide."""

    group: str
    name: str
    text: str
    field: str | None = None
    address: str | None = None


GUIDE = Dataset(
    NAME,
    NAME,
    "この文書の説明",
    columns=(
        Text("group", "分類", "項目のまとまり"),
        Text("name", "項目", "何についてか"),
        Text("text", "内容", "説明"),
        Text("field", "英字名", "データのファイルでの列の名前、表の ID"),
        Text("address", "アドレス", "出典のページ。なければ空"),
    ),
)


def guide(summary: Summary, sheets: tuple[Sheet, ...]) -> Sheet:
    """Return the sheet that explains the others."""
    items = (
        *_about(summary),
        *_citing(summary),
        *_sheets(sheets),
        *(Item("空のセルと状態の語", word, meaning) for word, meaning in WORDS),
        *(Item("定義と注", t.title, note, t.id) for t in summary.tables for note in t.notes),
        *(Item("台帳の注記", f"第{summary.period.number}期", n) for n in summary.period.notes),
        *(Item("出典", "資料", each.title, None, each.url or None) for each in summary.sources),
        *(
            Item(f"シート「{sheet.name}」の列", each.heading, each.description, each.name)
            for sheet in sheets
            for each in sheet.columns
        ),
    )
    return GUIDE.sheet(summary.title, items)


def _about(summary: Summary) -> Iterator[Item]:
    period, programme, group = summary.period, summary.programme, "この文書"
    yield Item(group, "題", summary.title)
    if summary.errors:
        text = f"台帳に{summary.errors:,}件のエラーが残ったまま作成した。数値を引用してはならない"
        yield Item(group, "不完全", text)
    if programme.is_fictional:
        text = "すべて架空のデータ。実在の市町村、支援官、公表値とは関わりがない"
        yield Item(group, "架空データ", text)
    text = "制度の概要の統計表と、伴走支援チームの一覧。台帳から計算し、公表値と照らし合わせた"
    yield Item(group, "内容", text)
    yield Item(group, "年度", period.era_year)
    yield Item(group, "期の始まり", period.start.isoformat())
    yield Item(group, "期の終わり", period.end.isoformat())
    size = f"国の職員{programme.least}名から{programme.most}名までのチームが、市町村を支援する"
    yield Item("制度", "チーム", size)
    yield Item("制度", "支援の対象", f"人口{programme.below:,}人未満の市町村")


def _citing(summary: Summary) -> Iterator[Item]:
    text = (
        f"「{summary.title}」、表の題、台帳から数えた数か公表値かの別を示し、"
        "この一覧の「出典」にある資料を記す"
    )
    yield Item("引用", "引用のしかた", text)
    if summary.credit:
        yield Item("引用", "コードと人口の出典の表示", summary.credit)


def _sheets(sheets: tuple[Sheet, ...]) -> Iterator[Item]:
    text = "指標、表とその図、出典。表は台帳の集計で、なければ公表値"
    yield Item(SHEET, summary_sheet.NAME, text)
    for sheet in sheets:
        yield Item(SHEET, sheet.name, f"{sheet.description}。{len(sheet.rows):,}行")


def links(sheet: Sheet) -> Links:
    """Return where the guide leads: from the name of a sheet to that sheet."""
    return {
        (row, 1): place_in(str(item[1]))
        for row, item in enumerate(sheet.rows, 1)
        if item[0] == SHEET
    }
