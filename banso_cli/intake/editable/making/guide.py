"""The sheet はじめに: how the workbook is filled in, and how it comes back."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from banso_cli.intake.editable.making.looks import Looks, height
from banso_cli.intake.editable.sheets import Sheet
from banso_cli.intake.editable.team_names import ALL_CHANGED
from banso_cli.records.periods.period import Period

NAME = "はじめに"

_STEPS = f"""\
黄色のセルだけを直します。灰色のセルと、見出しに（自動）とある列は、直しても台帳に入りません。
分からない項目は空欄のままにします。値のあるセルを空欄にすると、その値は台帳から消えます。
支援テーマは、チームの行の空いたセルで選びます。足りなければ、下の空いた行でチームを選びます。
活動は、シートの下の空いた行に書きます。チームと形式を選び、日を書き、出席した席に ○ を付けます。\
日は 2026/6/1 でも 令和8年6月1日 でもかまいません。
継続・新規か支援テーマを直したら、その資料を「出典」の下の空いた行に書きます。どのチームも同じ\
資料なら、チームの欄で「{ALL_CHANGED}」を選べば1行で足ります。
テーマ、活動、出典を消すには、その行の黄色のセルをすべて空欄にします。\
行そのものを削除しても、台帳からは消えません。
並べ替え、絞り込み、行や列の挿入、列の移動をしてもかまいません。左端の ID は行を見分けるための\
ものです。行を写して増やしたときは、写した行の ID を消します。\
並べ替えられないときは、シートの保護を解除してください（パスワードはありません）。
氏名、電話番号、個人のメールアドレスは書きません。
保存して閉じ、banso apply （このファイルの名前） --diff で、変わるところを確かめます。\
よければ、--diff を付けずにもう一度行うと、台帳に書き込まれます。
直すところがあれば、そのセルと直し方が示され、台帳は変わりません。\
--marked （別の名前）.xlsx を付けると、指摘の列を加えたブックができます。
"""
_WIDTH = 96


def write_guide(page: Worksheet, look: Looks, period: Period, sheets: Iterable[Sheet]) -> None:
    """Write the steps, what the colours mean, and what a row of each sheet is."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, _WIDTH)
    page.write_string(0, 0, f"第{period.number}期の台帳を Excel で直す", look.title)
    rows = [
        *((str(n), step, look.step) for n, step in enumerate(_STEPS.splitlines(), 1)),
        *(("", "ここに書く", look.text), ("", "書かない（自動）", look.shown)),
        ("シート", "1行が表すもの", look.head),
    ]
    for row, (name, text, own) in enumerate(rows, 2):
        page.write_string(row, 0, name, own)
        page.write_string(row, 1, text, look.head if own is look.head else look.step)
        page.set_row(row, height(text, _WIDTH) + 3)
    for row, sheet in enumerate(sheets, len(rows) + 2):
        added = "。行を加えられます" if sheet.adds else ""
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", look.step, sheet.name)
        page.write_string(row, 1, f"{sheet.about}{added}", look.step)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
