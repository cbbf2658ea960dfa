"""Teams that do not exist, some of them with what only few teams of a source have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from banso_cli.example.activities import made_up_activities
from banso_cli.example.chance import Chance
from banso_cli.example.course import with_successor
from banso_cli.example.lists import CLOSED, OUTSIDE, THEMES
from banso_cli.example.marks import MARK, page_of
from banso_cli.example.members import made_up_members
from banso_cli.example.programme import Term
from banso_cli.records.fields.record import RuleException
from banso_cli.records.municipality import Municipality
from banso_cli.records.teams.team import PrintedMember, PrintedTeam, Team

_SIZES = {2: 12, 3: 85}
_THEME_COUNTS = {1: 2, 2: 4, 3: 4}
_RANK, _RANK_PRINTED = "補佐級", "課長補佐級"


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
    members = made_up_members(chance, sizes, outside)
    source = page_of(f"第{term.number}期チーム一覧", f"period-{term.number}/teams/")
    for at, municipality in enumerate(supported):
        themes = chance.several(THEMES, chance.weighted(_THEME_COUNTS))
        yield Team(
            number=at + 1,
            municipality=municipality.code,
            status="continuing" if municipality.code in before else "new",
            themes=themes,
            members=members[at],
            activities=made_up_activities(chance, term.start, sizes[at], themes),
            sources=(source,),
        )


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
