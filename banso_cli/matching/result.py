"""From a draft to what is told of it, with reasons and prices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.drafts import in_order
from banso_cli.matching.instead import instead
from banso_cli.matching.score import PARTS, draft_parts, is_team, team_parts
from banso_cli.matching.told import (
    DECISIONS,
    ELSEWHERE,
    OPEN,
    WISHES,
    WORDS,
    Covered,
    Other,
    Seated,
    Standing,
    TeamTold,
    Told,
    Waiting,
)
from banso_cli.records.periods.matching_rules import MatchingRules


def told(case: Case, draft: Draft, standing: Standing) -> Told:
    """Return what is told of a draft."""
    waiting = [each for each in case.officers if not any(each in team for team in draft.values())]
    parts = draft_parts(case, draft)
    teams = tuple(
        _team(case, number, code, draft[code], waiting)
        for number, code in enumerate(sorted(draft), 1)
    )
    return Told(
        period=case.period,
        score=parts.total(),
        bound=standing.bound,
        tied=standing.tied,
        parts=tuple((WORDS[each], parts[each]) for each in PARTS),
        teams=teams,
        officers=tuple(_waiting(case, draft, each) for each in waiting),
        towns=tuple(
            _without(case, draft, code, standing, waiting)
            for code in case.towns
            if code not in draft
        ),
        applied=(len(case.officers), len(case.towns)),
        different=sum(team.bodies == len(team.members) for team in teams),
        different_before=standing.different_before,
    )


def short(case: Case, officer: str) -> str:
    """Return how an officer is told of: number, body and rank."""
    own = case.officers[officer]
    return f"{officer}（{own.agency}・{own.rank}）"


def _team(
    case: Case, number: int, code: str, officers: tuple[str, ...], waiting: list[str]
) -> TeamTold:
    town, points = case.towns[code], team_parts(case, code, officers).total()
    bodies = {case.officers[each].agency for each in officers}
    return TeamTold(
        number=number,
        code=code,
        name=case.named(code),
        continues=town.status == "continuing",
        points=points,
        members=tuple(
            _seated(case, code, officers, each, waiting) for each in in_order(case, officers)
        ),
        issues=tuple(_covered(case, code, officers)),
        wished=town.agencies,
        met=tuple(each for each in town.agencies if each in bodies),
        bodies=len(bodies),
    )


def _covered(case: Case, code: str, officers: tuple[str, ...]) -> list[Covered]:
    found = []
    for theme, weight in zip(case.towns[code].issues, case.weights(code), strict=True):
        able = [(-case.strengths[each].get(theme, 0), each) for each in officers]
        strength, officer = min(able)
        found.append(Covered(theme, weight, officer if strength else "", -strength))
    return found


def _seated(
    case: Case, code: str, officers: tuple[str, ...], officer: str, waiting: list[str]
) -> Seated:
    own, met = case.officers[officer], case.wish(officer, code)
    if met is not None:
        wish = WISHES[met] if met < len(WISHES) else "希望"
    else:
        wish = ELSEWHERE if own.wishes else OPEN
    return Seated(
        officer=officer,
        agency=own.agency,
        rank=own.rank,
        wish=wish,
        stays=own.stays == code,
        themes=tuple(
            (each.theme, each.strength)
            for each in own.themes
            if each.theme in case.towns[code].issues
        ),
        is_locked=(officer, code) in case.locks,
        runner_up=None
        if (officer, code) in case.locks
        else _runner_up(case, code, officers, officer, waiting),
    )


def _runner_up(
    case: Case, code: str, officers: tuple[str, ...], officer: str, waiting: list[str]
) -> Other | None:
    """Return who of those waiting would take the seat at the lowest price."""
    now = team_parts(case, code, officers).total()
    rest = tuple(each for each in officers if each != officer)
    prices = [
        (now - team_parts(case, code, (*rest, other)).total(), other)
        for other in waiting
        if (other, code) in case.seats and is_team(case, (*rest, other))
    ]
    if not prices:
        return None
    price, other = min(prices)
    return Other(short(case, other), price)


def _waiting(case: Case, draft: Draft, officer: str) -> Waiting:
    """Return why an officer waits, and the nearest seat: beside a team's members, or for one."""
    own, places = case.officers[officer], []
    most = case.programme.team_size.most
    for code, team in draft.items():
        if (officer, code) not in case.seats:
            continue
        now = team_parts(case, code, team).total()
        ways = [(*team, officer)] if len(team) < most else []
        ways += [
            (*(each for each in team if each != other), officer)
            for other in team
            if (other, code) not in case.locks
        ]
        places += [
            (now - team_parts(case, code, way).total(), code) for way in ways if is_team(case, way)
        ]
    allowed = sum((officer, code) in case.seats for code in case.towns)
    served = [code for code in draft if (officer, code) in case.seats]
    if not allowed:
        reason = "職員の条件に合う応募市町村がない"
    elif not served:
        reason = "職員の条件に合う市町村に、チームが置かれない"
    elif all(len(draft[code]) == most for code in served):
        reason = f"職員の条件に合う{len(served)}チームは、すべて{most}名で埋まる"
    else:
        reason = "空きのあるチームでは、加えても点が増えない"
    nearest = min(places, default=None)
    return Waiting(
        officer,
        f"{own.agency}・{own.rank}",
        reason,
        Other(case.named(nearest[1]), nearest[0]) if nearest else None,
    )


