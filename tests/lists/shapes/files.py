"""Shapes of files: encodings, delimiters, sheets, pages."""

from __future__ import annotations

from pathlib import Path

from tests.lists.five import (
    FIVE,
    HEAD,
    another,
    rows,
    save,
    sheet,
    text,
)
from tests.lists.shapes.made import shape


@shape
def heading_on_every_page(folder: Path) -> Path:
    lines = list(rows())
    page = (("第2期支援対象団体・伴走支援チーム一覧",), HEAD)
    return save(sheet(*page, *lines[:7], ("2/2",), *page, *lines[7:]), folder)


@shape
def bullets_in_one_cell(folder: Path) -> Path:
    lines = [
        (
            team.full,
            "\n".join(f"・{agency}" for agency, _rank in team.members),
            "\n".join(f"・{rank}" for _agency, rank in team.members),
        )
        for team in FIVE
    ]
    return save(sheet(HEAD, *lines), folder)


@shape
def two_periods_in_a_sheet(folder: Path) -> Path:
    lines = (("第2期",), HEAD, *rows(), (), ("第3期",), HEAD, *rows())
    return save(sheet(*lines), folder)


@shape
def sheet_of_another_period(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), title="第３期"), folder)


@shape
def only_a_hidden_sheet(folder: Path) -> Path:
    found = sheet(("表紙",), title="表紙")
    another(found, HEAD, *rows(), title="一覧").sheet_state = "hidden"
    return save(found, folder)


@shape
def two_editions(folder: Path) -> Path:
    found = sheet(HEAD, *rows(), title="案")
    another(found, HEAD, *rows(), title="確定")
    return save(found, folder)


@shape
def headings_in_two_lines_of_csv(folder: Path) -> Path:
    lines = (("市町村名", "伴走支援チーム", ""), ("", "所属省庁", "職名"), *rows())
    return text(lines, folder, "list.csv", ",", "cp932")


@shape
def quoted_headings(folder: Path) -> Path:
    head = ("支援対象\n団体名", "所属\n府省庁等", "役職\n（級）")
    return text((head, *rows()), folder, "list.csv", ",", "utf-8-sig")


@shape
def table_in_markdown(folder: Path) -> Path:
    lines = ([*HEAD], ["---"] * 3, *rows())
    return text((("", *cells, "") for cells in lines), folder, "list.md", "|")


@shape
def text_of_excel_in_utf16(folder: Path) -> Path:
    return text((HEAD, *rows()), folder, "list.tsv", "\t", "utf-16")


@shape
def columns_without_order(folder: Path) -> Path:
    lines = ["市町村名          所属府省庁       役職", "01.北海道森町      防衛省     補佐級"]
    return text([(line,) for line in (*lines, "     農林水産省       補佐級")], folder, "a.txt", "")


@shape
def one_blank_between_columns(folder: Path) -> Path:
    return text((HEAD, *rows()), folder, "list.txt", " ")


@shape
def one_cell_a_line(folder: Path) -> Path:
    cells = [(cell,) for cells in (HEAD, *rows()) for cell in cells if cell]
    return text(cells, folder, "list.txt", "")


@shape
def text_named_as_workbook(folder: Path) -> Path:
    return text((HEAD, *rows()), folder, "list.xlsx", ",")


@shape
def body_merged_then_saved_as_csv(folder: Path) -> Path:
    lines = [list(cells) for cells in rows()]
    lines[4][1] = None
    return text((HEAD, *lines), folder, "list.csv", ",")


@shape
def headings_and_nothing_else(folder: Path) -> Path:
    return save(sheet(HEAD, ("※ 調整中",)), folder)


@shape
def sheets_that_go_on(folder: Path) -> Path:
    found = sheet(HEAD, *rows(teams=FIVE[:2]), title="1頁")
    another(found, ("凡例",), title="凡例")
    another(found, HEAD, *rows(teams=FIVE[2:]), title="2頁")
    return save(found, folder)


@shape
def parts_out_of_order(folder: Path) -> Path:
    found = sheet(HEAD, *rows(teams=FIVE[2:]), title="後半")
    another(found, HEAD, *rows(teams=FIVE[:2]), title="前半")
    return save(found, folder)


@shape
def stray_quotation_mark(folder: Path) -> Path:
    return text((HEAD, *rows(), ('"別添',)), folder, "list.txt", "\t")


@shape
def list_of_another_title(folder: Path) -> Path:
    return save(sheet(("第３期支援対象団体・伴走支援チーム一覧",), HEAD, *rows()), folder)


@shape
def form_of_one_applicant(folder: Path) -> Path:
    lines = (("（様式１）",), ("支援官　応募様式",), ("所属府省庁", "総務省"), ("役職", "補佐級"))
    return save(sheet(*lines), folder)
