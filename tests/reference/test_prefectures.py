"""The prefectures are whole, and no two share a cell of a tile map."""

from banso_cli.reference.prefectures import Cell, prefecture_names, prefectures


def test_the_47_prefectures_have_the_codes_01_to_47() -> None:
    assert list(prefectures()) == [f"{number:02}" for number in range(1, 48)]


def test_a_prefecture_is_found_by_its_code() -> None:
    assert prefecture_names()["13"] == "東京都"
    assert prefectures()["01"].kana == "ほっかいどう"
    assert prefectures()["47"].romaji == "Okinawa"


def test_no_two_prefectures_share_a_cell() -> None:
    assert len({each.wide for each in prefectures().values()}) == 47
    assert len({each.narrow for each in prefectures().values()}) == 47


def test_cells_are_counted_from_one() -> None:
    cells = [cell for each in prefectures().values() for cell in (each.wide, each.narrow)]

    assert min(cell.row for cell in cells) == 1
    assert min(cell.column for cell in cells) == 1
    assert prefectures()["01"].wide == Cell(row=1, column=15)
