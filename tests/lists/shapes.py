"""Further shapes of a list, as clerks of a ministry might make them, each by its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, PatternFill

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
    text,
)

Shape = Callable[[Path], Path]
SHAPES: dict[str, Shape] = {}


def patched(file: Path, old: bytes, new: bytes) -> Path:
    """Write into the sheets of a workbook what openpyxl does not write."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            is_sheet = name.startswith("xl/worksheets/")
            archive.writestr(name, data.replace(old, new) if is_sheet else data)
    return file


def shape(write: Shape) -> Shape:
    SHAPES[write.__name__] = write
    return write


@shape
def names_amid_their_rows(folder: Path) -> Path:
    """Cells were unmerged by a program that read a PDF: names stand in second rows."""
    lines = []
    for team in FIVE:
        at = (len(team.members) - 1) // 2
        for index, member in enumerate(team.members):
            lines.append((team.full if index == at else None, *member))
    return save(sheet(HEAD, *lines), folder)


@shape
def names_between_rows(folder: Path) -> Path:
    """Put each name into a row of its own, above its members."""
    lines = [line for team in FIVE for line in ((team.full,), *((None, *m) for m in team.members))]
    return save(sheet(HEAD, *lines), folder)


@shape
def sum_below(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), ("合計", "5団体", "14名"), ("計", None, 14)), folder)


@shape
def heading_on_every_page(folder: Path) -> Path:
    lines = list(rows())
    page = (("第2期支援対象団体・伴走支援チーム一覧",), HEAD)
    return save(sheet(*page, *lines[:7], ("2/2",), *page, *lines[7:]), folder)


@shape
def numbers_of_rows(folder: Path) -> Path:
    found = sheet(("No.", *HEAD))
    for number, cells in enumerate(rows(lambda t: (f"{t.prefecture}{t.name}",)), start=1):
        found.append([number, *cells])
    return save(found, folder)


@shape
def reading_below_the_name(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(lambda t: (f"{t.full}\n{t.kana}",))), folder)


@shape
def prefecture_in_brackets(folder: Path) -> Path:
    head = ("番号", "市町村（都道府県）", "派遣元府省庁等", "職位")
    return save(sheet(head, *rows(lambda t: (t.number, f"{t.name}（{t.prefecture}）"))), folder)


@shape
def status_marked(folder: Path) -> Path:
    def lead(team: Listed) -> tuple[object, ...]:
        marks = ("○", None) if team.status == "継続" else (None, "○")
        return (*marks, team.full)

    return save(sheet(("継続", "新規", *HEAD), *rows(lead)), folder)


@shape
def status_by_sections(folder: Path) -> Path:
    old = [team for team in FIVE if team.status == "継続"]
    new = [team for team in FIVE if team.status == "新規"]
    lines = (("■継続団体（2団体）",), *rows(teams=old), ("■新規団体（3団体）",), *rows(teams=new))
    return save(sheet(HEAD, *lines), folder)


@shape
def status_beside_the_name(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(lambda t: (f"{t.full}（{t.status}）",))), folder)


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
def wrong_code(folder: Path) -> Path:
    def lead(team: Listed) -> tuple[object, ...]:
        return ("224618" if team.number == 1 else team.code, team.full)

    return save(sheet(("団体コード", *HEAD), *rows(lead)), folder)


@shape
def codes_of_five_digits_and_bare_names(folder: Path) -> Path:
    head = ("市区町村コード", "No", *HEAD)
    return save(sheet(head, *rows(lambda t: (t.code[:5], t.number, t.name))), folder)


@shape
def bare_names(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(lambda t: (f"{t.number}　{t.name}",))), folder)


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
def heading_over_number_and_name(folder: Path) -> Path:
    head = ("市町村名", None, "所属府省庁", "役職")
    found = sheet(head, *rows(lambda t: (t.number, t.prefecture + t.name)))
    return save(merge(found, "A1:B1"), folder)


