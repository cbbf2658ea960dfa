"""What holds of the difference of any two rosters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.changes.difference.aligning import MOST, Seat, assigned
from banso_cli.changes.difference.difference import (
    Change,
    Difference,
    HowChanged,
    RecordChange,
)
from banso_cli.changes.forms import FORMS, document
from banso_cli.records.roster import Roster
from tests.changes.applying import applied, values
from tests.changes.rosters import difference, pairs, public, rosters

Pair = tuple[Roster, Roster]
HOW: dict[HowChanged, HowChanged] = {"added": "removed", "removed": "added"}


@given(rosters)
def test_nothing_differs_from_itself(roster: Roster) -> None:
    found = difference(roster, roster)
    assert found.is_empty
    assert (found.renamed, found.records, found.rewritten, found.tables) == ((), (), (), ())


@given(pairs)
def test_what_is_told_is_all_that_there_is_backwards_too_and_in_every_form(pair: Pair) -> None:
    """One draw for all three: rosters take longer to draw than to compare."""
    before, after = pair
    there, back = difference(before, after), difference(after, before)
    assert applied(public(before), there) == values(public(after))
    assert_inverse(there, back)
    assert_told(there)


def assert_inverse(there: Difference, back: Difference) -> None:
    """Assert that backwards the same is told."""
    assert {(e.list, e.after, e.before) for e in there.renamed} == {
        (e.list, e.before, e.after) for e in back.renamed
    }
    names = {each.after: each.before for each in there.renamed}
    assert Counter(turned(each, names) for each in there.records) == Counter(
        replace(each, label="") for each in map(unordered, back.records)
    )
    cells = [
        (each.period, each.table, names.get(each.key, each.key), each.after, each.before)
        for each in there.tables or ()
    ]
    assert Counter(cells) == Counter(
        (each.period, each.table, each.key, each.before, each.after) for each in back.tables or ()
    )


def assert_told(found: Difference) -> None:
    """Assert that each form tells of all records, and of nothing that is personal."""
    texts = {form: document(form, found) for form in FORMS}
    assert not any(name in text for name in ("女性", "男性") for text in texts.values())
    for record in found.records:
        assert all(record.label in text for text in texts.values())


def turned(record: RecordChange, names: dict[str, str]) -> RecordChange:
    """Return what is told of a record backwards."""
    return unordered(
        replace(
            record,
            label="",
            id=record.id_before,
            id_before=record.id,
            change=HOW.get(record.change, record.change),
            changes=tuple(
                replace(
                    each,
                    path=tuple(names.get(word, word) for word in each.path),
                    before=each.after,
                    after=each.before,
                    seat=each.seat and each.seat[::-1],
                    whose="",
                )
                for each in record.changes
            ),
        )
    )


def unordered(record: RecordChange) -> RecordChange:
    """Return a record's changes in an order of their own; seats are counted on their own side."""
    changes = (
        replace(each, whose="")
        if not (each.is_order and each.path == ("members",))
        else Change(each.path, (), ())
        for each in record.changes
    )
    return replace(record, changes=tuple(sorted(changes, key=repr)))


seats = st.lists(
    st.builds(
        lambda agency, rank: Seat(agency, rank, "", f"{agency}{rank}"),
        st.sampled_from("ab"),
        st.sampled_from("xy"),
    ),
    max_size=9,
)


@given(seats, seats)
def test_seats_are_given_out_once_and_the_same_ones_backwards(
    before: list[Seat], after: list[Seat]
) -> None:
    found = assigned(before, after)
    assert len(found) == min(len(before), len(after))
    assert (
        len({one for one, _other in found}) == len({other for _one, other in found}) == len(found)
    )
    assert {(other, one) for one, other in assigned(after, before)} == set(found)
    identical = (Counter(before) & Counter(after)).total()
    assert sum(before[one] == after[other] for one, other in found) == identical


def test_more_seats_than_can_be_tried_are_given_out_too() -> None:
    before = [Seat(f"{at}", "", "", f"{at}") for at in range(40)]
    after = [*reversed(before[:20]), *(Seat(f"x{at}", "", "", "") for at in range(20))]
    found = assigned(before, after)
    assert len(found) == 40
    assert sum(before[one] == after[other] for one, other in found) == 20
    assert MOST < 10_000
