"""Tells the workbook for editing from a published list, which another command takes."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.editable.memory import NAME
from banso_cli.locale import _

_BOOK, _LENGTH = "xl/workbook.xml", 100_000
_DAMAGED = (BadZipFile, KeyError, OSError, RuntimeError, ValueError, zlib.error)


def refuse_editable(file: Path) -> None:
    """Fail for a workbook that `banso export` made, and say which command takes it."""
    book = b""
    with suppress(*_DAMAGED), ZipFile(file) as archive, archive.open(_BOOK) as part:
        book = part.read(_LENGTH)
    if f'<sheet name="{NAME}"'.encode() in book:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("{file} is a workbook for editing, and no published list").format(file=file.name),
            f"banso apply {file}",
        )