@shape
def seats_under_two_rows_of_headings(folder: Path) -> Path:
    lines = []
    for team in FIVE:
        seats = [cell for member in team.members for cell in member]
        lines.append((team.number, team.prefecture, team.name, *seats, *["－"] * (6 - len(seats))))
    found = sheet(
        ("番号", "都道府県", "支援先", "支援官①", None, "支援官②", None, "支援官③", None),
        (None, None, None, *("所属", "役職") * 3),
        *lines,
    )
    return save(merge(found, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1"), folder)


@shape
def members_by_commas(folder: Path) -> Path:
    lines = [
        (team.full, "、".join(a for a, _r in team.members), "、".join(r for _a, r in team.members))
        for team in FIVE
    ]
    return save(sheet(HEAD, *lines), folder)


@shape
def one_rank_for_three(folder: Path) -> Path:
    line = (FIVE[0].full, "防衛省\n農林水産省\n金融庁", "補佐級")
    return save(sheet(HEAD, line, *rows(teams=FIVE[1:])), folder)


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
def bodies_as_above(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B6"] = "〃"
    found["B12"] = "同上"
    found["C3"] = "　〃　"
    return save(found, folder)


@shape
def nothing_stands_above(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B2"] = "〃"
    return save(found, folder)


@shape
def column_without_heading(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["E4"] = "要確認"
    return save(found, folder)


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
def numbers_in_many_forms(folder: Path) -> Path:
    forms = ("１．", "No.2 ", "❸", "（４）", "5）")
    return save(
        sheet(HEAD, *rows(lambda t: (f"{forms[t.number - 1]}{t.prefecture}{t.name}",))), folder
    )


@shape
def county_in_a_column(folder: Path) -> Path:
    head = ("通番", "都道府県名", "郡", *HEAD)
    return save(sheet(head, *rows(lambda t: (t.number, t.prefecture, t.county, t.name))), folder)


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
def no_column_of_ranks(folder: Path) -> Path:
    return save(sheet(("題",), HEAD[:2], *(cells[:2] for cells in rows())), folder)


@shape
def blank_form_rows_below(folder: Path) -> Path:
    found = sheet(("No.", *HEAD), *rows(lambda t: (t.number, t.prefecture + t.name)))
    for number in (6, 7):
        found.append([number, None, None, None])
    return save(found, folder)


@shape
def numbers_that_contradict(folder: Path) -> Path:
    return save(sheet(("No.", *HEAD), *rows(lambda t: (t.number + 1, t.full))), folder)


@shape
def a_rank_left_out(folder: Path) -> Path:
    found = sheet(HEAD, *rows(), title="第2期")
    found["C6"] = None
    return save(found, folder)


@shape
def body_merged_then_saved_as_csv(folder: Path) -> Path:
    lines = [list(cells) for cells in rows()]
    lines[4][1] = None
    return text((HEAD, *lines), folder, "list.csv", ",")


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
def section_that_is_a_name(folder: Path) -> Path:
    lines = (*rows(teams=FIVE[:4]), ("■鹿児島県鹿屋市",), *((None, *m) for m in FIVE[4].members))
    return save(sheet(HEAD, *lines), folder)


@shape
def other_prefecture_beside_the_name(folder: Path) -> Path:
    def lead(team: Listed) -> tuple[object, ...]:
        return ("静岡県" if team.number == 1 else team.prefecture, team.full)

    return save(sheet(("都道府県", *HEAD), *rows(lead)), folder)


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
def name_of_two_statuses(folder: Path) -> Path:
    found = sheet((*HEAD, "区分"), *rows())
    found["D2"], found["D3"] = "継続", "新規"
    return save(found, folder)


@shape
def status_in_other_words(folder: Path) -> Path:
    found = sheet((*HEAD, "区分"), *rows())
    found["D2"], found["D5"] = "継続", "再応募"
    return save(found, folder)


@shape
def as_above_in_the_first_row(folder: Path) -> Path:
    return save(sheet(HEAD, ("〃", "総務省", "補佐級"), *rows()), folder)


@shape
def number_in_letters(folder: Path) -> Path:
    found = sheet(("No.", *HEAD), *rows(lambda t: (float(t.number), t.prefecture + t.name)))
    found["A5"] = "B"
    return save(found, folder)


@shape
def prefecture_that_is_none(folder: Path) -> Path:
    found = sheet(("県名", *HEAD), *rows(lambda t: (t.prefecture[:-1], f"{t.number} {t.name}")))
    found["A13"] = "薩摩"
    return save(found, folder)


@shape
def prefecture_and_status_as_above(folder: Path) -> Path:
    def lead(team: Listed) -> tuple[object, ...]:
        return (team.prefecture if team.number != 2 else "〃", "〃", f"{team.number} {team.name}")

    found = sheet(("都道府県", "継続新規の別", *HEAD), *rows(lead))
    found["B2"], found["B13"] = "継続", "新規"
    return save(found, folder)


@shape
def code_in_every_row(folder: Path) -> Path:
    found = sheet(("番号", "団体コード", *HEAD))
    for team in FIVE:
        for at, member in enumerate(team.members):
            found.append([team.number, team.code, None if at else team.name, *member])
    return save(found, folder)


@shape
def mark_that_is_none(folder: Path) -> Path:
    found = sheet(("継続", *HEAD), *rows(lambda t: ("-", t.full)))
    found["A5"] = "応相談"
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
def two_marks_in_one_row(folder: Path) -> Path:
    found = sheet(("継続", "新規", *HEAD), *rows(lambda t: (None, None, t.full)))
    found["A2"], found["B2"] = "○", "✓"
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
def stray_quotation_mark(folder: Path) -> Path:
    return text((HEAD, *rows(), ('"別添',)), folder, "list.txt", "\t")


@shape
def team_without_members(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), ("06.長野県南木曽町",)), folder)


@shape
def sections_of_regions(folder: Path) -> Path:
    lines = (("東北・北海道",), *rows(teams=FIVE[:4]), ("九州・沖縄地方",), *rows(teams=FIVE[4:]))
    return save(sheet(HEAD, *lines), folder)


@shape
def second_block_without_headings(folder: Path) -> Path:
    lines = list(rows())
    left, right = lines[:9], [*lines[9:], *[(None,) * 3] * 4]
    both = [(*one, None, *other) for one, other in zip(left, right, strict=True)]
    return save(sheet(HEAD, *both), folder)


@shape
def name_in_every_row_and_number_once(folder: Path) -> Path:
    found = sheet(("No.", *HEAD))
    for team in FIVE:
        for at, member in enumerate(team.members):
            found.append([None if at else team.number, team.prefecture + team.name, *member])
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


@shape
def reading_above_in_the_cell(folder: Path) -> Path:
    """Excel keeps the reading of a cell beside its text; it is no part of it."""
    old = "<t>01.北海道森町</t>".encode()
    new = "<t>01.北海道森町</t><rPh sb='3' eb='6'><t>ホッカイドウ</t></rPh>".encode()
    return patched(save(sheet(HEAD, *rows()), folder), old, new)


@shape
def list_of_another_title(folder: Path) -> Path:
    return save(sheet(("第３期支援対象団体・伴走支援チーム一覧",), HEAD, *rows()), folder)


@shape
def three_blocks(folder: Path) -> Path:
    parts = [list(rows(teams=FIVE[:2])), list(rows(teams=FIVE[2:4])), list(rows(teams=FIVE[4:]))]
    blank = (None, None, None)
    lines = [
        [
            cell
            for part in parts
            for cell in ((*part[at], None) if at < len(part) else (*blank, None))
        ]
        for at in range(6)
    ]
    return save(sheet([*HEAD, None] * 3, *lines), folder)


@shape
def team_that_goes_on_in_the_next_block(folder: Path) -> Path:
    lines = list(rows())
    left, right = lines[:8], lines[8:]
    both = [(*a, *b) for a, b in zip(left, [*right, *[(None,) * 3] * 2], strict=True)]
    return save(sheet(HEAD * 2, *both), folder)
