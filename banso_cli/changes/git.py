"""Asking git, with the same answer whatever a user, a hook or a linked worktree has set."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from banso_cli.files.failure import Failure, unreadable
from banso_cli.locale import _
from banso_cli.reading.locate import top_of

_MAIN = (
    *("refs/heads/main", "refs/heads/master", "refs/remotes/origin/HEAD"),
    *("refs/remotes/origin/main", "refs/remotes/origin/master"),
)
MARK = "programme.yaml"
"""The file by which a roster is known."""

_FILE, _LINK = "100", "120"
"""What the modes of files and of links begin with; another repository has neither."""

_FIXED = {"LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class Object:
    """What git keeps of a file, or where a link leads to, by its name."""

    name: str
    is_link: bool

    @classmethod
    def of(cls, mode: str, name: str) -> Object | None:
        """Return the object of a file or link; None for what is neither."""
        return cls(name, mode.startswith(_LINK)) if mode.startswith((_FILE, _LINK)) else None


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder stands in: its top, and the environment that git is run in."""

    top: Path
    environment: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """Return the repository of a folder; it is a failure that there is none, or no git.

        A hook runs with GIT_DIR and GIT_INDEX_FILE of its own; they are of another repository.
        """
        top = top_of(folder)
        if top is None:
            raise unreadable(_("the roster stands in no git repository; name no revision"))
        bare = cls(top, {**os.environ, **_FIXED})
        local = bare.ask("rev-parse", "--local-env-vars").decode().split()
        kept = {name: text for name, text in bare.environment.items() if name not in local}
        return cls(top, kept)

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """Return what git answers; a failure with what it said where it does not."""
        try:
            run = subprocess.run(  # noqa: S603 - a list of arguments, no shell
                ["git", *arguments],  # noqa: S607 - whichever git the user has
                cwd=self.top,
                env=self.environment,
                input=given,
                capture_output=True,
                check=False,
            )
        except OSError:
            raise unreadable(_("git cannot be run; install it, or name no revision")) from None
        if run.returncode:
            raise unreadable(said(run.stderr))
        return run.stdout

    def commit(self, revision: str) -> str:
        """Return the commit that a revision names."""
        wanted = f"{revision}^{{commit}}"
        return self._found(
            ("rev-parse", "--verify", "--quiet", "--end-of-options", wanted),
            _("check the name, such as origin/main; 'git fetch' gets what others have made"),
        )

    def merge_base(self, *commits: str) -> str:
        """Return the commit where the first one left the others, the nearest where they differ."""
        return self._found(
            ("merge-base", *commits), _("it has no history in common with what is checked out here")
        )

    def last_on(self, day: dt.date) -> str:
        """Return the last commit until the end of a day in Japan, on HEAD's first-parent line."""
        end = f"--until={day.isoformat()}T23:59:59+09:00"
        return self._found(
            ("rev-list", "--first-parent", "--max-count=1", end, "HEAD", "--"),
            _("the roster's first commit is of a later day"),
        )

    def main_branches(self) -> tuple[str, ...]:
        """Return the branches that are the main one, here and where this repository came from."""
        found = self.ask("for-each-ref", "--format=%(refname)", *_MAIN).decode().split()
        if not found:
            reason = _("there is no branch main; name the states to compare")
            raise unreadable(self._why(reason))
        return tuple(found)

    def gone(self, paths: Iterable[PurePosixPath]) -> PurePosixPath | None:
        """Return the folder of the only roster among some files that is not there now."""
        marks = (each for each in paths if each.name == MARK)
        gone = [each.parent for each in marks if not (self.top / each).exists()]
        return gone[0] if len(gone) == 1 else None

    def _found(self, question: tuple[str, ...], reason: str) -> str:
        """Return the first commit of an answer; `reason` says why git may have none."""
        try:
            found = self.ask(*question).decode().split()
        except Failure as refused:
            raise unreadable(refused.message or self._why(reason)) from None
        if not found:
            raise unreadable(self._why(reason))
        return found[0]

    def _why(self, reason: str) -> str:
        """Return a reason, and what is to be fetched where only a part of the history is here."""
        if self.ask("rev-parse", "--is-shallow-repository").strip() != b"true":
            return reason
        part = _(
            "only a part of the history is here: run 'git fetch --unshallow', "
            "or in GitHub Actions give actions/checkout 'fetch-depth: 0'"
        )
        return _("{one}; or {other}").format(one=reason, other=part)


def abbreviated(commit: str | None) -> str:
    """Return the name of a commit as people read it; nothing for what is none."""
    return (commit or "")[:7]


def said(answer: bytes) -> str:
    """Return what git said, as the user is told; empty where it said nothing."""
    words = answer.decode("utf-8", "replace").strip().partition("\n")[0]
    return _("git says: {words}").format(words=words) if words else ""
