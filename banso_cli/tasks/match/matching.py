"""`banso match`: the best draft is searched for, told, and written into a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

from banso_cli.editing.edits import new_text
from banso_cli.files.failure import misused, unfit
from banso_cli.locale import _
from banso_cli.matching.case import Case, Draft
from banso_cli.matching.drafts import draft_of, draft_teams
from banso_cli.matching.result import decided, regions, told, weights
from banso_cli.matching.search.contradictions import contradiction, why_none
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.other_drafts import changed_teams, kept
from banso_cli.matching.search.solve import Contradicted, Solution, Stopped, solved
from banso_cli.matching.told import Standing, Told
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reports.data.json_values import json_text
from banso_cli.reports.templating.templates import environment
from banso_cli.tasks.match.asked import Asked
from banso_cli.tasks.match.checking import CERTIFICATE
from banso_cli.tasks.match.draft_folder import draft_teams_in
from banso_cli.tasks.match.explaining import (
    applicant_meant,
    explanation,
    no_application,
    town_meant,
)
from banso_cli.terminal.output import (
    put_data,
    put_lines,
    refuse_folder,
    say,
    say_lines,
    write_folder,
)

_ENDLESS = 1e9
_A_SECOND = 1.0


class _Progress:
    """Lines on the standard error, at most one a second."""

    def __init__(self) -> None:
        self.last = 0.0

    def tell(self, best: float, bound: float, seconds: float) -> None:
        if seconds - self.last < _A_SECOND or not max(abs(best), abs(bound)) < _ENDLESS:
            return
        self.last = seconds
        words = _("{seconds} s: best {best}, bound {bound}")
        say(words.format(seconds=f"{seconds:.0f}", best=f"{best:,.0f}", bound=f"{bound:,.1f}"))


def find(case: Case, roster: Roster, asked: Asked, folder: Path) -> None:
    """Search for the best draft of a case, and tell or write what is asked for.

    What is asked is read before: nobody waits for a search to learn of a slip.
    """
    what_if = None if asked.what_if is None else _with_decision(case, asked.what_if)
    whom = None if asked.explain is None else applicant_meant(case, asked.explain)
    before = None if asked.keep is None else draft_of(draft_teams_in(asked.keep, asked.period))
    if asked.output is not None:
        refuse_folder(asked.output, [folder])
    watch = Watch(asked.limit or _ENDLESS, _Progress().tell)
    with watch.interruptible():
        solution = _solution(case, before, asked.loss, watch)
        if not solution.draft:
            _refuse_none(case)
        other = _searched(what_if, watch) if what_if else None
        moving = changed_teams(case, solution.draft, watch) if asked.sensitivity else ()
    if not (solution.proven and (other is None or other.proven)) and before is None:
        say(_("not proven to be the best: a longer --time-limit, or --prove, searches on"))
    if other is not None:
        put_lines(_difference(case, solution, other, (asked.what_if or "").split()))
        return
    found = told(case, solution.draft, _standing(solution, roster.teams_by_period))
    if whom is not None:
        put_lines(explanation(case, solution.draft, found, whom))
        return
    documents = {
        "matching.md": _markdown(case, solution, found, moving, is_near=before is not None),
        "matching.json": json_text(asdict(found) | {"proven": found.proven, "sensitivity": moving}),
    }
    if asked.output is None:
        put_data(documents["matching.json" if asked.form == "json" else "matching.md"])
        return
    proof = solution.certificate.document()
    documents[CERTIFICATE] = json.dumps(proof, ensure_ascii=False, separators=(",", ":")) + "\n"
    for team in draft_teams(case, solution.draft):
        documents[f"{team.id}.yaml"] = new_text(team, roster)
    _write(asked.output, documents, folder)
    words = _("wrote {count} draft teams into {folder}")
    put_lines([words.format(count=len(solution.draft), folder=asked.output)])


def _write(output: Path, documents: Mapping[str, str], folder: Path) -> None:
    """Write all documents, and take away drafts that were there before."""
    files = {name: text.encode("utf-8") for name, text in documents.items()}
    write_folder(output, files, [folder])
    for left in _drafts_left(output, files):
        left.unlink()


def _drafts_left(output: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield the files of drafts that were in the folder before and are no part of this one."""
    for team in read_roster(output).of(Team):
        if team.draft and f"{team.id}.yaml" not in files:
            yield output / f"{team.id}.yaml"


