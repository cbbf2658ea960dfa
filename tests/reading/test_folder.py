"""From a folder to the roster: which files are read, and what becomes of those that cannot be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import LARGEST
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.yaml.fault import FaultKind
from tests.conftest import BASE

FILES = tuple(sorted(file.relative_to(BASE).as_posix() for file in BASE.rglob("*.yaml")))
MORI = "teams/2/013455-mori.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "roster"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the base roster that every example leaves as it was."""
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("shared") / "roster"))


@contextmanager
def replaced(file: Path, data: bytes) -> Iterator[None]:
    before = file.read_bytes()
    file.write_bytes(data)
    yield
    file.write_bytes(before)


def told(roster: Roster) -> list[tuple[FaultKind, str, str]]:
    return [(fault.kind, fault.place.path, fault.found) for fault in roster.faults]


def test_a_roster_is_read_in_the_order_of_numbers_and_codes(folder: Path) -> None:
    (folder / "periods" / "10.yaml").write_text(
        (folder / "periods" / "1.yaml").read_text("utf-8").replace("number: 1", "number: 10"),
        "utf-8",
    )
    (folder / "teams" / "10").mkdir()
    shutil.copy(folder / MORI, folder / "teams" / "10" / "013455-mori.yaml")
    roster = read_roster(folder)
    assert roster.name == "roster"
    assert [period.number for period in roster.periods] == [1, 2, 10]
    assert [each.code for each in roster.municipalities] == sorted(roster.municipality_by_code)
    assert [(team.period, team.number) for team in roster.teams] == [
        *((2, number) for number in range(1, 6)),
        (10, 1),
    ]
    assert [record.id for record in roster.records[:5]] == [
        *("programme", "agencies", "themes", "periods/1", "periods/2")
    ]
    assert f"roster/{MORI}" in roster.files
    assert len(roster.files) == len(FILES) + 2


def test_an_empty_folder_lacks_three_files(tmp_path: Path) -> None:
    roster = read_roster(tmp_path)
    assert [kind for kind, _path, _found in told(roster)] == [FaultKind.MISSING_FILE] * 3
    assert (roster.files, roster.records, roster.unread) == ((), (), frozenset())


def test_only_folders_with_a_number_hold_teams(folder: Path) -> None:
    for name in ("2a", "drafts"):
        shutil.copytree(folder / "teams" / "2", folder / "teams" / name)
    assert len(read_roster(folder).teams) == 5


@pytest.mark.parametrize(
    ("data", "kind", "found", "line", "column"),
    [
        (b"", FaultKind.EMPTY_FILE, "", 1, 1),
        (b"# comment\n\n", FaultKind.EMPTY_FILE, "", 1, 1),
        ("a: b\n# 森町".encode("cp932"), FaultKind.NOT_UTF8, "0x90", 2, 3),
        ("# 𠮷".encode() + b"\xff", FaultKind.NOT_UTF8, "0xFF", 1, 4),
        (b"\xef\xbb\xbf# \xff", FaultKind.NOT_UTF8, "0xFF", 1, 3),
        ("森".encode("utf-16"), FaultKind.NOT_UTF8, "UTF-16", 1, 1),
        ("number: 1\n".encode("utf-16-be"), FaultKind.NOT_UTF8, "UTF-16", 1, 1),
        ("number: 1\nname: 森町\n".encode("utf-16-le"), FaultKind.NOT_UTF8, "UTF-16", 1, 1),
        (b"PK\x03\x04\x14\x00", FaultKind.NOT_UTF8, "zip", 1, 1),
        (b"%PDF-1.7\n%\xe2\xe3", FaultKind.NOT_UTF8, "PDF", 1, 1),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x01", FaultKind.NOT_UTF8, "office", 1, 1),
        (b"\x00" * 900, FaultKind.CONTROL_CHARACTER, "U+0000", 1, 1),
        (b"number: 1\n\x00\x00\x00", FaultKind.CONTROL_CHARACTER, "U+0000", 2, 1),
        (b"#" * LARGEST, FaultKind.EMPTY_FILE, "", 1, 1),
        (b"#" * (LARGEST + 1), FaultKind.OVERSIZED_FILE, "1000001", 1, 1),
        (b"a: [", FaultKind.BROKEN_YAML, "", 1, 5),
        (b"\x00", FaultKind.CONTROL_CHARACTER, "U+0000", 1, 1),
    ],
)
def test_a_file_that_cannot_be_read_is_one_fault_at_its_place(
    folder: Path, data: bytes, kind: FaultKind, found: str, line: int, column: int
) -> None:
    (folder / MORI).write_bytes(data)
    roster = read_roster(folder)
    assert told(roster) == [(kind, f"roster/{MORI}", found)]
    assert (roster.faults[0].place.line, roster.faults[0].place.column) == (line, column)
    assert roster.faults[0].record == "teams/2/013455-mori"
    assert roster.unread == {"teams/2/013455-mori"}
    assert len(roster.teams) == 4


