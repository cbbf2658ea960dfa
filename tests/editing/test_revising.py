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
from banso_cli.records.kinds import KINDS
from banso_cli.records.record import Source
from banso_cli.records.team import Member, PrintedMember, PrintedTeam, Team
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping
from tests.editing import noisy
from tests.editing.anchors import comments_in

Read = tuple[Team, Mapping]


def read(text: str) -> Read:
    tree = read_text(text, "", "").tree
    assert isinstance(tree, Mapping), text
    team, _faults = read_record(Team, tree, "", "")
    assert team is not None
    return team, tree


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
    with patch.dict(noisy.BARE, {"int": ("1", "2", "3")}):
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


AWKWARD = """\
# 先頭の注記
number:   0012x  # 番号
municipality: "013455"
members:
  # 一人目
  - agency:   '総務省'
    rank: >-  # 折り返し
      補佐級
    age: 34  # 満年齢

  -   rank: "課長級"
      agency: 財務省
      # 二人目の終わり
activities:
  - {kind: visit,  date: 2026-06-01,  attended: [ 1 ]}
  - kind: online
    date: 2026-06-02
    attended:
      - 2
assumptions: [ "推定" ]
sources:
  - title: 一覧表   # 出典
    url: https://example.jp/"""

REVISED = """\
# 先頭の注記
number:   3  # 番号
municipality: "013455"
printed: {municipality: 森}
members:
  -   rank: "課長級"
      printed: {agency: 大蔵省}
      agency: 財務省
      # 二人目の終わり

  # 一人目
  - agency:   '総務省'
    rank: >-  # 折り返し
      補佐級
    age: 34  # 満年齢
activities:
  - {kind: visit,  date: 2026-06-01,  attended: [ 2 ]}
  - kind: online
    date: 2026-06-02
    attended:
      - 1
assumptions: ["推定", 次の推定]
sources:
  - title: 一覧表   # 出典
    url: https://example.jp/
  - title: 第2版
"""


def test_a_file_of_every_kind_of_writing() -> None:
    text = AWKWARD.replace("0012x", "12")
    before, _tree = read(text)
    first, second = before.members
    second = second.model_copy(update={"printed": PrintedMember(agency="大蔵省")})
    visit, online = before.activities
    after = before.model_copy(
        update={
            "number": 3,
            "printed": PrintedTeam(municipality="森"),
            "members": (second, first),
            "activities": (
                visit.model_copy(update={"attended": (2,)}),
                online.model_copy(update={"attended": (1,)}),
            ),
            "assumptions": ("推定", "次の推定"),
            "sources": (*before.sources, Source(title="第2版")),
        }
    )
    moved = {"members": (1, 0)}
    assert revised(text, before, after, moved) == REVISED
    windows = text.replace("\n", "\r\n")
    assert revised(windows, before, after, moved) == REVISED.replace("\n", "\r\n")


HEAD = 'number: 1\nmunicipality: "013455"\nsources: []\n'
ONE = Member(agency="総務省", rank="補佐級")
OTHER = Member(agency="財務省", rank="課長級")


@pytest.mark.parametrize(
    ("text", "members", "moved", "expected"),
    [
        (  # the first key behind a dash goes, and the next one takes its place
            "members:\n  - printed: {rank: x}\n    agency: 総務省\n    rank: 補佐級\n",
            (ONE,),
            None,
            "members:\n  - agency: 総務省\n    rank: 補佐級\n",
        ),
        (
            "members: [{agency: 総務省, rank: 補佐級},]  # 一人\n",
            (OTHER, ONE),
            (None, 0),
            "members: [{agency: 財務省, rank: 課長級}, {agency: 総務省, rank: 補佐級}]  # 一人\n",
        ),
        (
            "members:\n  - {agency: 総務省, rank: |-\n      補佐級\n",
            None,
            None,
            "the file has faults of syntax",
        ),
        (
            "members:\n  - agency: 総務省\n    rank: |-\n      補佐級\n",
            (OTHER,),
            None,
            "members:\n  - agency: 財務省\n    rank: 課長級\n",
        ),
        (
            "members:\n  - agency: 総務省\n    rank: |-  # 役職\n      補佐級\n",
            (OTHER,),
            None,
            "a comment belongs to what would be taken out",
        ),
        (
            "members:\n- {agency: 総務省, rank: 補佐級}\n# 二人目\n- {agency: 環境省, rank: x}\n",
            (ONE,),
            (0,),
            "a comment belongs to what would be taken out",
        ),
        (
            "members:\n - ? agency\n   : 総務省\n   rank: 補佐級\n",
            (OTHER,),
            None,
            "line 5 is written in a way that banso does not format",
        ),
    ],
)
def test_a_small_edit(
    text: str,
    members: tuple[Member, ...] | None,
    moved: tuple[int | None, ...] | None,
    expected: str,
) -> None:
    text = HEAD + text
    tree = read_text(text, "", "").tree
    before = read(text)[0] if tree else read(f"{HEAD}members: []")[0]
    after = before.model_copy(update={"members": members or ()})
    try:
        found = revised(text, before, after, {"members": moved} if moved else {})
    except Failure as untouched:
        found = HEAD + str(untouched)
    assert found == HEAD + expected


def test_a_record_within_brackets_is_left_alone() -> None:
    text = '{number: 1, municipality: "013455", sources: [], members: []}\n'
    before = read(text)[0]
    with pytest.raises(Failure, match="within brackets"):
        revised(text, before, before.model_copy(update={"number": 2}), {})


def test_a_text_that_is_not_the_record_any_more_is_left_alone() -> None:
    """Somebody else has changed the file since it was read."""
    before = read(f"{HEAD}members: []\n")[0]
    changed = before.model_copy(update={"number": 2})
    other = HEAD.replace("013455", "032034") + "members: []\n"
    with pytest.raises(Failure, match="cannot edit"):
        revised(other, before, changed, {})


def test_a_new_source_below_a_text_that_keeps_its_line_ends_is_no_part_of_it() -> None:
    sources = "sources:\n  - title: 一\n\n  - title: |+\n      二\n"
    text = f'number: 1\nmunicipality: "013455"\nmembers: []\n{sources}'
    before = read(text)[0]
    after = before.model_copy(update={"sources": (*before.sources, Source(title="三"))})
    assert revised(text, before, after, {}) == f"{text}  - title: 三\n"
