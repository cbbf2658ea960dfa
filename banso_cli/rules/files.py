"""Rules of files (F): what lies in the roster's folder besides its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.faults import Words, fault_rule, faults_of
from banso_cli.rules.rule import rule
from banso_cli.yaml.fault import Fault, FaultKind


@fault_rule()
def wrong_suffix(fault: Fault) -> Words:
    """A file is named .yml, or .YAML, where .yaml is read.

    Why: the file is not loaded, and its record is missing from every figure.

    Example:

        roster/municipalities/014079-niki.yml

    Mend: rename the file so that it ends in .yaml.

        roster/municipalities/014079-niki.yaml
    """
    message = _("the file is not read, because its name ends in {found}").format(found=fault.found)
    return message, _("rename the file so that it ends in .yaml")


@rule(exceptable=False)
def stray_file(roster: Roster) -> Iterator[Finding]:
    """A file lies where no record is read from.

    Why: whoever put it there thinks that it counts. A team stands in teams/<period>/, a
    municipality in municipalities/.

    Example:

        roster/teams/013455-mori.yaml

    Mend: move it to the folder of its kind, or delete it; drafts may lie in a folder whose name
    begins with a dot.

        roster/teams/2/013455-mori.yaml
    """
    moves: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults_of(roster, FaultKind.STRAY_FILE):
        where = fault.expected[0] if fault.expected else ""
        if where:
            folder = where.rpartition("/")[0] or where  # a list goes by itself
            moves.setdefault((fault.place.path.rpartition("/")[0], folder), []).append(fault)
        else:
            yield Finding(
                fault.place,
                _("nothing reads this file"),
                _("move it to the folder of its kind, or delete it"),
            )
    yield from (_misplaced(faults) for faults in moves.values())


def _misplaced(faults: Sequence[Fault]) -> Finding:
    """Return one finding for all files that belong from one folder to another."""
    first, *others = faults
    if not others:
        message, help_line = _("the file lies in the wrong place"), _("move it to {path}")
        help_line = help_line.format(path=first.expected[0])
    else:
        message = _("this file and {count} more of its folder lie in the wrong place")
        message = message.format(count=len(others))
        help_line = _("move them to {path}").format(path=first.expected[0].rpartition("/")[0] + "/")
    return Finding(first.place, message, help_line)


@fault_rule()
def escaping_link(fault: Fault) -> Words:
    """A file is a link to a place outside the roster.

    Why: whoever receives the roster does not receive what the link points to.

    Example:

        roster/themes.yaml -> /home/kikaku/themes.yaml

    Mend: put the file itself in the place of the link.
    """
    message = _("the file is a link that leaves the roster ({found})").format(found=fault.found)
    return message, _("put the file itself here")
