"""A file whose record has other values: what differs is written, and not a letter beside it."""

from __future__ import annotations

from collections import Counter
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.editing.revising import revised
from banso_cli.files.failure import Failure
from banso_cli.intake.keeping import kept
from banso_cli.reading.shape import read_record
from banso_cli.records.fields.record import Source
from banso_cli.records.kinds import KINDS
from banso_cli.records.teams.team import Member, PrintedMember, PrintedTeam, Team
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping
from tests.editing import invented, noisy
from tests.editing.anchors import comments_in
from tests.editing.revised import read


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=50)
@given(data=st.data())
def test_a_record_of_the_same_values_keeps_every_letter(kind: str, data: st.DataObject) -> None:
    text = data.draw(noisy.noisy_files(KINDS[kind].declaration))
    tree = read_text(text, "", "").tree
    assert tree is not None
    record, _faults = read_record(KINDS[kind].declaration, tree, "", "")
    assert record is not None
    for written in (text, text.replace("\n", "\r\n")):
        assert revised(written, record, record, {}) == written


def as_listed(team: Team, chance: Random) -> Team:
    """Return a team as a list might have it: other members, another number, other assumptions."""
    seats = [member.model_copy(update={"printed": None, "role": None}) for member in team.members]
    seats = [Member(agency=each.agency, rank=each.rank) for each in seats]
    chance.shuffle(seats)
    if seats and chance.random() < 0.3:
        seats.pop()
    if not seats or chance.random() < 0.4:
        seats.append(Member(agency="日本郵便", rank="補佐級", role="オフィサー"))
    if chance.random() < 0.3:
        printed = PrintedMember(rank="課長補佐級")
        seats[0] = seats[0].model_copy(update={"printed": printed})
    return Team(
        number=chance.choice((team.number, 12)),
        municipality=team.municipality,
        printed=chance.choice((None, PrintedTeam(municipality="南木曾町"))),
        members=tuple(seats),
        assumptions=chance.choice(((), ("推定 1",), ("推定 1", "推定: 2"))),
        sources=(Source(title="一覧表"),),
    )


def people(team: Team) -> list[Counter[str]]:
    """Return who attended each activity, by all that does not change with a list."""
    return [
        Counter(
            repr((member.agency, member.gender, member.track, member.age))
            for number, member in enumerate(team.members, start=1)
            if number in activity.attended
        )
        for activity in team.activities
    ]


@settings(max_examples=300)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_a_list_changes_what_it_says_and_nothing_else(data: st.DataObject, seed: int) -> None:
    with patch.dict(invented.BARE, {"int": ("1", "2", "3")}):
        text = data.draw(noisy.noisy_files(Team))
    before, tree = read(text)
    found = kept(as_listed(before, Random(seed)), before, cites=bool(seed % 2))  # noqa: S311
    if found.lost:
        return
    try:
        after = revised(text, before, found.team, {"members": found.origins})
    except Failure as untouched:
        refused = str(untouched)
    else:
        refused = ""
    if refused:
        assert refused == "a comment belongs to what would be taken out"
        return
    assert read(after)[0] == found.team
    words = Counter(comment.words for comment in comments_in(text))
    assert Counter(comment.words for comment in comments_in(after)) == words
    assert people(found.team) == people(before)
    changed = {
        name for name in Team.model_fields if getattr(before, name) != getattr(found.team, name)
    }
    rest = iter(after.splitlines())
    assert all(line in rest for line in untouched_lines(text, tree, changed)), (text, after)


def untouched_lines(text: str, tree: Mapping, changed: set[str]) -> list[str]:
    """Return the lines of a file that belong to no key whose value changes."""
    starts = {name: entry.key.span.line for name, entry in tree.entries.items()}
    ends = [*list(starts.values())[1:], len(text.splitlines()) + 1]
    touched = {
        line
        for (name, start), end in zip(starts.items(), ends, strict=True)
        if name in changed
        for line in range(start, end)
    }
    return [line for n, line in enumerate(text.splitlines(), start=1) if n not in touched]
