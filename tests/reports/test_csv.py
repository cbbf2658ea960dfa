"""CSV: what spreadsheets and programs read back."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.datasets.editions import ALL_SHEETS, SHEETS, TABLES
from banso_cli.datasets.formats.csv import (
    RUN_BY_SPREADSHEETS,
    cell_text,
    sheet_csv,
)
from banso_cli.statistics.dimensions import GENDER, RANK, REGION
from banso_cli.statistics.tables.results import results_of
from banso_cli.statistics.tables.table import Row, Table, TableStatus
from tests.reports.csv_data import one_column, rows_of
from tests.reports.summaries import (
    SUMMARIES,
    as_csv,
    complete_counting,
    complete_summary,
    real_summary,
    sheet_of,
)
from tests.statistics.rosters import counting, member, real_counting, team

LONG_FORM = (
    "期,表ID,表,単位,区分,区分2,数,割合(%),応募の集計,応募,公表値,公表値の割合(%),差,計,"
    "状態,注,時点,注意"
)


LONG_FORM_IN_ENGLISH = (
    *("period", "table", "title", "unit", "key", "second_key", "count", "share"),
    *("applications", "applied"),
    *("published", "published_share", "difference", "total", "status", "note", "as_of", "caution"),
)


def unquoted(text: str) -> str:
    """Return a text without the quote that makes it harmless."""
    return text[1:] if text[:1] == "'" and text[1:2] in RUN_BY_SPREADSHEETS else text


def test_the_long_form_opens_in_japanese_excel() -> None:
    data = as_csv(results_of(real_counting(), 0))
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert "\n" not in "".join(lines)
    assert lines[0] == LONG_FORM
    assert lines[-1] == ""


def test_each_line_says_up_to_which_day_the_records_go() -> None:
    assert {row["時点"] for row in rows_of(as_csv(results_of(real_counting(), 0)))} == {
        "2026-04-01"
    }


def test_a_blank_says_why() -> None:
    rows = rows_of(as_csv(results_of(real_counting(), 0)))
    assert {row["状態"] for row in rows} == {"収録", "公表値", "未収録"}
    (lost,) = [row for row in rows if row["表ID"] == "gender"]
    assert (lost["数"], lost["割合(%)"], lost["状態"]) == ("", "", "未収録")
    applied = next(row for row in rows if row["区分"] == "国の職員からの応募")
    assert (applied["数"], applied["公表値"], applied["差"]) == ("", "308", "")
    assert applied["状態"] == "公表値"
    officers = next(row for row in rows if row["区分"] == "地方創生支援官")
    assert (officers["数"], officers["公表値"], officers["差"]) == ("279", "278", "1")


def test_a_total_that_nobody_knows_is_not_recorded() -> None:
    rows = rows_of(sheet_csv(sheet_of(SUMMARIES["totals"](), "totals")))
    unknown = [row for row in rows if not row["公表値"] and not row["数"]]
    assert unknown
    assert {row["状態"] for row in unknown} == {"未収録"}


def test_cross_tables_stand_in_two_columns() -> None:
    crosses = ((RANK, REGION), (RANK, GENDER), (GENDER, RANK))
    found = results_of(complete_counting(), 0, (), crosses, totals=False)
    rows = rows_of(as_csv(found))
    cells = [row for row in rows if row["表ID"] == "rank,region"]
    assert sum(int(row["数"]) for row in cells) == 279
    assert {row["計"] for row in cells} == {"279"}
    assert len({(row["区分"], row["区分2"]) for row in cells}) == len(cells) == 5 * 8


def test_a_withheld_cross_shows_its_reason_and_no_cell() -> None:
    few = counting([team(1, "013455", [member(gender="女性", age=34), member(gender="男性")])])
    (row,) = rows_of(as_csv(results_of(few, 0, (), ((RANK, GENDER),), totals=False)))
    assert (row["状態"], row["区分"], row["数"]) == ("秘匿", "", "")
    assert row["注"].startswith("秘匿。")


def test_the_data_of_a_faulty_or_made_up_roster_are_stamped() -> None:
    for name, word in (("real", ""), ("faulty", "不完全"), ("complete", "架空データ")):
        for table in SHEETS:
            rows = rows_of(sheet_csv(sheet_of(SUMMARIES[name](), table)))
            assert {row["注意"] for row in rows} <= {word}
    both = replace(complete_summary(), errors=1)
    rows = rows_of(sheet_csv(sheet_of(both, "statistics")))
    assert {row["注意"] for row in rows} == {"架空データ（不完全）"}
    assert {row["状態"] for row in rows} == {"不完全"}
    assert {row["注意"] for row in rows_of(as_csv(results_of(real_counting(), 1)))} == {"不完全"}


def test_cells_that_excel_would_run_are_made_harmless() -> None:
    sheet = one_column("=1+1", "-森町", "@x", "\t1", "＝1", "－森", "森町", -3, Decimal("-2.5"))
    found = [row["名称"] for row in rows_of(sheet_csv(sheet))]
    assert found == ["'=1+1", "'-森町", "'@x", "'\t1", "'＝1", "'－森", "森町", "-3", "-2.5"]
    rows = (Row("=1+1", 1), Row("森町", 4))
    table = Table("rank", "+x", "支援官", "名", TableStatus.RECORDED, 10, rows=rows)
    shown = replace(results_of(real_counting(), 0, (), totals=False), tables=(table,))
    assert [row["区分"] for row in rows_of(as_csv(shown))] == ["'=1+1", "森町"]
    assert rows_of(as_csv(shown))[0]["表"] == "'+x"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_any_text_comes_back(texts: list[str]) -> None:
    sheet = one_column(*texts)
    for encoding in ("utf-8", "utf-8-sig"):
        stream = io.StringIO(sheet_csv(sheet, encoding).decode(encoding), newline="")
        head, *rows = csv.reader(stream, strict=True)
        assert head == ["名称"]
        found = [row[0] if row else "" for row in rows]
        assert [unquoted(text) for text in found] == [unquoted(text) for text in texts]
        assert not any(text[:1] in RUN_BY_SPREADSHEETS for text in found if text)


@given(st.decimals(0, 100, places=1), st.integers(-999, 999))
def test_numbers_have_plain_digits(share: Decimal, count: int) -> None:
    assert re.fullmatch(r"[0-9]+\.[0-9]", cell_text(share))
    assert Decimal(cell_text(share)) == share
    assert int(cell_text(count)) == count
    assert cell_text(None) == ""


def test_a_single_table_has_its_own_lines_alone() -> None:
    whole = rows_of(sheet_csv(sheet_of(complete_summary(), "statistics")))
    parts = [name for name in TABLES if name not in ALL_SHEETS]
    found = [rows_of(sheet_csv(sheet_of(complete_summary(), name))) for name in parts]
    for name, rows in zip(parts, found, strict=True):
        assert {row["表ID"] for row in rows} == {name}
    assert [row for rows in found for row in rows] == whole
    with pytest.raises(KeyError):
        sheet_of(complete_summary(), "galaxy")


def test_codes_keep_their_zeros_and_stand_beside_names() -> None:
    rows = rows_of(sheet_csv(sheet_of(real_summary(), "teams")))
    assert (rows[0]["団体コード"], rows[0]["市町村"]) == ("013455", "森町")
    assert all(re.fullmatch("[0-9]{6}", row["団体コード"]) for row in rows)
    first = rows_of(sheet_csv(sheet_of(real_summary(), "prefectures"), header="en"))[0]
    assert (first["prefecture_code"], first["prefecture"]) == ("01", "北海道")


def test_seats_have_no_personal_attribute() -> None:
    head = sheet_of(complete_summary(), "members").headings("en")
    assert head == (
        *("period", "number", "municipality_code", "prefecture", "municipality"),
        *("seat", "agency", "rank", "role", "caution"),
    )
    rows = rows_of(sheet_csv(sheet_of(complete_summary(), "members")))
    assert len(rows) == 279
    assert [row["役割"] for row in rows].count("オフィサー") == 8


def test_what_is_not_known_of_a_team_is_blank() -> None:
    _known, row = rows_of(sheet_csv(sheet_of(SUMMARIES["faulty"](), "teams")))
    unknown = ("都道府県", "市町村", "かな", "人口", "ウェブサイト")
    assert [row[heading] for heading in unknown] == [""] * 5
    assert (row["地域"], row["人口区分"], row["新規・継続"]) == ("未収録",) * 3
    assert row["団体コード"] == "999999"


def test_names_of_columns_are_ascii_and_headings_differ() -> None:
    for name in SHEETS:
        sheet = sheet_of(real_summary(), name)
        names = sheet.headings("en")
        assert all(re.fullmatch("[a-z][a-z0-9_]*", each) for each in names)
        assert len(set(names)) == len(set(sheet.headings())) == len(sheet.columns)
        assert all(column.description for column in sheet.columns)
    assert sheet_of(real_summary(), "statistics").headings("en") == LONG_FORM_IN_ENGLISH
