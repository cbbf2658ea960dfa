"""What bounds the label of a band names, and that nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.rules.programme.labels import Bounds, bounds_of
from tests.commands.running import PROJECT
from tests.conftest import BASE


def bounds(least: set[int] | None = None, below: set[int] | None = None) -> Bounds:
    return Bounds(frozenset(least or ()), frozenset(below or ()))


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("5千人未満", bounds(below={5_000})),
        ("5千人以上1万人未満", bounds({5_000}, {10_000})),
        ("１万人以上３万人未満", bounds({10_000}, {30_000})),
        ("1万5千人以上", bounds({15_000})),
        ("1.5万人以上", bounds({15_000})),
        ("3百人以上五百人未満", None),
        ("10,000人未満", bounds(below={10_000})),
        ("9,999人以下", bounds(below={10_000})),
        ("1万人以上 3万人以下", bounds({10_000}, {30_001})),
        ("1万人超3万人未満", bounds({10_001}, {30_000})),
        ("1万人超3万人以下", bounds({10_001}, {30_001})),
        ("5千〜1万人", bounds({5_000}, {10_000, 10_001})),
        ("5千人から1万人", bounds({5_000}, {10_000, 10_001})),
        ("1〜3万人", None),  # 1万〜3万人, as people read it
        ("1万人〜", bounds({10_000})),
        ("～5千人", bounds(below={5_000, 5_001})),
        ("20代以下", bounds(below={30})),
        ("30歳代", bounds({30}, {40})),
        ("30代", bounds({30}, {40})),
        ("30代・40代", None),
        ("30～40代", bounds({30}, {50})),
        ("60代以上", bounds({60})),
        ("20〜29歳", bounds({20}, {29, 30})),
        ("〜29才", bounds(below={29, 30})),
        ("小規模", None),
        ("10万人", None),
        ("以上", None),
        ("", None),
    ],
)
def test_labels(label: str, told: Bounds | None) -> None:
    assert bounds_of(label) == told


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_whatever_bounds_a_band_has_its_label_tells_them(least: int, size: int) -> None:
    below = least + size
    assert bounds_of(f"{least:,}人以上{below:,}人未満") == bounds({least}, {below})


@given(st.text("0123456789万千人代歳以上未満下〜~-.，,超 から", max_size=12))
def test_nothing_breaks_it(label: str) -> None:
    told = bounds_of(label)
    assert told is None or told.least or told.below


@pytest.mark.parametrize("folder", [BASE, PROJECT / "roster"], ids=["base", "real"])
def test_every_label_of_a_roster_is_understood(folder: Path) -> None:
    roster = read_roster(folder)
    assert roster.programme is not None
    bands = (*roster.programme.age_bands, *roster.programme.population_bands)
    assert all(bounds_of(band.name) for band in bands)
