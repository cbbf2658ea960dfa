"""The roster as it would be with other texts."""

from __future__ import annotations

import pytest

from banso_cli.editing.outcome import new_errors, with_texts
from banso_cli.records.roster import Roster
from tests.conftest import BASE

MORI = "teams/2/013455-mori"


def text(record: str) -> str:
    return (BASE / f"{record}.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "record",
    [
        MORI,
        *("programme", "agencies", "themes", "periods/2", "municipalities/013455-mori"),
    ],
)
def test_the_same_text_gives_the_same_roster(record: str, base_roster: Roster) -> None:
    after = with_texts(base_roster, {record: text(record)})
    assert after.records == base_roster.records
    assert after.files == tuple(sorted(base_roster.files))
    assert new_errors(base_roster, after) == ()


def test_a_record_is_removed(base_roster: Roster) -> None:
    after = with_texts(base_roster, {}, [MORI])
    assert MORI not in {team.id for team in after.teams}
    assert f"roster/{MORI}.yaml" not in after.files
    assert "published-total" in {error.rule for error in new_errors(base_roster, after)}


@pytest.mark.parametrize(
    ("spoiled", "rule"), [("number: [\n", "broken-yaml"), ("number: 1\n", "missing-key")]
)
def test_a_text_that_gives_no_record_is_a_fault(
    spoiled: str, rule: str, base_roster: Roster
) -> None:
    after = with_texts(base_roster, {MORI: spoiled})
    assert after.unread == {MORI}
    assert rule in {error.rule for error in new_errors(base_roster, after)}
    mended = with_texts(after, {MORI: text(MORI)})
    assert (mended.unread, mended.faults) == (frozenset(), ())
    assert new_errors(after, mended) == ()


def test_an_error_in_other_words_is_not_new(base_roster: Roster) -> None:
    without = with_texts(base_roster, {}, [MORI])
    further = with_texts(without, {}, ["teams/2/032034-ofunato"])
    assert new_errors(without, further) == ()
