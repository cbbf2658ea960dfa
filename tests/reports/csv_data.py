"""Sheets and the rows of CSV data."""

from __future__ import annotations

import csv
import io

from banso_cli.datasets.sheet import Cell, Sheet, Text


def rows_of(data: bytes, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline=""), strict=True))


def one_column(*cells: Cell) -> Sheet:
    column = Text("name", "名称", "", optional=True)
    return Sheet("names", "名称", "", (column,), tuple((cell,) for cell in cells))
