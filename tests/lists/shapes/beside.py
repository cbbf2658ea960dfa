"""Shapes that say something beside their cells: colours, comments, text boxes, formats."""

from __future__ import annotations

from pathlib import Path

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter.workbook import Workbook

from tests.lists.five import HEAD, fill, merge, rows, save, sheet
from tests.lists.shapes.made import patched, shape


def ink(found: Worksheet, colour: Color | str, *cells: str) -> Worksheet:
    for cell in cells:
        found[cell].font = Font(color=colour)
    return found


@shape
def names_in_red(folder: Path) -> Path:
    return save(ink(sheet(HEAD, *rows()), "FFFF0000", "A2", "A8"), folder)


@shape
def a_body_in_white(folder: Path) -> Path:
    return save(ink(sheet(HEAD, *rows()), Color(theme=0), "B4"), folder)


@shape
def all_in_black(folder: Path) -> Path:
    found = ink(sheet(HEAD, *rows()), Color(theme=1), "A2", "B3")
    ink(found, Color(indexed=8), "A5")
    ink(found, Color(auto=True), "A8")
    return save(ink(found, "FF000000", "A11", "C4"), folder)


@shape
def all_names_in_blue(folder: Path) -> Path:
    return save(
        ink(sheet(HEAD, *rows()), Color(theme=4, tint=-0.25), "A2", "A5", "A8", "A11", "A13"),
        folder,
    )


@shape
def a_part_in_red(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["C3"] = CellRichText("補佐", TextBlock(InlineFont(color=Color("FFFF0000")), "級"))
    return save(found, folder)


@shape
def bodies_filled(folder: Path) -> Path:
    return save(fill(sheet(HEAD, *rows()), "B3", "C3"), folder)


@shape
def rows_filled(folder: Path) -> Path:
    cells = [f"{column}{row}" for column in "ABC" for row in (2, 3, 4)]
    return save(merge(fill(sheet(HEAD, *rows()), *cells), "A2:A4"), folder)


@shape
def comments(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["C3"].comment = Comment("7月から係長級", "課")
    found["E1"].comment = Comment("要確認", "課")
    return save(found, folder)


@shape
def text_box(folder: Path) -> Path:
    file = folder / "list.xlsx"
    with Workbook(str(file)) as book:
        page = book.add_worksheet("一覧")
        for at, cells in enumerate((HEAD, *rows())):
            page.write_row(at, 0, cells)
        page.insert_textbox(3, 6, "大船渡市は辞退")
    return file


@shape
def readings_above_letters(folder: Path) -> Path:
    """Excel keeps with a text how it was typed in."""
    old, new = (
        "<t>01.北海道森町</t>",
        '<t>01.北海道森町</t><rPh sb="6" eb="8"><t>モリマチ</t></rPh>',
    )
    return patched(save(sheet(HEAD, *rows()), folder), old.encode(), new.encode())


@shape
def line_ends_of_windows(folder: Path) -> Path:
    lines = rows(lambda team: (f"{team.number}.{team.prefecture}_x000D_\n{team.name}",))
    return save(sheet(HEAD, *lines), folder)
