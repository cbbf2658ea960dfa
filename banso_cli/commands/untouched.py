"""Files that `banso fmt` leaves as they are: why, and what the check says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from banso_cli.commands.output import say
from banso_cli.files.failure import Failure
from banso_cli.model.roster import Roster


def tell_untouched(untouched: Mapping[str, Failure], roster: Roster, folder: Path) -> None:
    """Say why each file is left; where the check has nothing to add, what to write instead."""
    from banso_cli.diagnostics.text import as_text
    from banso_cli.rules import check

    findings = check(roster) if untouched else ()
    for path, error in untouched.items():
        say(f"{path}: {error.message}")
        if error.help_line:
            say(f"  help: {error.help_line}")
        for line in as_text((each for each in findings if each.place.path == path), folder):
            say(line)
