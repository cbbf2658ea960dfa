"""Files as others give them out: workbooks, and texts of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(file: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write a workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return file


def text(file: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write the cells as a text in an encoding."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    file.write_bytes(stream.getvalue().encode(encoding))
    return file


def register(
    people: Mapping[str, tuple[str, str, object]], part: str = "総計", year: str = "令和9年"
) -> list[list[object]]:
    """Return rows as in 住民基本台帳: prefecture, name and people by the code of six digits.

    Figures of the sums and of what else the ministry counts are of no meaning.
    """
    title = (
        f"{year}1月1日住民基本台帳人口・世帯数、令和8年（1月1日から同年12月31日まで）人口動態"
        f"（市区町村別）（{part}）"
    )
    return [
        [title],
        [None, None, None, year, year, year, year, "令和8年", "令和8年", "令和8年"],
        [None, None, None, "人口", None, None, "世帯数", "住民票記載数", None, None],
        [None, None, None, "男", "女", "計", "世帯数", "転入者数（国内）", "出生者数", "計"],
        ["団体コード", "都道府県名", "市区町村名", "人", "人", "人", "世帯", "人", "人", "人"],
        ["-", "合計", "-", 4, 5, 9, 3, 1, 1, 2],
        ["010006", "北海道", "-", 4, 5, 9, 3, 1, 1, 2],
        ["011011", "北海道", "札幌市中央区", 4, 5, 9, 3, 1, 1, 2],
        *([code, *names, 4, 5, value, 3, 1, 1, 2] for code, (*names, value) in people.items()),
    ]
