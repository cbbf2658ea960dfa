"""Shapes of what stands beside a name: numbers, prefectures, readings, statuses, sections."""

from __future__ import annotations

from pathlib import Path

from tests.lists.five import (
    FIVE,
    HEAD,
    Listed,
    merge,
    rows,
    save,
    sheet,
)
from tests.lists.shapes.made import patched, shape


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
def heading_over_number_and_name(folder: Path) -> Path:
    head = ("市町村名", None, "所属府省庁", "役職")
    found = sheet(head, *rows(lambda t: (t.number, t.prefecture + t.name)))
    return save(merge(found, "A1:B1"), folder)


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
def numbers_that_contradict(folder: Path) -> Path:
    return save(sheet(("No.", *HEAD), *rows(lambda t: (t.number + 1, t.full))), folder)


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
def mark_that_is_none(folder: Path) -> Path:
    found = sheet(("継続", *HEAD), *rows(lambda t: ("-", t.full)))
    found["A5"] = "応相談"
    return save(found, folder)


@shape
def two_marks_in_one_row(folder: Path) -> Path:
    found = sheet(("継続", "新規", *HEAD), *rows(lambda t: (None, None, t.full)))
    found["A2"], found["B2"] = "○", "✓"
    return save(found, folder)


@shape
def sections_of_regions(folder: Path) -> Path:
    lines = (("東北・北海道",), *rows(teams=FIVE[:4]), ("九州・沖縄地方",), *rows(teams=FIVE[4:]))
    return save(sheet(HEAD, *lines), folder)


@shape
def name_in_every_row_and_number_once(folder: Path) -> Path:
    found = sheet(("No.", *HEAD))
    for team in FIVE:
        for at, member in enumerate(team.members):
            found.append([None if at else team.number, team.prefecture + team.name, *member])
    return save(found, folder)


@shape
def reading_above_in_the_cell(folder: Path) -> Path:
    """Excel keeps the reading of a cell beside its text; it is no part of it."""
    old = "<t>01.北海道森町</t>".encode()
    new = "<t>01.北海道森町</t><rPh sb='3' eb='6'><t>ホッカイドウ</t></rPh>".encode()
    return patched(save(sheet(HEAD, *rows()), folder), old, new)