def _without(
    case: Case, draft: Draft, code: str, standing: Standing, waiting: list[str]
) -> Waiting:
    """Return why a municipality has no team, how it could have one, and what it costs at least."""
    coming = [officer for officer in case.officers if (officer, code) in case.seats]
    size = case.programme.team_size
    if len(coming) < size.least:
        reason = f"行ける職員が{len(coming)}名で、{size.least}名に満たない"
    elif len(draft) == case.teams:
        reason = f"チームの数が上限の{case.teams}に達している"
    elif len(waiting) < size.least:
        reason = f"待機する職員が{len(waiting)}名で、{size.least}名に満たない"
    elif not any(each in case.leads for each in waiting):
        reason = f"待機する職員に{case.rules.lead_rank}以上がいない"
    else:
        reason = "待機する職員では、点の増えるチームを組めない"
    town = case.towns[code]
    status = "継続" if town.status == "continuing" else "新規"
    about = f"{case.region[code]}、{status}、課題は{'、'.join(town.issues)}"
    nearest = instead(case, draft, code, waiting)
    return Waiting(case.named(code), about, reason, nearest, standing.at_least.get(code))


def regions(case: Case, draft: Draft) -> list[tuple[str, int, int, int]]:
    """Return each region with how many applied, are due, and are served."""
    applied = Counter(case.region.values())
    served = Counter(case.region[code] for code in draft)
    return [
        (region.name, applied[region.name], case.shares[region.name], served[region.name])
        for region in case.programme.regions
        if region.name in case.shares
    ]


def decided(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """Yield each decision by its name: whom it is on, what it is, and why."""
    for name, words in DECISIONS.items():
        for at, each in enumerate(getattr(case.decisions, name), 1):
            code = each.municipality
            place = case.named(code) if code in case.places else code
            who = getattr(each, "officer", "")
            yield f"{name}[{at}]", f"{who} {place}".lstrip(), words, each.reason


def weights(rules: MatchingRules) -> dict[str, str]:
    """Return the weights behind each part of the score, as the report tells them."""
    points, deductions = rules.points, rules.deductions
    issues = "／".join(_series(each) for each in points.issues)
    told = {
        "municipality": f"{points.municipality}",
        "continuing": f"さらに{points.continuing}",
        "seat": f"{points.seat}",
        "stay": f"{points.stay}",
        "issues": f"課題の重み {issues}、度合いの点 {_series(points.strengths)}",
        "officer_wishes": f"{_series(points.officer_wishes)}、希望のない職員 {points.officer_open}",
        "agency_wishes": f"{_series(points.agency_wishes)}、希望のない市町村 {points.agency_open}",
        "same_agency": f"二人目から−{deductions.same_agency}",
        "juniors": f"{rules.lead_rank}に届かない二人目から−{deductions.juniors}",
        "region_shortfall": f"市町村ごとに−{deductions.region_shortfall}",
    }
    return {WORDS[each]: text for each, text in told.items()}


def _series(numbers: Iterable[int]) -> str:
    return "・".join(map(str, numbers))
