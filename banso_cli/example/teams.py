"""Teams that do not exist, with their members dealt out in likely shares.

Some have what only few teams of a source have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import cycle, islice

from banso_cli.example.activities import made_up_activities
from banso_cli.example.chance import Chance
from banso_cli.example.course import with_successor
from banso_cli.example.lists import CLOSED, NATIONAL, OUTSIDE, THEMES
from banso_cli.example.marks import MARK, page_of
from banso_cli.example.programme import Term
from banso_cli.records.fields.record import RuleException
from banso_cli.records.municipality import Municipality
from banso_cli.records.teams.team import Member, PrintedMember, PrintedTeam, Team

_SIZES = {2: 12, 3: 85}
_THEME_COUNTS = {1: 2, 2: 4, 3: 4}
_RANK, _RANK_PRINTED = "補佐級", "課長補佐級"
RANKS = {"指定職": 7, "課長級": 41, "企画官・室長級": 36, "補佐級": 130, "係長級": 65}
_GENDERS = {"男性": 70, "女性": 30}
_TRACKS = {"事務官": 70, "技官": 30}
_AGES: Mapping[str, tuple[int, int]] = {
    "指定職": (52, 59),
    "課長級": (44, 57),
    "企画官・室長級": (38, 51),
    "補佐級": (30, 47),
    "係長級": (29, 37),
}
"""Ages (years) of each rank, both ends included."""

_OVER_60, _OLDEST = 3, 63
"""Fewer of 60 and over than may be shown, so that their class is seen to be merged."""

_HIGH = frozenset({"指定職", "課長級"})
_OFFICERS, _OF_SEATS = 8, 279
"""How many of how many members come from outside the government; at least one does."""


def made_up_teams(
    seed: int, term: Term, supported: Sequence[Municipality], before: Collection[str]
) -> tuple[Team, ...]:
    """Return a team for each municipality in their order; `before` are the codes that continue.

    Some teams of a later term have an exception, an assumption, or what was printed otherwise.
    """
    teams = list(_teams(Chance(seed, f"teams {term.number}"), term, supported, before))
    if term.number > 1:
        _single_out(teams, supported)
        teams[-1] = with_successor(teams[-1], term.start)
    return tuple(teams)


def _teams(
    chance: Chance, term: Term, supported: Sequence[Municipality], before: Collection[str]
) -> Iterator[Team]:
    sizes = chance.deck(len(supported), _SIZES)
    outside = (CLOSED, *OUTSIDE) if term.number == 1 else OUTSIDE
    members = _members(chance, sizes, outside)
    source = page_of(f"第{term.number}期チーム一覧", f"period-{term.number}/teams/")
    for at, municipality in enumerate(supported):
        themes = chance.several(THEMES, chance.weighted(_THEME_COUNTS))
        yield Team(
            number=at + 1,
            municipality=municipality.code,
            status="continuing" if municipality.code in before else "new",
            themes=themes,
            members=members[at],
            activities=tuple(made_up_activities(chance, term.start, sizes[at], themes)),
            sources=(source,),
        ).named(f"teams/{term.number}/{municipality.usual_stem}")


def _members(
    chance: Chance, sizes: Sequence[int], outside: Sequence[str]
) -> tuple[tuple[Member, ...], ...]:
    """Return the members of teams of these sizes, each of several bodies.

    `outside` are the bodies outside the government, in turn, whose people are オフィサー.
    """
    bodies = [chance.several(NATIONAL, size) for size in sizes]
    count = max(1, sum(sizes) * _OFFICERS // _OF_SEATS)
    chosen = chance.shuffled(range(len(sizes)))[:count]
    for team, body in zip(chosen, islice(cycle(outside), len(chosen)), strict=True):
        bodies[team] = (*bodies[team][:-1], body)
    seated = iter(_seated(chance, [body for team in bodies for body in team]))
    return tuple(tuple(islice(seated, size)) for size in sizes)


def _seated(chance: Chance, bodies: Sequence[str]) -> tuple[Member, ...]:
    """Return a member from each of the bodies."""
    count = len(bodies)
    ranks = chance.deck(count, RANKS)
    ages = _ages(chance, ranks)
    genders, tracks = chance.deck(count, _GENDERS), chance.deck(count, _TRACKS)
    return tuple(
        Member(
            agency=body,
            rank=rank,
            role=None if body in NATIONAL else "オフィサー",
            gender=gender,
            track=track,
            age=age,
        )
        for body, rank, gender, track, age in zip(bodies, ranks, genders, tracks, ages, strict=True)
    )


def _ages(chance: Chance, ranks: Sequence[str]) -> list[int]:
    ages = [chance.between(*_AGES[rank]) for rank in ranks]
    high = chance.shuffled([at for at, rank in enumerate(ranks) if rank in _HIGH])
    for at in high[:_OVER_60]:
        ages[at] = chance.between(60, _OLDEST)
    return ages


def _single_out(teams: list[Team], supported: Sequence[Municipality]) -> None:
    """Give some teams, most of them different ones, what only few have."""
    count = len(teams)
    ranked = next(at for at, team in enumerate(teams) if _RANK in {m.rank for m in team.members})
    teams[ranked] = _printed_otherwise(teams[ranked])
    half, late = count // 2, count * 3 // 4
    name = supported[half].name
    printed = PrintedTeam(municipality=f"{name[:2]} {name[2:]}")
    teams[half] = teams[half].model_copy(update={"printed": printed})
    assumed = f"{MARK}の推定。一覧では市町村名の欄が空いており、前後の並びからこの団体と読んだ"
    teams[late] = teams[late].model_copy(update={"assumptions": (assumed,)})
    alike = [at for at, team in enumerate(teams) if not any(m.role for m in team.members)]
    alike_at = alike[len(alike) // 4] if alike else 0
    teams[alike_at] = _of_one_body(teams[alike_at])


def _printed_otherwise(team: Team) -> Team:
    """Return the team as if the source had another word for the rank of a member."""
    at = next(at for at, member in enumerate(team.members) if member.rank == _RANK)
    members = list(team.members)
    printed = PrintedMember(rank=_RANK_PRINTED)
    members[at] = members[at].model_copy(update={"printed": printed})
    return team.model_copy(update={"members": tuple(members)})


def _of_one_body(team: Team) -> Team:
    """Return the team with members of one body, and the exception that this needs."""
    agency = team.members[0].agency
    members = [
        member.model_copy(update={"agency": agency, "role": None}) for member in team.members
    ]
    reason = f"{MARK}の例外。一覧で、すべての支援官が同じ省庁に属する"
    exception = RuleException(rule="single-agency-team", reason=reason)
    return team.model_copy(update={"members": tuple(members), "exceptions": (exception,)})
