"""Shapes of names, numbers and headings as clerks write them."""

from __future__ import annotations

from pathlib import Path

from tests.lists.five import FIVE, HEAD, merge, rows, save, sheet, text
from tests.lists.shapes.made import shape


def each_named(folder: Path, name: str) -> Path:
    """Write the list with names in this form."""
    lines = rows(lambda team: (name.format(team=team, n=team.number),))
    return save(sheet(HEAD, *lines), folder)


@shape
def numbers_as_of_laws(folder: Path) -> Path:
    return each_named(folder, "第{n}号　{team.prefecture}{team.name}")


@shape
def county_behind_the_name(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["A2"], found["A11"] = "01.北海道森町（茅部郡）", "04.山形県河北町(西村山郡)"
    return save(found, folder)


@shape
def county_of_another(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["A2"] = "01.北海道森町（余市郡）"
    return save(found, folder)


@shape
def numbers_in_their_own_rows(folder: Path) -> Path:
    lines = []
    for team in FIVE:
        names = (f"{team.number}.", team.prefecture + team.name, None)
        lines += [(name, *member) for name, member in zip(names, team.members, strict=False)]
    return save(sheet(HEAD, *lines), folder)


@shape
def numbers_of_applications(folder: Path) -> Path:
    lines = rows(lambda team: (f"R8-{team.number:02d}", team.prefecture + team.name))
    return save(sheet(("管理番号", *HEAD), *lines), folder)


@shape
def a_number_for_each_member(folder: Path) -> Path:
    found = sheet(("市町村名", "No.", *HEAD[1:]))
    for team in FIVE:
        for at, member in enumerate(team.members):
            found.append([None if at else team.full, at + 1, *member])
    return save(found, folder)


@shape
def names_in_every_row_and_numbers_of_rows(folder: Path) -> Path:
    members = [(team.prefecture + team.name, *each) for team in FIVE for each in team.members]
    return save(sheet(("No.", *HEAD), *((n, *cells) for n, cells in enumerate(members, 1))), folder)


@shape
def arrows_for_as_above(folder: Path) -> Path:
    return save(sheet(HEAD, *((name or "↓", *seat) for name, *seat in rows())), folder)


@shape
def marks_of_leaders(folder: Path) -> Path:
    lines = ((name, f"◎{body}" if name else body, rank) for name, body, rank in rows())
    return save(sheet(HEAD, *lines), folder)


@shape
def offices_behind_bodies(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B5"], found["B8"] = "国土交通省（東北地方整備局）", "国土交通省\n東北運輸局"
    return save(found, folder)


@shape
def a_body_behind_another(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B5"] = "国土交通省（気象庁）"
    return save(found, folder)


@shape
def offices_in_a_column(folder: Path) -> Path:
    head = (("市町村名", "所属", None, "役職"), (None, "府省庁", "部局名", None))
    lines = ((name, body, "大臣官房", rank) for name, body, rank in rows())
    return save(merge(sheet(*head, *lines), "B1:C1"), folder)


@shape
def counts_below(folder: Path) -> Path:
    below = (("総数", 5, 14), ("計５団体",), ("５団体", "14名"))
    return save(sheet(HEAD, *rows(), *below), folder)


@shape
def a_remark_without_a_mark(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), ("上記のほか、長野県南木曽町を予定",)), folder)


@shape
def body_and_rank_in_a_column(folder: Path) -> Path:
    lines = ((name, f"{body} {rank}") for name, body, rank in rows())
    return save(sheet(("市町村名", "所属・役職"), *lines), folder)


@shape
def rows_and_columns_exchanged(folder: Path) -> Path:
    names = ("市町村名", *(team.full for team in FIVE))
    bodies = ("所属府省庁", *(team.members[0][0] for team in FIVE))
    return save(sheet(names, bodies, ("役職", *(t.members[0][1] for t in FIVE))), folder)


@shape
def rank_of_today_and_there(folder: Path) -> Path:
    head = ("市町村名", "現所属", "現役職", "派遣先での役職")
    return save(sheet(head, *((*cells, "参与") for cells in rows())), folder)


@shape
def formulas_in_csv(folder: Path) -> Path:
    lines = ((f'="{name}"' if name else "", *seat) for name, *seat in rows())
    return text((HEAD, *lines), folder, "list.csv", ",")


@shape
def readings_below_names(folder: Path) -> Path:
    lines = []
    for team in FIVE:
        names = (team.full, f"（{team.kana}）", None)
        lines += [(name, *member) for name, member in zip(names, team.members, strict=False)]
    return save(sheet(HEAD, *lines), folder)


@shape
def two_bodies_joined_by_a_point(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B15"] = "環境省・総務省"
    return save(found, folder)


@shape
def ranks_with_counts(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["C3"], found["C6"], found["B15"] = "補佐級（２名）", "係長級×2", "環境省(3人)"
    found["B8"] = "国土交通省（2）"  # a mark of a footnote
    return save(found, folder)


@shape
def breaks_in_markdown(folder: Path) -> Path:
    lines = [
        ("", team.full, *("<br>".join(each) for each in zip(*team.members, strict=True)), "")
        for team in FIVE
    ]
    head = (("", *HEAD, ""), ("", "---", "---", "---", ""))
    return text((*head, *lines), folder, "list.md", "|")


@shape
def a_list_of_reference_beside(folder: Path) -> Path:
    lines = [[*cells, None, None, None] for cells in rows()]
    lines[0][3:], lines[1][4:] = ("06.長野県南木曽町", "総務省", "補佐級"), ("財務省", "補佐級")
    return save(sheet((None, None, None, "（参考）前期"), HEAD * 2, *lines), folder)
