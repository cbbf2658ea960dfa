"""Drafts as files: teams that are marked as such, whose members have numbers of applications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from banso_cli.locale import _
from banso_cli.matching.case import Case, Draft
from banso_cli.records.application import OfficerApplication
from banso_cli.records.fields.record import Source
from banso_cli.records.teams.team import Member, Team


def draft_teams(case: Case, draft: Draft) -> tuple[Team, ...]:
    """Return the teams of a draft, numbered in the order of their codes."""
    return tuple(
        Team(
            number=number,
            municipality=code,
            draft=True,
            status=case.towns[code].status,
            themes=case.towns[code].issues,
            members=tuple(_member(case.officers[each]) for each in in_order(case, officers)),
            sources=(Source(title=f"第{case.period}期の応募からの編成案"),),
        ).named(f"teams/{case.period}/{case.places[code].stem}")
        for number, (code, officers) in enumerate(sorted(draft.items()), 1)
    )


def in_order(case: Case, officers: Iterable[str]) -> list[str]:
    """Return officers by rank, body and number."""
    ranks = [each.name for each in case.programme.ranks]

    def order(officer: str) -> tuple[int, str, str]:
        own = case.officers[officer]
        return ranks.index(own.rank), own.agency, officer

    return sorted(officers, key=order)


def _member(own: OfficerApplication) -> Member:
    return Member(agency=own.agency, rank=own.rank, role=own.role, officer=own.stem)


def draft_of(teams: Iterable[Team]) -> Draft:
    """Return the draft that teams make; a member without a number is told by an empty one."""
    return {
        team.municipality: tuple(member.officer or "" for member in team.members)
        for team in sorted(teams, key=lambda team: team.municipality)
    }


def slips(teams: Sequence[Team], officers: Mapping[str, OfficerApplication]) -> Iterator[str]:
    """Yield where drafts do not say what the applications say, which a draft by hand may not."""
    seen: dict[str, Team] = {}
    for team in teams:
        path = team.places.path
        if (first := seen.setdefault(team.municipality, team)) is not team:
            words = _("{file}: {other} is a draft for the same municipality")
            yield words.format(file=path, other=first.places.path)
        for at, member in enumerate(team.members, 1):
            if not member.officer:
                words = _("{file}: member {number} has no number of an application ('officer')")
                yield words.format(file=path, number=at)
            elif own := officers.get(member.officer):
                words = _("{file}: {officer} applied as {own}, not as {given}")
                given, applied = (" ".join(filter(None, _is(each))) for each in (member, own))
                if given != applied:
                    yield words.format(file=path, officer=own.stem, own=applied, given=given)


def _is(who: Member | OfficerApplication) -> tuple[str, str, str | None]:
    return who.agency, who.rank, who.role
