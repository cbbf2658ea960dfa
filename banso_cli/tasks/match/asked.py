"""What is asked of `banso match`, and what of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from banso_cli.files.failure import misused, unfit
from banso_cli.locale import _
from banso_cli.matching.case import Case, case_of
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.terminal.output import say


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a search, as it is written on the command line; `limit` is in seconds."""

    period: int
    limit: int | None
    keep: Path | None
    loss: Fraction
    explain: str | None
    what_if: str | None
    output: Path | None
    form: str
    sensitivity: bool


def sound_case(roster: Roster, period: int) -> Case:
    """Return what is to be matched; a failure where it is not all there, or has errors."""
    programme = roster.programme
    if programme is None or programme.matching is None:
        raise unfit(
            _("programme.yaml does not say how teams are matched"),
            _("add its part 'matching': banso schema programme shows what belongs there"),
        )
    mine = f"/applications/{period}/"
    errors = [
        each
        for each in check(roster)
        if each.severity is Severity.ERROR
        and (mine in each.place.path or each.place.path.endswith("/programme.yaml"))
    ]
    say_findings(errors)
    if errors:
        raise unfit(
            _("the applications have errors; nothing was matched"),
            _("run 'banso validate' and mend them first"),
        )
    case = case_of(roster, period, programme, programme.matching)
    if not case.officers or not case.towns:
        applied = (*roster.of(OfficerApplication), *roster.of(MunicipalityApplication))
        numbers = _(", ").join(map(str, sorted({each.period for each in applied})))
        raise misused(
            _("there are no applications for period {number} that count").format(number=period),
            _("periods with applications: {numbers}").format(numbers=numbers) if numbers else "",
        )
    return case


def say_findings(findings: Iterable[Finding]) -> None:
    """Say each finding with its place, and what to write."""
    for each in findings:
        say(f"{each.place.path}:{each.place.line}: {each.message} [{each.rule}]", each.help)
