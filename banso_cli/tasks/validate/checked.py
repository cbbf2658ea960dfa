"""What is asked of a check, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES, check
from banso_cli.rules.rule import Rule
from banso_cli.rules.selection import selected
from banso_cli.tasks.opened.named_files import Within


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks of a check."""

    paths: tuple[Path, ...] = ()
    form: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    since: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found; `older` counts the findings that `--since` leaves out."""

    roster: Roster
    folder: Path
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    older: int = 0

    def is_faulty(self, *, strict: bool) -> bool:
        """Tell whether there is an error, or in a strict check a warning."""
        return any(strict or each.severity is Severity.ERROR for each in self.findings)


def checked(roster: Roster, folder: Path, asked: Asked) -> Result:
    """Check a roster by the rules that are asked for."""
    rules = selected(RULES, asked.select, asked.ignore)
    within = Within.of(folder, asked.paths)
    findings, older = check(roster, rules), 0
    if asked.since is not None:
        from banso_cli.tasks.validate.since import new_since  # noqa: PLC0415 - only this needs git's objects

        findings, older = new_since(asked.since, roster, folder, rules, findings)
    kept = tuple(each for each in findings if within.holds(each.place.path))
    return Result(roster, folder, rules, kept, older)
