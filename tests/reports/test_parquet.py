"""Parquet: types, exact shares, and the same bytes."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from banso_cli.datasets.editions import SHEETS
from banso_cli.datasets.formats.parquet import sheet_parquet
from banso_cli.datasets.sheet import Sheet
from banso_cli.files.failure import Failure
from tests.reports.summaries import (
    SUMMARIES,
    all_statistics,
    complete_summary,
    real_summary,
    sheet_of,
)


def cells_read(data: bytes) -> list[tuple[object, ...]]:
    frame = pd.read_parquet(io.BytesIO(data)).astype(object)
    return [
        tuple(None if pd.isna(cell) else cell for cell in row)
        for row in frame.itertuples(index=False)
    ]


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("table", SHEETS)
def test_every_cell_comes_back(name: str, table: str) -> None:
    sheet = sheet_of(SUMMARIES[name](), table)
    assert cells_read(sheet_parquet(sheet)) == list(sheet.rows)


def test_columns_have_their_types_and_titles() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = sheet_parquet(all_statistics(complete_summary()))
    schema = parquet.read_schema(io.BytesIO(data))
    assert str(schema.field("count").type) == "int64"
    assert str(schema.field("share").type) == "decimal128(4, 1)"
    assert str(schema.field("key").type) == "string"
    assert schema.field("share").metadata[b"title"].decode() == "割合(%)"
    frame = pd.read_parquet(io.BytesIO(data))
    assert str(frame.dtypes["published"]) == "Int64"
    teams = pd.read_parquet(io.BytesIO(sheet_parquet(sheet_of(real_summary(), "teams"))))
    assert teams["municipality_code"][0] == "013455"


def test_published_shares_keep_their_digits() -> None:
    sheet = sheet_of(real_summary(), "rank")
    assert cells_read(sheet_parquet(_with_share(sheet, Decimal("33.333"))))[0][7] == Decimal(
        "33.333"
    )
    assert cells_read(sheet_parquet(_with_share(sheet, Decimal(100))))[0][7] == Decimal(100)


def _with_share(sheet: Sheet, share: Decimal) -> Sheet:
    first = sheet.rows[0]
    return replace(sheet, rows=((*first[:7], share, *first[8:]),))


def test_the_same_tables_give_the_same_bytes() -> None:
    shown = all_statistics(real_summary())
    assert sheet_parquet(shown) == sheet_parquet(shown)


def test_without_pyarrow_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Failure, match="pyarrow"):
        sheet_parquet(all_statistics(real_summary()))
