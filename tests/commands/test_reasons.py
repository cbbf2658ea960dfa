"""Why a file cannot be read or written."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from banso_cli.files import reasons
from banso_cli.files.reasons import reason, unusual

LATIN = re.compile("[A-Za-z]")


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EEXIST])
def test_what_the_system_says_in_english_is_told_in_japanese(number: int) -> None:
    assert not LATIN.search(reason(OSError(number, "No such luck")))


def test_reasons_of_the_system() -> None:
    assert reason(OSError(errno.ENOSPC, "")) == "空き容量がありません"
    assert reason(PermissionError(errno.EPERM, "")) == reason(PermissionError(errno.EACCES, ""))
    assert reason(IsADirectoryError(errno.EISDIR, "")) == "フォルダーです"


def test_a_reason_that_is_not_known_is_a_number() -> None:
    assert reason(OSError(errno.EILSEQ, "Illegal byte sequence")) == f"エラー番号 {errno.EILSEQ}"
    assert reason(OSError(98765, "?")) == "エラー番号 98765"
    assert reason(OSError()) == "理由は分かりません"


def test_a_file_that_is_open_on_windows_is_no_matter_of_permission() -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]  # it is there on Windows alone
    assert reason(error) == "ほかのプログラムで開いています"


def test_refusals_of_our_own(tmp_path: Path) -> None:
    assert unusual(tmp_path) == "フォルダーです"
    assert unusual(tmp_path / "pipe") == "通常のファイルではありません"
    assert reason(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")) == "UTF-8 ではありません"


def test_every_name_of_the_table_is_an_error_somewhere() -> None:
    table = reasons._reasons()  # noqa: SLF001 - the table is read by nobody else
    names = {name for names in table for name in names.split()}
    assert {name for name in names if not hasattr(errno, name)} == set()