def test_a_folder_with_the_name_of_a_file_cannot_be_opened(folder: Path) -> None:
    (folder / "periods" / "3.yaml").mkdir()
    roster = read_roster(folder)
    assert [fault.kind for fault in roster.faults] == [FaultKind.UNREADABLE_FILE]
    assert roster.unread == {"periods/3"}


def test_links_within_the_roster_are_followed_and_others_are_not(folder: Path) -> None:
    file = folder / MORI
    (folder / ".kept").mkdir()
    kept = file.rename(folder / ".kept" / "mori.yaml")
    file.symlink_to(kept)
    assert read_roster(folder).faults == ()
    outside = kept.rename(folder.parent / "mori.yaml")
    file.unlink()
    file.symlink_to("../../../mori.yaml")
    assert outside.read_bytes() == file.read_bytes()
    assert told(read_roster(folder)) == [
        (FaultKind.ESCAPING_LINK, f"roster/{MORI}", "../../../mori.yaml")
    ]


def test_links_that_lead_nowhere_or_in_a_circle_cannot_be_opened(folder: Path) -> None:
    for target in ("nowhere.yaml", Path(MORI).name):
        (folder / MORI).unlink()
        (folder / MORI).symlink_to(target)
        kinds = [(kind, path) for kind, path, _found in told(read_roster(folder))]
        assert kinds == [(FaultKind.UNREADABLE_FILE, f"roster/{MORI}")]


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / MORI).unlink()
    os.mkfifo(folder / MORI)
    assert [kind for kind, _path, _found in told(read_roster(folder))] == [
        FaultKind.UNREADABLE_FILE
    ]


@given(
    st.sampled_from(FILES),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 30),
    st.binary(max_size=8)
    | st.sampled_from(
        [
            *(b"[", b"]", b"{", b": ", b"\t", b"&a ", b"*a", b"!x ", b"- ", b"\n---\n", b"\x00"),
            *(b"'", b'"', b"\r", b"\r\n", b"~", b"? ", b"# ", b"|\n", b"\xef\xbb\xbf", b"<<: "),
            *("９".encode(), "　".encode(), "森".encode("cp932"), b"9" * 5000, b"<", b"%s{found}"),
        ]
    ),
)
def test_no_byte_of_a_file_can_raise_an_error(
    shared: Path, name: str, where: float, cut: int, put: bytes
) -> None:
    data = (BASE / name).read_bytes()
    start = int(where * len(data))
    with replaced(shared / name, data[:start] + put + data[start + cut :]):
        roster = read_roster(shared)
        findings = check(roster)
    assert {fault.place.path for fault in roster.faults} <= {f"roster/{name}"}
    assert len(roster.files) == len(FILES)
    assert len(roster.records) + len(roster.unread) == len(FILES)
    assert all(finding.message and finding.rule for finding in findings)


@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_no_bytes_at_all_can_raise_an_error(shared: Path, name: str, data: bytes) -> None:
    with replaced(shared / name, data):
        roster = read_roster(shared)
        check(roster)
    assert roster.unread == {name.removesuffix(".yaml")}
    assert {fault.place.path for fault in roster.faults} == {f"roster/{name}"}


def test_a_folder_that_is_a_link_leaves_the_roster(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    shutil.move(folder / "teams" / "2", tmp_path / "elsewhere")
    (folder / "teams" / "2").symlink_to(tmp_path / "elsewhere")
    roster = read_roster(folder)
    assert roster.teams == ()
    assert {fault.kind for fault in roster.faults} == {FaultKind.ESCAPING_LINK}
    assert len(roster.unread) == 5


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("number: 1".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"a: \xff", "0xFF"),
    ],
)
def test_what_is_no_text_in_utf_8_is_called_by_its_name(
    folder: Path, data: bytes, words: str
) -> None:
    (folder / MORI).write_bytes(data)
    (finding,) = check(read_roster(folder))
    assert finding.rule == "not-utf8"
    assert words in finding.message
