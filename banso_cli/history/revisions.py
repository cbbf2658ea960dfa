"""The roster as it was at a revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoSuchRevision(Exception):  # noqa: N818 - a mistake of the user, not of banso
    """Git does not know the revision, or this is no repository; the text is what git said."""


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - whichever git the user has
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise NoSuchRevision(str(error)) from None
    if run.returncode:
        raise NoSuchRevision(run.stderr.decode("utf-8", "replace").strip())
    return run.stdout


@contextmanager
def roster_at(folder: Path, revision: str) -> Iterator[Path | None]:
    """Unpack the roster as it was where this branch left the revision; None where it had none.

    The state compared with is the merge base, so that what others have changed there since is
    not taken for a change made here.
    """
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    base = _git(folder, "merge-base", commit.decode().strip(), "HEAD").decode().strip()
    prefix = _git(folder, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    listed = _git(top, "ls-tree", base, prefix) if prefix else b"."
    if not listed.strip():
        yield None
        return
    archive = _git(top, "archive", "--format=tar", f"{base}:{prefix}")
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / folder.name
        target.mkdir()
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            members = (each for each in tar.getmembers() if each.isfile() or each.isdir())
            tar.extractall(target, members=list(members), filter="data")
        yield target


def changed_lines(folder: Path, revision: str) -> dict[str, set[int]]:
    """Return the lines that differ from the revision, by path from the folder above the roster."""
    diff = _git(folder, "diff", "--unified=0", "--no-color", "--relative", revision, "--", ".")
    lines: dict[str, set[int]] = {}
    path = ""
    for line in diff.decode("utf-8", "replace").splitlines():
        if line.startswith("+++ "):
            path = f"{folder.name}/{line[4:].removeprefix('b/')}"
        elif line.startswith("@@ "):
            start, _comma, count = line.split("+", 1)[1].split(" ")[0].partition(",")
            first = int(start)
            lines.setdefault(path, set()).update(range(first, first + int(count or 1)))
    return lines
