"""The lines of a change, and the findings that stand there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.changes.change import LONGEST, Change
from banso_cli.reading.sources import LARGEST, Folder
from banso_cli.records.finding import Finding, Related
from banso_cli.yaml.place import Place
from tests.changes.repository import TEAM, Repository

THEMES = "roster/themes.yaml"
PATH = f"roster/{TEAM}"


def at(line: int, path: str = THEMES) -> Finding:
    return Finding(Place(path, line, 1, line, 4), f"{line}", rule="x")


def changed(tmp_path: Path, before: bytes | None, now: bytes) -> list[int]:
    """Return the lines that differ between two texts of one file."""
    for folder, data in (("earlier", before), ("roster", now)):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "themes.yaml").unlink(missing_ok=True)
        if data is not None:
            (tmp_path / folder / "themes.yaml").write_bytes(data)
    found = Change.between(Folder(tmp_path / "earlier"), Folder(tmp_path / "roster"), [THEMES])
    return sorted(found.lines.get(THEMES, ()))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (b"a\nb\nc\n", b"a\nx\nc\n", [2]),
        (b"a\nb\nc\n", b"a\nc\n", []),
        (b"a\nb\n", b"a\nb\nb\n", [3]),
        (b"a\nb\nc\nd\n", b"a\nx\nc\ny\nd\n", [2, 4]),
        (b"a\r\nb\r\n", b"a\nb\n", []),
        (b"a", b"a\n", [2]),
        (None, b"a\nb", [1, 2]),
        (b"", b"a", [1]),
    ],
)
def test_lines_are_those_added_or_edited(
    tmp_path: Path, before: bytes | None, now: bytes, expected: list[int]
) -> None:
    assert changed(tmp_path, before, now) == expected


LINES = st.lists(st.sampled_from("abc"), max_size=12)


@given(LINES, LINES)
def test_what_has_not_changed_stands_in_both(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], now: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("change")
    texts = ["\n".join(lines) for lines in (before, now)]
    new = set(changed(folder, texts[0].encode(), texts[1].encode()))
    lines = texts[1].split("\n")
    kept = iter(texts[0].split("\n"))
    assert all(line in kept for number, line in enumerate(lines, 1) if number not in new)
    assert (before != now) or not new


def test_of_a_long_stretch_all_lines_have_changed(tmp_path: Path) -> None:
    before, now = b"a\nb\n" * LONGEST, b"b\nc\n" * LONGEST
    assert changed(tmp_path, before, now) == list(range(1, 2 * LONGEST + 1))


def test_what_is_not_read_has_no_lines(tmp_path: Path) -> None:
    assert changed(tmp_path, None, b"#" * (LARGEST + 1)) == []
    (tmp_path / "roster" / "themes.yaml").unlink()
    (tmp_path / "roster" / "themes.yaml").mkdir()
    now = Folder(tmp_path / "roster")
    paths = [THEMES, f"roster/{'x' * 300}"]
    assert Change.between(Folder(tmp_path), now, paths).lines == {}


def test_a_new_roster_has_changed_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "themes.yaml").write_bytes(b"a\nb")
    path = f"{tmp_path.name}/themes.yaml"
    assert Change.between(None, Folder(tmp_path), [path]).lines == {path: {1, 2}}


def test_lines_are_those_of_the_working_tree(repository: Repository) -> None:
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    text = (repository.roster / TEAM).read_text("utf-8").splitlines()
    assert repository.change().lines == {PATH: {text.index("themes: [謎]") + 1}}


def test_a_renamed_file_has_changed_where_it_differs(repository: Repository) -> None:
    repository.edit(TEAM, "number: 1", "number: 7")
    repository.git("mv", f"roster/{TEAM}", "roster/teams/2/013455-morimachi.yaml")
    renamed = "roster/teams/2/013455-morimachi.yaml"
    text = (repository.folder / renamed).read_text("utf-8").splitlines()
    assert repository.change().lines == {renamed: {text.index("number: 7") + 1}}


def test_a_roster_whose_folder_was_renamed_has_not_changed(repository: Repository) -> None:
    repository.git("mv", "roster", "daicho")
    repository.roster = repository.folder / "daicho"
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    assert repository.new_rules("HEAD") == ["teams/2/013455-mori unknown-theme"]
    assert set(repository.change().lines) == {f"daicho/{TEAM}"}


def test_a_part_is_changed_where_one_of_its_lines_is() -> None:
    part = Place(THEMES, 2, 3, 5, 1)
    for line, expected in ((1, False), (2, True), (4, True), (5, False)):
        assert Change({THEMES: {line}}).holds(part) is expected
    assert not Change({PATH: {2}}).holds(part)


def test_findings_on_changed_lines_come_first_otherwise_in_their_order() -> None:
    told = Change({THEMES: {12, 3}}).told([at(line) for line in range(1, 14)])
    assert [each.place.line for each in told] == [3, 12, 1, 2, *range(4, 12), 13]


def test_of_two_places_the_finding_stands_where_the_change_is() -> None:
    first, second, third = at(1).place, at(2, PATH).place, at(3).place
    finding = Finding(
        first,
        "二つあります",
        "直す",
        (Related("三", third), Related("二", second)),
        rule="x",
    )
    (moved,) = Change({PATH: {2}}).told([finding])
    assert (moved.place, moved.record) == (second, "teams/2/013455-mori")
    assert moved.related == (Related("もう一方の場所はここです", first), Related("三", third))
    assert (moved.message, moved.help, moved.rule) == ("二つあります", "直す", "x")
    for lines in ({}, {PATH: {2}, THEMES: {1}}, {PATH: {1}}):
        assert Change(lines).told([finding]) == (finding,)
