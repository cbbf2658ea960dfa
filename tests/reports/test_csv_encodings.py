"""CSV in cp932 and UTF-8: each letter comes back, or is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.datasets.editions import TABLES
from banso_cli.datasets.formats.csv import (
    Encoding,
    cell_text,
    sheet_csv,
)
from banso_cli.files.failure import Failure
from tests.reports.csv_data import one_column, rows_of
from tests.reports.summaries import (
    SUMMARIES,
    sheet_of,
)


@given(st.text(st.characters(codec="utf-8")))
def test_cp932_holds_a_text_whole_or_names_the_letter(text: str) -> None:
    sheet = one_column("森町", text)
    lacking = [letter for letter in cell_text(text) if not survives(letter)]
    if lacking:
        at = rf"（U\+{ord(lacking[0]):04X}）.*names の3行目、列「名称」"
        with pytest.raises(Failure, match=at):
            sheet_csv(sheet, "cp932")
    else:
        stored = sheet_csv(sheet, "cp932").decode("cp932")
        assert stored.encode("utf-8") == sheet_csv(sheet, "utf-8")


def survives(letter: str) -> bool:
    """Tell whether a letter is the same after a journey through cp932."""
    return letter.encode("cp932", "ignore").decode("cp932") == letter


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("1〜2", "〜"),  # WAVE DASH, not FULLWIDTH TILDE
        ("−1", "−"),  # MINUS SIGN, not FULLWIDTH HYPHEN-MINUS
        ("A‖B", "‖"),
        ("¢", "¢"),
        ("—", "—"),
        ("𠮷野家", "𠮷"),
        ("葛\U000e0100城市", "\U000e0100"),
        ("é", "é"),
    ],
)
def test_cp932_replaces_no_letter_by_another(text: str, letter: str) -> None:
    with pytest.raises(
        Failure, match=f"「{letter}」.*U\\+{ord(letter):04X}.*names の2行目、列「名称」"
    ):
        sheet_csv(one_column(text), "cp932")


def test_cp932_holds_the_letters_of_names() -> None:
    names = ("1～2", "－1", "髙﨑", "塚", "―", "∥", "①")
    data = sheet_csv(one_column(*names), "cp932")
    assert [row["名称"].lstrip("'") for row in rows_of(data, "cp932")] == list(names)


def test_a_lone_surrogate_fits_no_encoding() -> None:
    for encoding in ("utf-8", "utf-8-sig", "cp932"):
        with pytest.raises(Failure):
            sheet_csv(one_column("\ud800"), encoding)


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_every_table_fits_every_encoding(name: str, encoding: Encoding) -> None:
    for table in TABLES:
        sheet = sheet_of(SUMMARIES[name](), table)
        rows = rows_of(sheet_csv(sheet, encoding), encoding)
        assert len(rows) == len(sheet.rows)
        english = rows_of(sheet_csv(sheet, encoding, "en"), encoding)
        assert [[*row.values()] for row in rows] == [[*row.values()] for row in english]
