"""Single lines of files, as findings show them."""

from __future__ import annotations

import os
from pathlib import Path

from banso_cli.privacy import lines
from banso_cli.privacy.class_names import LARGEST


def line_of(top: Path, path: str, number: int) -> str | None:
    """Return the text of a line as it is shown."""
    found = lines.line_of(top, path, number)
    return found.text if found else None


def test_a_line_is_found_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "roster").mkdir()
    (tmp_path / "roster" / "x.yaml").write_bytes("一\r\n二\n\n四".encode())
    found = [line_of(tmp_path, "roster/x.yaml", number) for number in range(6)]
    assert found == [None, "一", "二", "", "四", None]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("\ufeffname: 森町\n".encode())
    assert line_of(tmp_path, "x.yaml", 1) == "name: 森町"


def test_bytes_that_are_not_utf8_are_shown_as_such(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"name: \x90\xfb\n")
    assert line_of(tmp_path, "x.yaml", 1) == "name: ��"


def test_of_a_huge_file_and_of_a_pipe_no_line_is_shown(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"#" * (LARGEST + 1))
    os.mkfifo(tmp_path / "y.yaml")
    assert line_of(tmp_path, "x.yaml", 1) is None
    assert line_of(tmp_path, "y.yaml", 1) is None


def test_a_file_that_cannot_be_read_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert line_of(tmp_path, "x.yaml", 1) is None
    assert line_of(tmp_path, "y.yaml", 1) is None
    assert line_of(tmp_path, "z" * 300 + ".yaml", 1) is None


def test_what_is_personal_is_never_a_part_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"members:\r\n  - {agency: A, age: 9731}\r\n")
    assert line_of(tmp_path, "x.yaml", 2) == "  - {agency: A, age: （非表示）}"
