"""The tables of names and positions that a made-up roster draws from: the CSV files here."""

from __future__ import annotations

import csv
from pathlib import Path


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table in their order, each by the heads of its columns."""
    text = (Path(__file__).parent / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
