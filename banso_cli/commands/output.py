"""Where the result of a command goes: the standard output, or a file replaced as a whole."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.locale import _


def put(text: str) -> None:
    """Write text to the standard output, as UTF-8 on every machine."""
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Write bytes to the standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(line: str) -> None:
    """Write a line to the standard error: talk that is not the result."""
    sys.stderr.write(line + "\n")


def write_file(file: Path, data: bytes) -> None:
    """Write a file as a whole: it is the old one or the new one, never half of it."""
    if not file.parent.is_dir():
        raise Failure(
            ExitCode.CANNOT_READ,
            _("there is no folder {folder}").format(folder=file.parent),
            _("name a file in a folder that you may write to"),
        )
    _write({file: data}, file)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, made where it is missing: all of them or none.

    Files there with the same names are replaced, others left alone.
    """
    _write({folder / path: data for path, data in files.items()}, folder)


def _write(files: Mapping[Path, bytes], shown: Path) -> None:
    from banso_cli.editing.atomic import AlreadyThere, write_all

    try:
        write_all(files, overwrite=True)
    except (OSError, AlreadyThere) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Failure(
            ExitCode.CANNOT_READ,
            _("{file} cannot be written ({reason})").format(file=shown, reason=reason),
            _("name a file in a folder that you may write to"),
        ) from None
