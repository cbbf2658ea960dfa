"""Files that `banso fmt` leaves as they are: why, and what the check says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from banso_cli.commands.output import say
from banso_cli.commands.shown_paths import finding_shown
from banso_cli.editing.formatting import Untouched
from banso_cli.editing.reasons import reason
from banso_cli.model.roster import Roster
from banso_cli.reading.locate import Origin


def tell_untouched(
    untouched: Mapping[str, OSError | Untouched], roster: Roster, folder: Path
) -> None:
    """Say why each file is left; where the check has nothing to add, what to write instead."""
    from banso_cli.diagnostics.text import as_text
    from banso_cli.rules import check

    findings, origin = check(roster) if untouched else (), Origin.of(folder)
    for path, error in untouched.items():
        say(f"{origin.shown(path)}: {reason(error) if isinstance(error, OSError) else error}")
        if isinstance(error, Untouched) and error.help:
            say(f"  help: {error.help}")
        own = (finding_shown(each, origin) for each in findings if each.place.path == path)
        for line in as_text(own, origin.top):
            say(line)
