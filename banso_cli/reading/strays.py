"""Files in the roster's folder that nothing loads: whoever wrote them thinks that they count."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from banso_cli.model.fault import FaultKind

_MEANT_AS_YAML = frozenset({".yml", ".yaml"})
_BY_THE_WAY = re.compile(
    r"\..* | ~\$.* | \#.*\# | .*~ | .*\.sw[a-p] | (eh)?thumbs\.db | desktop\.ini | icon\r",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Hidden files, locks of Office, copies of editors, and what Windows and macOS leave in folders."""


def is_by_the_way(name: str) -> bool:
    """Tell whether a file of this name was made by a program on the way: no record, no fault."""
    return _BY_THE_WAY.fullmatch(name) is not None


def strays(folder: Path, loaded: Collection[Path]) -> Iterator[tuple[FaultKind, Path]]:
    """Yield the files that are not among the loaded ones, in the order of their paths.

    What was made on the way, folders whose name begins with a dot, and README files belong to no
    record.
    """
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(where, name)
            for name in files
            if not (is_by_the_way(name) or name.startswith("README"))
        ]
    for file in sorted(set(found) - set(loaded), key=lambda each: each.as_posix()):
        suffix = file.suffix.lower()
        is_yaml = suffix in _MEANT_AS_YAML and file.suffix != ".yaml"
        yield (FaultKind.WRONG_SUFFIX if is_yaml else FaultKind.STRAY_FILE), file
