"""What the tests of histories commit, and the subjects that `banso history` tells."""

from __future__ import annotations

import re

from tests.changes.repository import TEAM, Repository
from tests.changes.telling import text
from tests.commands.running import Banso

RANK = "農林水産省\n    rank: "
EVENT = re.compile(r"^([0-9-]{10}) [0-9a-f]{7} (.*)$", re.MULTILINE)


def subjects(banso: Banso, name: str = "森町") -> list[str]:
    """Return the subjects of the commits that changed a value of a record."""
    return [subject for _day, subject in EVENT.findall(text(banso("history", name)))]


def rank(repository: Repository, old: str, new: str, message: str, file: str = TEAM) -> None:
    """Commit another rank of the first member."""
    repository.edit(file, f"{RANK}{old}", f"{RANK}{new}")
    repository.commit(message)


def branch(repository: Repository, name: str, start: str = "main") -> None:
    """Begin a branch where another one is."""
    repository.git("checkout", "--quiet", "-B", name, start)
