"""Asking git, with the same answer whatever a user, a hook or a linked worktree has set."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from banso_cli.locale import _
from banso_cli.reading.locate import top_of

_FIXED = {"LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}


class NoSuchRevision(Exception):  # noqa: N818 - a mistake of the user, not of banso
    """What git cannot tell of a revision, and what to do about it."""

    def __init__(self, message: str, help_line: str) -> None:
        super().__init__(message)
        self.message = message
        self.help_line = help_line


class Refused(Exception):  # noqa: N818 - answered by the one who asks
    """Git has ended with a code other than 0; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder stands in: its top, and the environment that git is run in."""

    top: Path
    environment: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """Return the repository of a folder; NoSuchRevision where there is none, or no git.

        A hook runs with GIT_DIR and GIT_INDEX_FILE of its own; they are of another repository.
        """
        top = top_of(folder)
        if top is None:
            raise NoSuchRevision(
                _("the roster is in no git repository"),
                _("leave --since out, or name a roster that git keeps"),
            )
        bare = cls(top, {**os.environ, **_FIXED})
        local = bare.ask("rev-parse", "--local-env-vars").decode().split()
        kept = {name: text for name, text in bare.environment.items() if name not in local}
        return cls(top, kept)

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """Return what git answers; Refused where it does not."""
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
            raise NoSuchRevision(
                _("git is not installed, or cannot be run"), _("install git, or leave --since out")
            ) from None
        if run.returncode:
            raise Refused(run.stderr.decode("utf-8", "replace").strip())
        return run.stdout

    def base(self, revision: str) -> str:
        """Return the commit where this branch left a revision: their merge base.

        What others have changed there since is not taken for a change made here.
        """
        wanted = f"{revision}^{{commit}}"
        found = self._found(
            revision,
            ("rev-parse", "--verify", "--quiet", "--end-of-options", wanted),
            _("check the name, such as origin/main; 'git fetch' gets what others have made"),
        )
        return self._found(
            revision,
            ("merge-base", found, "HEAD"),
            _("it has no history in common with what is checked out here"),
        )

    def _found(self, revision: str, question: tuple[str, ...], help_line: str) -> str:
        """Return the first commit of an answer; `help_line` where git has none, and no words."""
        try:
            return self.ask(*question).decode().split()[0]
        except Refused as refused:
            if self._is_shallow():
                help_line = _(
                    "only a part of the history is here: run 'git fetch --unshallow', "
                    "or in GitHub Actions give actions/checkout 'fetch-depth: 0'"
                )
            elif words := str(refused):
                help_line = _("git says: {words}").format(words=words.splitlines()[0])
            message = _("git cannot tell what the roster was at '{revision}'")
            raise NoSuchRevision(message.format(revision=revision), help_line) from None

    def _is_shallow(self) -> bool:
        try:
            return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
        except Refused:
            return False
