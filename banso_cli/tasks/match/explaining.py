"""One officer or municipality of a draft, explained in lines."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.files.failure import Failure, misused
from banso_cli.intake.new_records import meant
from banso_cli.locale import _
from banso_cli.matching.case import Case, Draft
from banso_cli.matching.score import PARTS, team_parts
from banso_cli.matching.told import WORDS, TeamTold, Told, Waiting


def town_meant(case: Case, wanted: str) -> str:
    """Return the code of the municipality of the case that is meant by a name or code."""
    found = meant(wanted, [case.places[code] for code in case.towns])
    if len(found) != 1:
        raise no_application(wanted)
    return found[0].code


def applicant_meant(case: Case, wanted: str) -> str:
    """Return the number of the officer, or the code of the municipality, that is meant."""
    return wanted if wanted in case.officers else town_meant(case, wanted)


def no_application(wanted: str) -> Failure:
    """Return the failure that nobody is called so."""
    return misused(
        _("no application that counts is meant by '{name}'").format(name=wanted),
        _("write the number of an officer, or the name or code of a municipality"),
    )


def explanation(case: Case, draft: Draft, told: Told, whom: str) -> Iterator[str]:
    """Yield what is to be told of an officer by number, or of a municipality by code."""
    if whom in case.officers:
        team = next((code for code, members in draft.items() if whom in members), None)
        waits = next((each for each in told.officers if each.name == whom), None)
    else:
        team = whom
        waits = next((each for each in told.towns if each.name == case.named(team)), None)
    if waits is not None or team is None:
        yield from _waiting(waits, is_officer=whom in case.officers)
        return
    yield from _team(case, draft, next(each for each in told.teams if each.code == team))


def _waiting(waits: Waiting | None, *, is_officer: bool) -> Iterator[str]:
    if waits is None:  # pragma: no cover - whoever is in no team waits
        return
    yield f"{waits.name}（{waits.about}）: チームなし"
    yield f"  理由: {waits.reason}"
    if waits.least:
        yield f"  支援すると、案の点が少なくとも{waits.least}点下がる"
    if waits.nearest:
        way = f"{waits.nearest.name}に就けると" if is_officer else f"{waits.way}支援すると"
        yield f"  {way}、{_lowered(waits.nearest.price)}"


def _lowered(price: int) -> str:
    if not price:
        return "案の点は変わらない"
    return f"案の点が{abs(price)}点{'下がる' if price > 0 else '上がる'}"


def _team(case: Case, draft: Draft, team: TeamTold) -> Iterator[str]:
    parts = team_parts(case, team.code, draft[team.code])
    yield f"{team.name}: {team.points}点"
    yield from (f"  {WORDS[each]} {parts[each]}点" for each in PARTS if parts[each])
    for each in team.members:
        yield f"  {each.officer}（{each.agency}・{each.rank}）: {each.how}"
        if each.runner_up:
            yield f"    次点 {each.runner_up.name}、{_lowered(each.runner_up.price)}"
    for issue in team.issues:
        able = f"{issue.officer}（度合い{issue.strength}）" if issue.strength else "得意な職員なし"
        yield f"  課題 {issue.theme}（重み{issue.weight}）: {able}"
