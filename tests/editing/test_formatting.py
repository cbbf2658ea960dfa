"""The canonical form: what it looks like, and that nothing gets lost on the way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.editing.formatting import formatted
from banso_cli.files.failure import Failure
from banso_cli.reading.folder import read_roster
from banso_cli.reading.shape import read_record
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping, Node
from tests.editing.anchors import astray, comments_in
from tests.editing.noisy import noisy_files

TESTS = Path(__file__).parents[1]


def tree_of(text: str) -> Node:
    reading = read_text(text, "", "")
    assert reading.faults == [], text
    assert reading.tree is not None
    return reading.tree


def record_of(text: str, declaration: type[Record]) -> Record:
    record, faults = read_record(declaration, tree_of(text), "", "")
    assert record is not None, (text, faults)
    return record


def words_in(text: str) -> Counter[str]:
    return Counter(comment.words for comment in comments_in(text))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_nothing_is_lost(kind: str, data: st.DataObject) -> None:
    declaration = KINDS[kind].declaration
    before = data.draw(noisy_files(declaration))
    after = formatted(before.encode(), declaration).decode()
    assert record_of(before, declaration) == record_of(after, declaration)
    assert formatted(after.encode(), declaration).decode() == after
    assert (
        formatted(before.replace("\n", "\r\n").encode("utf-8-sig"), declaration) == after.encode()
    )
    assert words_in(after) == words_in(before), after
    tree = tree_of(before)
    assert isinstance(tree, Mapping)
    assert astray(after, next(iter(tree.entries))) == [], after


CANONICAL = """\
# yaml-language-server: $schema=../../.schema/team.schema.json
number: 12
municipality: "032034"  # 岩手県大船渡市
status: continuing
# 重点
themes: [産業振興, "環境 / 景観"]
members:
  - agency: 国土交通省
    rank: 課長級
    age: 34
  # 二人目
  - agency: 内閣官房
    rank: 課長級
activities:
  - {kind: online, date: 2026-04-30}
  - kind: visit
    date: 2026-06-19
    subject: |
      一日目

        視察
    attended: [
        1,  # 一人目
        2
      ]  # 全員
sources:
  - title: 一覧
exceptions:  # 承知
  - rule: single-agency-team
    reason: 資料のとおり
  # 以上
