"""`banso match --check`: a draft and its proof, looked at without a solver."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from banso_cli.files.failure import unfit
from banso_cli.locale import _
from banso_cli.matching.checking.checker import Bench, faults, points_of
from banso_cli.matching.checking.proof import bound_of
from banso_cli.matching.checking.teams import Wrong
from banso_cli.matching.drafts import draft_of, slips
from banso_cli.matching.result import told
from banso_cli.matching.told import Standing
from banso_cli.records.teams.team import Team
from banso_cli.tasks.match.asked import sound_case
from banso_cli.tasks.match.draft_folder import draft_teams_in
from banso_cli.tasks.match.explaining import applicant_meant, explanation
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.terminal.output import put_lines, say_lines

CERTIFICATE = "certificate.json"


def look_at(folder: Path, period: int, explain: str | None, option: Path | None) -> None:
    """Tell whether a draft is legal, its score, and what its proof proves; or explain it."""
    roster = open_roster(folder_of_roster(option))
    case = sound_case(roster, period)
    whom = None if explain is None else applicant_meant(case, explain)
    teams = draft_teams_in(folder, period)
    draft = draft_of(teams)
    bench = Bench(roster, case.period, case.programme, case.rules)
    found = faults_of(bench, teams)
    say_lines(found)
    if found:
        raise unfit(_("the draft breaks rules"))
    points = points_of(bench, draft)
    if whom is not None:
        put_lines(explanation(case, draft, told(case, draft, Standing()), whom))
        return
    put_lines([_("the draft is legal; its score is {score}").format(score=f"{points:,}")])
    put_lines([_proof(bench, folder / CERTIFICATE, points)])


def faults_of(bench: Bench, teams: tuple[Team, ...]) -> list[str]:
    """Return in words what drafts do not say as applied, and which rules they break.

    Rules wait until every member has a number.
    """
    draft = draft_of(teams)
    has_all = all(each for team in draft.values() for each in team)
    return [*slips(teams, bench.officers), *(faults(bench, draft) if has_all else ())]


def _proof(bench: Bench, file: Path, points: int) -> str:
    if not file.is_file():
        return _("there is no proof: {file}").format(file=file)
    try:
        bound = bound_of(bench, _certificate(file))
    except Wrong as wrong:
        raise unfit(str(wrong)) from None
    if bound < points:
        raise unfit(_("the certificate contradicts the score of the draft"))
    if bound == points:
        return _("proven: no draft has a higher score")
    return _("no draft has a score above {bound}; this one lacks {gap}").format(
        bound=f"{bound:,}", gap=f"{bound - points:,}"
    )


def _certificate(file: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(file.read_bytes().decode("utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Wrong(_("{file} is no certificate").format(file=file))
    return found
