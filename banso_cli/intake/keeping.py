"""What a list says of a team that the roster has already; what it does not say stays as it is.

No name of a person is anywhere: a member is known by body and rank, and by how they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from banso_cli.intake.assumptions import OFFICERS, is_about_the_same, status_by_period_before
from banso_cli.records.fields.record import Source
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import PERSONAL_KEYS, Member, PrintedMember, Team

_Key = Callable[[Member], object]
_Groups = dict[object, list[int]]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which earlier member, from 0, each member is; None for one that is new.

    The earlier members that are not `certain` have left, or another person may have their seat.
    """

    origins: tuple[int | None, ...]
    certain: frozenset[int]


def paired(
    before: Sequence[Member], after: Sequence[Member], activities: Sequence[Activity]
) -> Pairing:
    """Pair the members of a team with those it had, of whom activities tell who attended.

    Who is not the same for certain is taken for one of the same body, or for the next one.
    """
    if list(map(_seat, before)) == list(map(_seat, after)):
        return Pairing(tuple(range(len(after))), frozenset(range(len(before))))
    marks = [  # all that is recorded, by which two of one seat can be told apart
        (member, *(number in activity.attended for activity in activities))
        for number, member in enumerate(before, start=1)
    ]
    origins = dict(_certain(before, after, marks))
    certain = frozenset(origins.values())
    keys: tuple[_Key, ...] = (_seat, lambda member: member.agency, lambda _member: None)
    for key in keys:
        old, new = _grouped(before, key, origins.values()), _grouped(after, key, origins)
        for each in old.keys() & new.keys():
            origins.update(zip(new[each], old[each], strict=False))
    return Pairing(tuple(origins.get(index) for index in range(len(after))), certain)


def _seat(member: Member) -> object:
    return member.agency, member.rank


def _certain(
    before: Sequence[Member], after: Sequence[Member], marks: Sequence[object]
) -> Iterator[tuple[int, int]]:
    """Pair members of one seat: alone in it, all alike, or told apart by what is printed."""
    old, new = _grouped(before, _seat, ()), _grouped(after, _seat, ())
    for seat in old.keys() & new.keys():
        were, are = old[seat], new[seat]
        if len(were) != len(are):
            continue
        if any(marks[index] != marks[were[0]] for index in were):
            shown = [before[index].printed for index in were]
            by_print = {after[index].printed: index for index in are}
            if len(set(shown)) != len(shown) or set(shown) != by_print.keys():
                continue
            are = [by_print[each] for each in shown]
        yield from zip(are, were, strict=True)


def _grouped(members: Sequence[Member], key: _Key, without: Iterable[int]) -> _Groups:
    """Return the members that are not paired yet, by what they are to be equal in."""
    found: _Groups = {}
    for index in sorted({*range(len(members))} - {*without}):
        found.setdefault(key(members[index]), []).append(index)
    return found


@dataclass(frozen=True, slots=True)
class Kept:
    """A team as the list has it, with all else that the roster has of it.

    `lost` names members of the roster of whom more is recorded than their seat, and of whom it is
    not certain who in the list they are: where there are any, the record is not to be written.
    """

    team: Team
    origins: tuple[int | None, ...]
    lost: tuple[str, ...]


def kept(listed: Team, earlier: Team, *, cites: bool) -> Kept:
    """Return what a team is to say; `cites` adds the list to the sources though nothing differs."""
    pairing = paired(earlier.members, listed.members, earlier.activities)
    members = tuple(
        listed_member if origin is None else _member(listed_member, earlier.members[origin])
        for listed_member, origin in zip(listed.members, pairing.origins, strict=True)
    )
    team = earlier.model_copy(
        update={
            "number": listed.number,
            "printed": listed.printed or earlier.printed,
            "status": listed.status or earlier.status,
            "members": members,
            "activities": tuple(_activity(each, pairing) for each in earlier.activities),
            "assumptions": _assumptions(listed, earlier, members, pairing),
        }
    )
    if cites or team != earlier:
        team = team.model_copy(update={"sources": _sources(listed, earlier)})
    return Kept(team, pairing.origins, tuple(_lost(earlier, pairing)))


def _member(listed: Member, earlier: Member) -> Member:
    """Return a seat in the words of the list; a role that was decided on is not assumed anew."""
    shown = PrintedMember(
        agency=_printed(listed, earlier, "agency"), rank=_printed(listed, earlier, "rank")
    )
    return earlier.model_copy(
        update={
            "agency": listed.agency,
            "rank": listed.rank,
            "printed": shown if shown.agency or shown.rank else None,
            "role": earlier.role if listed.agency == earlier.agency else listed.role,
        }
    )


def _printed(listed: Member, earlier: Member, key: str) -> str | None:
    """Return how a source prints body or rank: as the list does, or as another did before."""
    found: str | None = getattr(listed.printed, key, None)
    if found is None and getattr(listed, key) == getattr(earlier, key):
        return getattr(earlier.printed, key, None)
    return found


def _activity(activity: Activity, pairing: Pairing) -> Activity:
    """Return an activity in which the same people attended, by their new numbers."""
    origins = enumerate(pairing.origins, start=1)
    new = {origin + 1: number for number, origin in origins if origin is not None}
    attended = [new.get(number, number) for number in activity.attended]
    if list(activity.attended) == sorted(activity.attended):
        attended.sort()
    return activity.model_copy(update={"attended": tuple(attended)})


def _assumptions(
    listed: Team, earlier: Team, members: tuple[Member, ...], pairing: Pairing
) -> tuple[str, ...]:
    """Return the assumptions of before and those due now; a stated status is inferred no more."""
    had = [origin is not None and earlier.members[origin].role for origin in pairing.origins]
    gives_role = any(each.role and not role for each, role in zip(members, had, strict=True))
    stated = {*status_by_period_before(earlier.period).values()} if listed.status else set()
    found = [text for text in earlier.assumptions if text not in stated]
    for text in listed.assumptions:
        if text in found or (text == OFFICERS and not gives_role):
            continue
        same = [at for at, other in enumerate(found) if is_about_the_same(text, other)]
        if same:
            found[same[0]] = text
        else:
            found.append(text)
    return tuple(found)


def _sources(listed: Team, earlier: Team) -> tuple[Source, ...]:
    titles = {source.title for source in earlier.sources}
    return (*earlier.sources, *(source for source in listed.sources if source.title not in titles))


def _lost(earlier: Team, pairing: Pairing) -> Iterator[str]:
    """Yield whom the list may not have any more, by seat or, where there is none, by number."""
    numbers = {number for activity in earlier.activities for number in activity.attended}
    for number, member in enumerate(earlier.members, start=1):
        has_more = number in numbers or any(getattr(member, key) for key in PERSONAL_KEYS)
        if has_more and number - 1 not in pairing.certain:
            yield f"{member.agency} {member.rank}"
    seats = range(len(earlier.members))
    if pairing.origins != tuple(seats):
        yield from (f"attended: {n}" for n in sorted(numbers) if n - 1 not in seats)