# 終わり
"""

EXAMPLES = [
    ("code: 013455\n", 'code: "013455"\n'),
    ("name: '森町'\n", "name: 森町\n"),
    ("romaji: NO\n", 'romaji: "NO"\n'),
    ("name: ~\ncode: '013455'\n", 'code: "013455"\nname: ~\n'),
    ("name:\ncode:   # 未定\n", "code:  # 未定\nname:\n"),
    ("name: 森\n  町\n", "name: 森 町\n"),
    ('name: "森\\\n  町"\n', "name: 森町\n"),
    ("name: 森\n\n  町\n", 'name: "森\\n町"\n'),
    ("exceptions: []\nname: 森町\n", "name: 森町\nexceptions: []\n"),
    ("name: 森町", "name: 森町\n"),
    ("name: 森町\r\ncode: '1'\r\n", 'code: "1"\nname: 森町\n'),
    ("\ufeffname: 森町  \n\n\n", "name: 森町\n"),
    ("# 一\n\n\n\n# 二\n\nname: 森町\n", "# 一\n\n# 二\n\nname: 森町\n"),
    ("# 全体\n\n# 名称\nname: 森町\ncode: '1'\n", '# 全体\n\ncode: "1"\n# 名称\nname: 森町\n'),
    ("# 名称\nname: 森町\n# 団体\ncode: '1'\n", '# 団体\ncode: "1"\n# 名称\nname: 森町\n'),
    ("name: # 一\n  森町 # 二\n", "# 一\nname: 森町  # 二\n"),
    ("name: # 一\n  # 二\n  森町\n", "# 二\nname: 森町  # 一\n"),
    ("name: 森町\n...\n# 終\n", "name: 森町\n# 終\n"),
    ("{name: 森町, code: '1'} # 終\n", '{code: "1", name: 森町}  # 終\n'),
    ("# 頭\n\n{name: 森町 # 一\n}\n", "# 頭\n\n{\n  name: 森町  # 一\n}\n"),
    ("notes: [a: b, {c}, {d: }]\n", "notes: [{a: b}, {c: }, {d: }]\n"),
    ("notes: [ # 一\n]\n", "notes: [  # 一\n  ]\n"),
    ("notes: [a, # 一\n {b: } # 二\n ]\n", "notes: [\n    a,  # 一\n    {b: }  # 二\n  ]\n"),
    ("notes: [{a # 一\n  }]\n", "notes: [\n    {\n      a:  # 一\n    }\n  ]\n"),
    ("notes:\n- - a\n  - # 一\n    - b\n", "notes:\n  - - a\n    # 一\n    - - b\n"),
    ("notes:\n-\n  # 一\n  - # 二\n    - a\n", "notes:\n  # 一\n  # 二\n  - - - a\n"),
    ("notes:\n# 一\n- # 二\n  - a\n", "notes:\n  # 一\n  # 二\n  - - a\n"),
    ("notes:\n# 一\n-\n  # 二\n  - a\n", "notes:\n  # 一\n  # 二\n  - - a\n"),
    ("notes:\n    - a\n  # 一\nname: 森町\n", "# 一\nname: 森町\nnotes:\n  - a\n"),
    ("notes:\n    - a\n    # 一\nname: 森町\n", "name: 森町\nnotes:\n  - a\n  # 一\n"),
    ("notes:\n- a\n\n\n- b\n", "notes:\n  - a\n\n  - b\n"),
    ("notes:\n\n- a\n# 名\nname: 森町\n", "# 名\nname: 森町\nnotes:\n  - a\n"),
    ("notes: # 一\n  # 二\n  - a\n", "notes:  # 一\n  # 二\n  - a\n"),
    ("name: |\n    一\n     二\n\n\ncode: '1'\n", 'code: "1"\nname: |\n  一\n   二\n'),
    ("name: |+ # 注\n  一\n\n\ncode: '1'\n", 'code: "1"\nname: |+  # 注\n  一\n\n\n'),
    ("page: 一\n\nname: |+\n  一\n\nkana: 二\n", "name: |+\n  一\n\nkana: 二\npage: 一\n"),
    ("name: |1-\n   一\n  二\n", "name: |2-\n    一\n   二\n"),
    ("name: >-\n  一\n  二", "name: >-\n  一\n  二\n"),
    ("name: |\n  一", "name: |-\n  一\n"),
    ("name: |\n  一\n     ", "name: |-\n  一\n     \n"),
    ("name: |\n\ncode: '1'\n", 'code: "1"\nname: |\n'),
    ("noise: 012\nname: '森町'\n", "noise: 012\nname: 森町\n"),
    ("noise: [\"1\", 'a\n b', c\n d]\n", 'noise: ["1", "a b", c d]\n'),
    ("population: 多い\noffice: [1]\n", "population: 多い\noffice: [1]\n"),
    (
        "population:\n  - {value: '7', date: '2026-04-01', measure: 1}\n",
        'population:\n  - {value: 7, measure: "1", date: 2026-04-01}\n',
    ),
    ("population:\n  - value: '７'\n", "population:\n  - value: '７'\n"),
    ("# 名称\nname: 森町\ncode: '1'\n", 'code: "1"\n# 名称\nname: 森町\n'),
    ("# 名称\n'name': 森町\ncode: '1'\n", 'code: "1"\n# 名称\nname: 森町\n'),
    (
        "# yaml-language-server: x\n# 名称\n# その二\nname: 森町\n# 番号\ncode: '1'\n",
        '# yaml-language-server: x\n\n# 番号\ncode: "1"\n# 名称\n# その二\nname: 森町\n',
    ),
    ("# 全体\n\n# 名称\nname: 森町\ncode: '1'\n", '# 全体\n\ncode: "1"\n# 名称\nname: 森町\n'),
    ("# 全体\n\nname: 森町\ncode: '1'\n", '# 全体\n\ncode: "1"\nname: 森町\n'),
    ("# 番号\ncode: '1'\nname: 森町\n", '# 番号\ncode: "1"\nname: 森町\n'),
]


@pytest.mark.parametrize(("before", "after"), EXAMPLES)
def test_the_canonical_form(before: str, after: str) -> None:
    municipality = KINDS["municipality"].declaration
    assert formatted(before.encode(), municipality).decode() == after
    assert formatted(after.encode(), municipality).decode() == after


def test_a_whole_file_in_canonical_form() -> None:
    team = KINDS["team"].declaration
    assert formatted(CANONICAL.encode(), team).decode() == CANONICAL


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"name: \x83\x65\n", "the file is not UTF-8"),
        (b"name: [\n", "the file has faults of syntax"),
        (b"name: a\nname: b\n", "the file has faults of syntax"),
        (b"# nothing\n", "the file has faults of syntax"),
        (b"only text\n", "line 1 is written in a way that banso does not format"),
        (b"a: 1\n? name\n: b\n", "line 2 is written in a way that banso does not format"),
        (b"%YAML 1.1\n---\na: 1\n", "line 1 is written in a way that banso does not format"),
        (b"%YAML 1.1\n--- {a: 1}\n", "line 1 is written in a way that banso does not format"),
        (b"a: 1\n...\n# 2\n...\n", "line 4 is written in a way that banso does not format"),
        (b"a: 1\n{b: 2}: c\n", "line 2 is written in a way that banso does not format"),
        (b"{a: 1}: b\n", "line 1 is written in a way that banso does not format"),
        (b"a:\n  {? b : c}\n", "line 2 is written in a way that banso does not format"),
        (b"a: {? : b}\n", "line 1 is written in a way that banso does not format"),
    ],
)
def test_what_cannot_be_formatted_is_left_alone(text: bytes, reason: str) -> None:
    with pytest.raises(Failure, match=reason):
        formatted(text, KINDS["municipality"].declaration)


def test_a_file_that_would_lose_something_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banso_cli.editing.formatting.text_of", lambda _document: "name: 林町\n")
    with pytest.raises(Failure, match="would lose something"):
        formatted("name: 森町\n".encode(), KINDS["municipality"].declaration)


@pytest.mark.parametrize("roster", ["public_roster", "base_roster"])
def test_the_committed_rosters_are_in_canonical_form(roster: str) -> None:
    folder = TESTS / roster / "roster"
    for name in read_roster(folder).files:
        file = folder.parent / name
        record = file.relative_to(folder).with_suffix("").as_posix()
        assert formatted(file.read_bytes(), kind_of(record).declaration) == file.read_bytes(), name
