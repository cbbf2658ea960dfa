"""Why there is no draft: counting first, then a smallest set of rules that contradict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from banso_cli.matching.case import Case
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.legal import possible
from banso_cli.records.application import MunicipalityDecision, SeatDecision

RULES = ("one-team", "team-size", "team-count", "least-agencies", "lead-rank", "own-conditions")
"""The hard rules."""


def _in_words(case: Case) -> Mapping[str, str]:
    """Return the hard rules in words."""
    size = case.programme.team_size
    return {
        "one-team": "職員は一つのチームにだけ入る",
        "team-size": f"チームは{size.least}名から{size.most}名",
        "team-count": f"チームは{case.teams}まで",
        "least-agencies": f"一つのチームに府省庁等は{case.rules.least_agencies}以上",
        "lead-rank": f"チームに一人は{case.rules.lead_rank}以上",
        "own-conditions": "職員の条件（希望地以外に就くか、支援できない地域）",
    }


@dataclass(frozen=True, slots=True)
class _Kept:
    """Which rules and which decisions hold."""

    rules: frozenset[str]
    decisions: tuple[tuple[str, int], ...]


def contradiction(case: Case, watch: Watch) -> list[str]:
    """Return in words what cannot be met together."""
    counted = [*_missing(case), *_counts(case)]
    return counted or list(_smallest(case, watch))


def why_none(case: Case) -> list[str]:
    """Return in words why not even one team can be formed."""
    return list(_counts(case, least=1)) or ["職員の条件と決まりに合うチームが、一つも組めません"]


def _missing(case: Case) -> Iterator[str]:
    """Yield decisions on those who have not applied, or do not count."""
    declined = enumerate(case.decisions.declined, 1)
    gone = {each.municipality: f"declined[{at}]" for at, each in declined}
    for name, at, each in _decisions(case):
        if name not in {"locks", "served"}:
            continue
        if each.municipality in gone:
            place = case.named(each.municipality)
            yield f"{name}[{at}]と{gone[each.municipality]}: {place}についての決定が食い違います"
        elif each.municipality not in case.towns:
            yield f"{name}[{at}]: 団体コード{each.municipality}の応募がないか、数えられません"
        if isinstance(each, SeatDecision) and each.officer not in case.officers:
            yield f"{name}[{at}]: 職員{each.officer}の応募がないか、数えられません"


def _counts(case: Case, least: int = 0) -> Iterator[str]:
    """Yield what fails by mere numbers, where at least so many teams are wanted."""
    musts, size = max(least, len(case.musts)), case.programme.team_size
    if not case.teams:
        yield "編成できるチームの数が0です"
    elif musts > case.teams:
        yield f"必ず支援する市町村は{musts}、編成できるチームは{case.teams}です"
    if musts > len(case.leads):
        rank = case.rules.lead_rank
        yield f"{rank}以上は{len(case.leads)}名で、{musts}チームに1名ずつは置けません"
    if musts * size.least > len(case.officers):
        needed = musts * size.least
        yield f"応募した職員は{len(case.officers)}名で、{musts}チームには{needed}名が要ります"


def _decisions(case: Case) -> Iterator[tuple[str, int, SeatDecision | MunicipalityDecision]]:
    for name in ("locks", "forbids", "served"):
        for at, each in enumerate(getattr(case.decisions, name), 1):
            yield name, at, each


def _smallest(case: Case, watch: Watch) -> Iterator[str]:
    """Yield a set of rules and decisions none of which can be left out, by trying each."""
    named = [(name, at) for name, at, _each in _decisions(case)]
    kept = _Kept(frozenset(RULES), tuple(named))
    for rule in RULES:
        less = replace(kept, rules=kept.rules - {rule})
        kept = less if not _has_draft(case, less, watch) else kept
    for one in named:
        less = replace(kept, decisions=tuple(other for other in kept.decisions if other != one))
        kept = less if not _has_draft(case, less, watch) else kept
    yield "次のことは、同時には成り立ちません"
    words = _in_words(case)
    yield from (f"  {rule}: {words[rule]}" for rule in RULES if rule in kept.rules)
    for name, at, each in _decisions(case):
        if (name, at) in kept.decisions:
            place = case.named(each.municipality)
            who = f"{each.officer}を" if isinstance(each, SeatDecision) else ""
            yield f"  {name}[{at}]: {who}{place}（{each.reason}）"


def _has_draft(case: Case, kept: _Kept, watch: Watch) -> bool:
    """Tell whether there is a draft by what is kept; a search that is stopped finds none out."""
    lists = {
        name: tuple(
            each
            for own, at, each in _decisions(case)
            if own == name and (name, at) in kept.decisions
        )
        for name in ("locks", "forbids", "served")
    }
    return possible(_without(case, kept.rules, lists), watch)


def _without(case: Case, rules: frozenset[str], lists: Mapping[str, object]) -> Case:
    """Return the case without the rules that are not kept."""
    decisions = case.decisions.model_copy(update=lists)
    size = case.programme.team_size
    if "team-count" not in rules:
        decisions = decisions.model_copy(update={"teams": None})
    if "team-size" not in rules:
        size = size.model_copy(update={"least": 1, "most": len(case.officers)})
    by = case.rules.model_copy(
        update={
            **({} if "least-agencies" in rules else {"least_agencies": 1}),
            **({} if "lead-rank" in rules else {"lead_rank": case.programme.ranks[-1].name}),
        }
    )
    officers = case.officers
    if "own-conditions" not in rules:
        free = {"elsewhere": True, "excluded": ()}
        officers = {id_: own.model_copy(update=free) for id_, own in officers.items()}
    return replace(
        case,
        decisions=decisions,
        rules=by,
        officers=officers,
        programme=case.programme.model_copy(update={"team_size": size}),
        one_team="one-team" in rules,
    )
