"""Records written so that a roster is wholly the old one or wholly the new one, come what may.

All new bytes, and copies of what they replace, are put into a folder of the roster first; then the
plan of what is to be done; then it is done, which moves files and needs no space. Where the process
is killed on the way, whoever opens the roster next finds the plan and undoes it: what had been
wanted can be asked for again, what had been there cannot.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

from banso_cli.editing.locking import in_use, writing_into
from banso_cli.files import atomic
from banso_cli.files.atomic import Step, Work
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.reading.locate import shown
from banso_cli.records.for_editors import SCHEMA_FOLDER

FOLDER = ".banso-journal"
"""The folder in the roster; reading passes over it, and it tells git to do so too."""
PLAN = "plan.json"


class _File(BaseModel):
    """A file of a plan; its bytes stand under its number, those before it with `.old`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    path: str
    digest: str
    is_new: bool


class _Plan(BaseModel):
    """What is to be done, by paths within the roster."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    files: tuple[_File, ...]
    moves: tuple[tuple[str, str], ...]
    folders: tuple[str, ...]


def write_records(
    folder: Path,
    files: Mapping[Path, bytes],
    *,
    overwrite: bool,
    read: Mapping[Path, bytes] | None = None,
    moves: Mapping[Path, Path] | None = None,
    removed: Collection[Path] = (),
) -> None:
    """Write files of a roster, remove some, then move some: all of it, or nothing.

    `read` are bytes as they were read: it is a failure that a file has others now, as it is that
    one is in the way, cannot be written, or that another banso is writing.
    """
    if not (files or moves or removed):
        return
    with writing_into(folder):
        journal = folder / FOLDER
        _begin(journal)
        try:
            with atomic.naming(folder):
                (journal / ".gitignore").write_bytes(b"*\n")
            _refuse_changed(folder, read or {})
            _refuse_taken(folder, files, moves or {}, overwrite=overwrite)
            work = _prepared(folder, files, _plan(folder, files, moves or {}, removed))
        except BaseException:
            _end(journal)
            raise
        _carry_out(work, journal)


def _carry_out(work: Work, journal: Path) -> None:
    """Do what is planned, or undo it."""
    try:
        atomic.make_folders(work)
        atomic.carry_out(work)
    except BaseException:
        atomic.undo(work)
        atomic.remove_folders(work)
        _end(journal)
        raise
    _end(journal)


def _begin(journal: Path) -> None:
    """Make the folder of a journal, which only one process can."""
    with atomic.naming(journal.parent):
        try:
            journal.mkdir()
        except FileExistsError:
            raise in_use(journal.parent) from None


def _prepared(folder: Path, files: Mapping[Path, bytes], plan: _Plan) -> Work:
    """Put all bytes and copies into the journal, and the plan last: from then on it is undone."""
    work = _work(folder, plan)
    for change in work.changes:
        atomic.stage(change, files.get(change.file, b""))
    written = folder / FOLDER / f"{PLAN}.part"
    with atomic.naming(folder):
        written.write_bytes(plan.model_dump_json().encode("utf-8"))
        written.rename(folder / FOLDER / PLAN)
    return work


def is_interrupted(folder: Path) -> bool:
    """Tell whether a change of the roster has begun and is not done; it may be going on."""
    return (folder / FOLDER / PLAN).exists()


def state(folder: Path) -> tuple[int, int]:
    """Return what is another one after a change of the roster, if it was another one before it."""
    try:
        begun = (folder / FOLDER).stat().st_mtime_ns
    except FileNotFoundError:
        begun = 0
    return folder.stat().st_mtime_ns, begun


def recover(folder: Path) -> tuple[Path, ...] | None:
    """Undo a change that was interrupted; None where there is none.

    Returns the files that somebody has changed since, and that are left as they are. Raises Failure
    for a plan that cannot be followed, and OSError where the roster cannot be written.
    """
    journal = folder / FOLDER
    if not os.path.lexists(journal):
        return None
    try:
        plan = _Plan.model_validate_json((journal / PLAN).read_bytes())
        work = _work(folder, plan)
    except FileNotFoundError:
        _end(journal)
        return None
    except (ValidationError, Failure) as error:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("a change of the roster was interrupted, and its journal cannot be read"),
            _("compare the roster with git, then delete {folder}").format(folder=journal),
        ) from error
    left = atomic.undo(work)
    atomic.remove_folders(work)
    _end(journal)
    return left


def _refuse_changed(folder: Path, read: Mapping[Path, bytes]) -> None:
    for file, before in read.items():
        if atomic.digest(file) != atomic.of(before):
            message = _("{file} was changed after it was read; nothing was written")
            message = message.format(file=shown(file, folder))
            raise Failure(ExitCode.CANNOT_READ, message, _("do this again"))


def _refuse_taken(
    folder: Path, files: Collection[Path], moves: Mapping[Path, Path], *, overwrite: bool
) -> None:
    moved = (new for old, new in moves.items() if atomic.is_taken(new, old))
    for file in (*atomic.taken(files, overwrite=overwrite), *moved):
        message = _("{file} is already there; nothing was written")
        raise Failure(ExitCode.FINDINGS, message.format(file=shown(file, folder)))


def _plan(
    folder: Path, files: Mapping[Path, bytes], moves: Mapping[Path, Path], removed: Collection[Path]
) -> _Plan:
    def within(file: Path) -> str:
        return file.relative_to(folder).as_posix()

    written = [
        _File(path=within(file), digest=atomic.of(data), is_new=not file.exists())
        for file, data in files.items()
    ]
    gone = [_File(path=within(file), digest="", is_new=False) for file in removed]
    return _Plan(
        files=(*written, *gone),
        moves=tuple((within(old), within(new)) for old, new in moves.items()),
        folders=tuple(within(each) for each in atomic.missing_folders(files)),
    )


def _work(folder: Path, plan: _Plan) -> Work:
    """Return what a plan is about; a failure for anything but records of this roster.

    A journal may come from elsewhere with the roster: it must not reach anything else.
    """
    journal = folder / FOLDER
    if journal.is_symlink():
        raise _leaving(FOLDER)
    changes = tuple(
        Step(
            _inside(folder, each.path),
            journal / f"{number}" if each.digest else None,
            None if each.is_new else journal / f"{number}.old",
            each.digest,
        )
        for number, each in enumerate(plan.files)
    )
    moves = tuple((_inside(folder, old), _inside(folder, new)) for old, new in plan.moves)
    return Work(changes, moves, tuple(_inside(folder, each) for each in plan.folders))


def _inside(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    hidden = [part for part in parts if part.startswith(".")]
    real = Path(os.path.realpath(folder.joinpath(*parts[:-1])))
    is_record = bool(parts) and (not hidden or hidden == [SCHEMA_FOLDER] == [*parts[:1]])
    if not is_record or not real.is_relative_to(os.path.realpath(folder)):
        raise _leaving(path)
    return folder.joinpath(*parts)


def _leaving(path: str) -> Failure:
    """Return the failure that a path is no record's, or that a link leads out of the roster."""
    return Failure(
        ExitCode.CANNOT_READ,
        _("{file} leads out of the roster; nothing was written").format(file=path),
        _("put the folder itself into the roster, not a link to it"),
    )


def _end(journal: Path) -> None:
    """Remove a journal, its plan first: without one there is nothing to undo."""
    (journal / PLAN).unlink(missing_ok=True)
    shutil.rmtree(journal, ignore_errors=True)
