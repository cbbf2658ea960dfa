"""Shapes whose cells are set off: hidden, struck out, filled, merged, worked out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, GradientFill, PatternFill

from tests.lists.five import (
    FIVE,
    HEAD,
    Listed,
    another,
    fill,
    merge,
    rows,
    save,
    sheet,
    strike,
)
from tests.lists.shapes.made import patched, shape


@shape
def kind_of_municipality(folder: Path) -> Path:
    return save(sheet(("区分", *HEAD), *rows(lambda t: (t.name[-1], t.full))), folder)


@shape
def filled_names(folder: Path) -> Path:
    return save(fill(sheet(HEAD, *rows()), "A2", "A8"), folder)


@shape
def names_of_two_colours(folder: Path) -> Path:
    found = fill(sheet(HEAD, *rows()), "A2", "A8")
    return save(fill(found, "A5", colour="FFF2CC"), folder)


@shape
def shaded_heading(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    for cell in found[1]:
        cell.fill = GradientFill(stop=("DDEBF7", "FFFFFF"))
    return save(found, folder)


@shape
def wrong_code(folder: Path) -> Path:
    def lead(team: Listed) -> tuple[object, ...]:
        return ("224618" if team.number == 1 else team.code, team.full)

    return save(sheet(("団体コード", *HEAD), *rows(lead)), folder)


@shape
def codes_of_five_digits_and_bare_names(folder: Path) -> Path:
    head = ("市区町村コード", "No", *HEAD)
    return save(sheet(head, *rows(lambda t: (t.code[:5], t.number, t.name))), folder)


@shape
def hidden_column_of_status(folder: Path) -> Path:
    found = sheet((*HEAD, "継続・新規の別"))
    for cells in rows(lambda t: (t.full, t.status)):
        found.append([cells[0], *cells[2:], cells[1]])
    found.column_dimensions["D"].hidden = True
    return save(found, folder)


@shape
def a_part_struck_out(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["C3"] = CellRichText(TextBlock(InlineFont(strike=True), "係長級"), "補佐級")
    return save(found, folder)


@shape
def a_raised_mark(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["C4"] = CellRichText("指定職", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    return save(found, folder)


@shape
def a_team_struck_out(folder: Path) -> Path:
    lines = (*rows(), ("06.長野県南木曽町", "総務省", "補佐級"), (None, "財務省", "補佐級"))
    return save(strike(sheet(HEAD, *lines), "A16", "B16", "C16", "B17", "C17"), folder)


@shape
def a_name_struck_out(folder: Path) -> Path:
    return save(strike(sheet(HEAD, *rows()), "A13"), folder)


@shape
def prefecture_merged(folder: Path) -> Path:
    found = sheet(("都道府県", *HEAD), *rows(lambda t: (t.prefecture, f"{t.number}.{t.name}")))
    found["A5"] = None
    return save(merge(found, "A2:A7", "A8:A10", "A11:A12", "A13:A15"), folder)


@shape
def error_of_a_formula(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B3"] = "#REF!"
    return save(found, folder)


@shape
def blank_form_rows_below(folder: Path) -> Path:
    found = sheet(("No.", *HEAD), *rows(lambda t: (t.number, t.prefecture + t.name)))
    for number in (6, 7):
        found.append([number, None, None, None])
    return save(found, folder)


@shape
def filter_hides_a_name(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    for row in (5, 8):
        found.row_dimensions[row].hidden = True
    return save(found, folder)


@shape
def row_of_no_height(folder: Path) -> Path:
    lines = (*rows(), ("06.長野県南木曽町", "総務省", "補佐級"), (None, "財務省", "補佐級"))
    found = sheet(HEAD, *lines)
    for row in (16, 17):
        found.row_dimensions[row].height = 1
    return patched(save(found, folder), b'ht="1"', b'ht="0"')


@shape
def code_in_every_row(folder: Path) -> Path:
    found = sheet(("番号", "団体コード", *HEAD))
    for team in FIVE:
        for at, member in enumerate(team.members):
            found.append([team.number, team.code, None if at else team.name, *member])
    return save(found, folder)


@shape
def fill_against_words(folder: Path) -> Path:
    found = sheet((*HEAD, "区分"), *rows())
    found["D2"] = "新規"
    return save(fill(found, "A2", "A8"), folder)


@shape
def filled_by_theme(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    colours = (Color(theme=4, tint=0.8), Color(theme=0), Color(indexed=9), Color(indexed=64))
    for row, colour in zip((2, 5, 8, 11), colours, strict=True):
        found.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
    return save(found, folder)


@shape
def day_and_hour_beside(folder: Path) -> Path:
    found = sheet((*HEAD, "更新"), *rows())
    found["D2"], found["D3"] = dt.date(2027, 4, 1), dt.time(9, 30)
    return save(found, folder)


@shape
def blanks_and_a_true_day(folder: Path) -> Path:
    found = sheet((*HEAD, "更新"), *rows())
    found["A3"], found["D2"], found["D3"] = " 　", dt.date(2027, 4, 1), 0.5
    return save(found, folder)


@shape
def formulas_above_the_headings(folder: Path) -> Path:
    found = sheet(("題",), HEAD, *rows())
    found["A2"] = '="市町村"&"名"'
    another(found, ("題",), title="案").sheet_state = "hidden"
    return save(found, folder)


@shape
def invisible_letters(folder: Path) -> Path:
    lead = "\u200b北海道\u00a0"
    found = sheet(HEAD, *rows())
    found["A2"] = f"01.{lead}森町\ufe00"
    found["B3"] = "農林\u200d水産省"
    return save(found, folder)


@shape
def formula_with_a_stored_value(folder: Path) -> Path:
    found = sheet((*HEAD, "備考"), *rows())
    found["A2"] = '="01."&"北海道森町"'
    old, new = b"<v />", "<v>01.北海道森町</v>".encode()
    return patched(patched(save(found, folder), old, new), b'<c r="A2">', b'<c r="A2" t="str">')


@shape
def formula_of_an_empty_text(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["A3"] = '=IF(1,"","x")'
    return patched(save(found, folder), b'<c r="A3">', b'<c r="A3" t="str">')
