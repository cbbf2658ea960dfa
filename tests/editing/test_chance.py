"""Chance from a seed: the same everywhere, fair to every card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.example.chance import Chance, apportioned

weights = st.dictionaries(st.integers(), st.integers(1, 500), min_size=1, max_size=12)


def test_the_numbers_are_those_that_every_python_draws() -> None:
    chance = Chance(1, "names")
    assert [chance.below(1_000) for _draw in range(6)] == [165, 85, 150, 620, 921, 379]
    assert "".join(chance.shuffled("あいうえお")) == "おういあえ"


@given(st.integers(min_value=0), st.integers(-20, 20), st.integers(0, 50))
def test_a_number_stays_between_its_ends(seed: int, least: int, more: int) -> None:
    chance = Chance(seed, "numbers")
    assert least <= chance.between(least, least + more) <= least + more
    assert least <= chance.small(least, least + more) <= least + more


@given(st.integers(min_value=0), st.lists(st.integers()))
def test_shuffling_keeps_every_thing(seed: int, things: list[int]) -> None:
    assert sorted(Chance(seed, "order").shuffled(things)) == sorted(things)


@given(st.integers(min_value=0), weights, st.data())
def test_several_things_are_different_ones(
    seed: int, kinds: dict[int, int], data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, len(kinds)))
    drawn = Chance(seed, "several").several(kinds, count)
    assert len(set(drawn)) == count
    assert set(drawn) <= kinds.keys()


@given(st.integers(0, 10_000), weights)
def test_a_total_is_parted_to_within_one_of_what_is_due(total: int, kinds: dict[int, int]) -> None:
    parts = apportioned(total, kinds)
    whole = sum(kinds.values())
    assert sum(parts.values()) == total
    assert list(parts) == list(kinds)
    assert all(abs(parts[kind] * whole - total * kinds[kind]) < whole for kind in kinds)


@given(st.integers(min_value=0), st.integers(0, 200), weights)
def test_a_deck_has_the_cards_that_are_due(seed: int, total: int, kinds: dict[int, int]) -> None:
    deck = Chance(seed, "deck").deck(total, kinds)
    assert {kind: deck.count(kind) for kind in kinds} == apportioned(total, kinds)


def test_a_heavier_thing_is_drawn_more_often() -> None:
    chance = Chance(3, "weights")
    drawn = [chance.weighted({"heavy": 9, "light": 1}) for _draw in range(500)]
    assert 420 < drawn.count("heavy") < 480
