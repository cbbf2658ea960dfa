"""Tables of public facts, as CSV beside this module."""

import csv
from pathlib import Path


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a table, without its head."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))[1:]
