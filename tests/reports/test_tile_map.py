"""The map of the prefectures, in its wide and its narrow form."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.datasets.prefecture_entries import by_prefecture
from banso_cli.reports.pictures.lettering import text_width
from banso_cli.reports.pictures.svg import map_svg
from banso_cli.reports.pictures.tile_words import MapKind
from banso_cli.reports.summary import Summary, summary_of
from tests.conftest import Golden
from tests.reports.pictures import Picture, Shape, Text, contrast, lowest_contrast
from tests.reports.summaries import complete_summary, real_summary
from tests.statistics.rosters import counting, member, real_counting, team, totals_counting

FORMS = [(kind, narrow) for kind in MapKind for narrow in (False, True)]
SWATCH = 14
STEPS = ("step1", "step2", "step3", "step4")


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(real_counting(), 0)


def tiles(picture: Picture) -> list[Shape]:
    """Return the tiles without the swatches of the legend."""
    return [shape for shape in picture.shapes if shape.width > SWATCH]


def on(picture: Picture, tile: Shape) -> list[Text]:
    """Return what stands on a tile: its name and its number."""
    return [
        text
        for text in picture.texts
        if text.anchor == "middle"
        and 0 < text.x - tile.x < tile.width
        and 0 < text.y - tile.y < tile.height
    ]


def numbers(picture: Picture) -> dict[str, str]:
    """Return the numbers by the names of the tiles."""
    pairs = ([text.words for text in on(picture, tile)] for tile in tiles(picture))
    return {name: number for name, number in pairs}  # noqa: C416 - tells that there are two


@pytest.mark.parametrize(("kind", "narrow"), FORMS)
def test_a_map_is_small_and_has_a_tile_for_each_prefecture(kind: MapKind, *, narrow: bool) -> None:
    svg = map_svg(complete_summary(), kind, narrow=narrow)
    assert len(svg.encode()) < 20_000
    picture = Picture(svg)
    width, height = picture.box
    assert len(tiles(picture)) == len(numbers(picture)) == 47
    for tile in tiles(picture):
        assert tile.x + tile.width <= width
        assert tile.y + tile.height <= height
    for one, other in combinations(tiles(picture), 2):
        assert abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height
    for text in picture.texts:
        half = text_width(text.words, text.size) / (2 if text.anchor == "middle" else 1)
        assert text.x + half <= width
        if text.anchor == "start":
            assert not any(
                text.x + half > tile.x
                and text.x < tile.x + tile.width
                and tile.y < text.y < tile.y + tile.height
                for tile in tiles(picture)
            )
    assert lowest_contrast(picture) >= 4.5


def test_the_map_of_all_teams_has_their_numbers(summary: Summary) -> None:
    found = numbers(Picture(map_svg(summary, MapKind.ALL)))
    assert sum(int(number) for number in found.values()) == 97
    assert sum(number != "0" for number in found.values()) == 38
    assert (found["北海道"], found["長野"], found["東京"]) == ("11", "5", "0")
    assert found == numbers(Picture(map_svg(summary, MapKind.ALL, narrow=True)))
    picture = Picture(map_svg(summary, MapKind.ALL))
    assert "38道府県の97市町村。" in picture.words()
    assert "未収録" not in picture.words()
    assert "北海道11、岩手県3、" in picture.child("desc")
    assert "0は青森県、栃木県、東京都、" in picture.child("desc")


def test_a_map_of_what_is_mostly_unknown_says_so_instead(summary: Summary) -> None:
    picture = Picture(map_svg(summary, MapKind.CONTINUING))
    told = (
        "97市町村のうち70市町村は新規・継続が未収録のため、地図には示さない（公表値は47市町村）。"
    )
    assert told in picture.words()
    assert picture.child("desc") == told
    assert not tiles(picture)


def test_what_is_not_recorded_is_not_taken_for_zero() -> None:
    places = ["北海道", "北海道", "北海道", "宮城県", "青森県", "青森県", "青森県"]
    labels = ["継続", "継続", "", "", "新規", "継続", "継続"]
    named = zip(real_summary().teams, places, labels, strict=False)
    teams = tuple(replace(t, prefecture=place, label=label) for t, place, label in named)
    some = replace(real_summary(), teams=teams, prefectures=by_prefecture(teams))
    picture = Picture(map_svg(some, MapKind.CONTINUING))
    found = numbers(picture)
    assert (found["北海道"], found["宮城"], found["青森"], found["福島"]) == ("2+", "…", "2", "0")
    assert "2道府県の4市町村（公表値は47市町村）。" in picture.words()
    assert "ほかの2市町村は新規・継続が未収録で、数に入れない" in picture.child("desc")
    assert "北海道2+、青森県2、宮城県…。" in picture.child("desc")
    looks = {on(picture, tile)[0].words: tile.look.name for tile in tiles(picture)}
    assert (looks["北海道"], looks["宮城"], looks["福島"]) == ("step1", "unknown", "none")


def test_more_teams_are_darker_and_in_the_dark_look_lighter(summary: Summary) -> None:
    picture = Picture(map_svg(summary, MapKind.ALL))
    light = {shape.look.name: shape.look.fill for shape in picture.shapes}
    on_white = [contrast(light[step], "#fff") for step in STEPS]
    on_black = [contrast(picture.fills()[step], "#000") for step in STEPS]
    assert on_white == sorted(on_white)
    assert on_black == sorted(on_black)
    assert min(later / earlier for earlier, later in pairwise(on_white)) > 1.4
    assert light["none"] == "#fff"


def test_a_period_without_a_list_has_no_numbers() -> None:
    for kind in MapKind:
        picture = Picture(map_svg(summary_of(totals_counting(), 0), kind))
        assert set(numbers(picture).values()) == {"…"}
        assert picture.child("desc") == "未収録。この期のチームの一覧は収めていない。"


def test_teams_without_a_prefecture_are_told_of() -> None:
    found = [team(1, "999999", [member()]), team(2, "013455", [member()], status="new")]
    picture = Picture(map_svg(summary_of(counting(found), 2), MapKind.NEW))
    assert "都道府県の分からない1市町村は、図にない。" in picture.child("desc")
    assert picture.child("desc").startswith("不完全：台帳に2件のエラー。")
    assert "不完全" in picture.words()
    assert numbers(picture)["北海道"] == "1"
    assert "0は青森県、" in picture.child("desc")


@given(st.lists(st.integers(0, 2000), min_size=141, max_size=141))
def test_any_numbers_fit_into_their_tiles(drawn: list[int]) -> None:
    base = summary_of(real_counting(), 0)
    each = zip(base.prefectures, drawn[:47], drawn[47:94], drawn[94:], strict=True)
    changed = replace(
        base,
        prefectures=tuple(
            replace(place, teams=new + old + lost, new=new, continuing=old, unknown=lost)
            for place, new, old, lost in each
        ),
    )
    for narrow in (False, True):
        picture = Picture(map_svg(changed, MapKind.NEW, narrow=narrow))
        for tile in tiles(picture):
            for text in on(picture, tile):
                assert text_width(text.words, text.size) <= tile.width


def test_the_wide_map_is_as_it_was(golden: Golden) -> None:
    found = [
        team(1, "013455", [member()], status="new"),
        team(2, "013455", [member()]),
        team(3, "032034", [member()], status="continuing"),
    ]
    golden("reports/map-new.svg", map_svg(summary_of(counting(found), 0), MapKind.NEW))
