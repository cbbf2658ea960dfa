"""What single edits make of a file, written out."""

from __future__ import annotations

import pytest

from banso_cli.editing.revising import revised
from banso_cli.files.failure import Failure
from banso_cli.records.fields.record import Source
from banso_cli.records.teams.team import Member, PrintedMember, PrintedTeam
from banso_cli.yaml.events import read_text
from tests.editing.revised import read

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
