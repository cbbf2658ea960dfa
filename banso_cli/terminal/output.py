"""Where the result of a command goes: the standard output, or a file replaced as a whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from errno import EACCES, ENOTDIR
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from banso_cli.files.atomic import write_all
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import cannot_write, reason
from banso_cli.locale import _
from banso_cli.terminal.targets import refuse_inputs
from banso_cli.terminal.waiting import waiting
from banso_cli.text.visible import no_command, visible, visible_lines

if TYPE_CHECKING:
    from banso_cli.editing.changes import Change


class SeenEnough(Exception):  # noqa: N818 - no failure at all
    """Whoever reads the standard output has closed it."""


def put(text: str) -> None:
    """Write text for people to the standard output, without a letter that a terminal obeys."""
    put_styled(_for_people(visible_lines(text)))


def put_lines(lines: Iterable[str]) -> None:
    """Write lines for people, such as names of files; a line end within one is made visible."""
    put("".join(f"{visible(line)}\n" for line in lines))


def put_changes(changes: Iterable[Change], folder: Path) -> None:
    """Write what would change in the files of a roster.

    It is as it is for `git apply`, but as for people on a terminal or in Actions.
    """
    put_data(_for_people("".join(change.difference(folder) for change in changes)))


def put_data(text: str) -> None:
    """Write text for programs as it is; to a terminal, which somebody reads, as for people."""
    put_styled(visible_lines(text) if sys.stdout.isatty() else text)


def put_styled(text: str) -> None:
    """Write text as it is, with what a terminal is meant to obey; UTF-8 on every machine."""
    with _standard_output():
        sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Write bytes for programs as they are; to a terminal as for people."""
    if sys.stdout.isatty():
        put_data(data.decode("utf-8", "replace"))
        return
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _for_people(text: str) -> str:
    """Return a text of which GitHub Actions takes no line for a command."""
    return no_command(text) if os.environ.get("GITHUB_ACTIONS") == "true" else text


def finish() -> None:
    """Hand over what is left of the standard output; only then it is sure that it was written."""
    with _standard_output():
        sys.stdout.flush()


def say(line: str, help_line: str = "") -> None:
    """Write a line to the standard error: talk that is not the result, and is not worth failing.

    What a terminal would obey is made visible. `help_line` is what to do about it, if anything.
    """
    waiting.end()
    try:
        sys.stderr.write(_for_people(visible(line)) + "\n")
        sys.stderr.flush()
    except OSError:
        _forsake(sys.stderr)
    say_help(help_line)


def say_lines(lines: Iterable[str]) -> None:
    """Write lines to the standard error."""
    for line in lines:
        say(line)


def say_help(line: str) -> None:
    """Write what to do about what was just said, if anything."""
    if line:
        say(_("  help: {text}").format(text=line))


def open_streams() -> None:
    """Make both streams write UTF-8 and line feeds; one that is closed fails when it is written."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
            setattr(sys, name, stream)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _standard_output() -> Iterator[None]:
    """Turn what keeps the standard output from being written into a failure."""
    waiting.end()
    try:
        yield
    except BrokenPipeError:
        _forsake(sys.stdout)
        raise SeenEnough from None
    except OSError as error:
        _forsake(sys.stdout)
        raise Failure(
            ExitCode.CANNOT_READ,
            _("the standard output cannot be written ({reason})").format(reason=reason(error)),
            _("what was written so far is not the whole result"),
        ) from None


def _forsake(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere; Python would fail over it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(file: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Write a file as a whole: it is the old one or the new one, never half of it.

    A link stays a link; the file that it leads to is written. `inputs` are the roster and the files
    that were read: none of them is written, nor is any other roster.
    """
    refuse_inputs([file], inputs)
    help_line = _("name a file in a folder that you may write to")
    with _told(file, help_line):
        target = _behind_links(file)
        if not target.parent.is_dir():
            raise Failure(
                ExitCode.CANNOT_READ,
                _("there is no folder {folder}").format(folder=target.parent),
                help_line,
            )
        write_all({target: data}, help_line)


def write_folder(
    folder: Path, files: Mapping[str, bytes], inputs: Iterable[Path] = (), *, schemas: bool = False
) -> None:
    """Write files into a folder, made where it is missing: all of them or none.

    Files there with the same names are replaced, others left alone; links stay links. `inputs` are
    the roster and what else was read: nothing of it is written. `schemas` may stand in the folder
    that a roster has for them.
    """
    refuse_inputs([folder, *(folder / path for path in files)], inputs, schemas=schemas)
    help_line = _("name a folder that you may write to")
    with _told(folder, help_line):
        targets = {_behind_links(folder / path): data for path, data in files.items()}
        write_all(targets, help_line)


def refuse_folder(folder: Path, inputs: Iterable[Path] = ()) -> None:
    """Fail where a folder could not be written into, before long work is done for what goes there.

    `inputs` are those of `write_folder`.
    """
    refuse_inputs([folder], inputs)
    absolute = folder.absolute()
    with _told(folder, _("name a folder that you may write to")):
        there = next(each for each in (absolute, *absolute.parents) if each.exists())
        if not there.is_dir():
            raise NotADirectoryError(ENOTDIR, "")
        if not os.access(there, os.W_OK):
            raise PermissionError(EACCES, "")


@contextmanager
def _told(shown: Path, help_line: str) -> Iterator[None]:
    """Turn what keeps files from being written into a failure."""
    try:
        yield
    except OSError as error:
        raise cannot_write(shown, reason(error), help_line) from None


def _behind_links(file: Path) -> Path:
    """Return the file that a link leads to in the end; another file is returned as it is."""
    return Path(os.path.realpath(file)) if file.is_symlink() else file