def _refuse_none(case: Case) -> None:
    say_lines(why_none(case))
    raise unfit(_("not one team can be formed"), _("change one of them"))


def _solution(case: Case, before: Draft | None, loss: Fraction, watch: Watch) -> Solution:
    """Return the best draft, or one near to the draft before."""
    solution = _searched(case, watch, ties=before is None)
    return solution if before is None else kept(solution, before, loss, watch)


def _searched(case: Case, watch: Watch, *, ties: bool = True) -> Solution:
    try:
        return solved(case, watch, ties=ties)
    except Contradicted:
        say_lines(contradiction(case, watch))
        raise unfit(
            _("rules and decisions contradict each other; there is no draft"),
            _("change one of them"),
        ) from None
    except Stopped:
        raise unfit(
            _("no draft was found in time"),
            _("give more time: --time-limit, or --prove"),
        ) from None


def _standing(solution: Solution, teams: Mapping[int, Sequence[Team]]) -> Standing:
    before = teams.get(solution.case.period - 1, ())
    different = sum(len({m.agency for m in each.members}) == len(each.members) for each in before)
    mark = (different, len(before)) if before else None
    return Standing(solution.bound, solution.tied, solution.at_least, mark)


def _markdown(
    case: Case,
    solution: Solution,
    found: Told,
    moving: tuple[tuple[str, int, int], ...],
    *,
    is_near: bool,
) -> str:
    return (
        environment()
        .get_template("matching.md.jinja")
        .render(
            told=found,
            case=case,
            weights=weights(case.rules),
            regions=regions(case, solution.draft),
            decided=tuple(decided(case)),
            sensitivity=moving,
            is_near=is_near,
        )
    )


_LISTS = {"locks": True, "forbids": True, "served": False, "declined": False}
"""The lists of decisions, and whether each is on an officer too."""


def _with_decision(case: Case, decision: str) -> Case:
    """Return the case with one decision more, such as `locks R9-012 森町`."""
    name, *words = decision.split() or [""]
    if name not in _LISTS or len(words) != 1 + _LISTS[name]:
        raise misused(
            _("'{decision}' is no decision").format(decision=decision),
            _("write it as: locks R9-012 森町"),
        )
    code = town_meant(case, words[-1])
    if _LISTS[name] and words[0] not in case.officers:
        raise no_application(words[0])
    return case.decided(name, code, words[0] if _LISTS[name] else None)


def _difference(case: Case, before: Solution, after: Solution, decision: list[str]) -> list[str]:
    """Return what a decision costs, and who else is elsewhere then."""
    was = {each: code for code, team in before.draft.items() for each in team}
    now = {each: code for code, team in after.draft.items() for each in team}
    moved = sorted(each for each in was.keys() | now.keys() if was.get(each) != now.get(each))
    others = [each for each in moved if each not in decision]
    lost = before.score - after.score
    scores = f"{before.score:,}点→{after.score:,}点"
    lines = [
        f"案の点が{abs(lost):,}点{'下がる' if lost > 0 else '上がる'}（{scores}）"
        if lost
        else f"案の点は変わらない（{after.score:,}点）",
        f"ほかに動く職員は{len(others)}名" if others else "ほかに動く職員はいない",
    ]
    for each in (*(each for each in moved if each in decision), *others):
        places = (case.named(of[each]) if each in of else "待機" for of in (was, now))
        lines.append(f"  {each}: {'→'.join(places)}")
    return lines
