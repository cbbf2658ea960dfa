"""The names that teams are found by, each with its aliases, spellings and parents, and letters."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from banso_cli.records.fields.names import AGENCY, RANK, THEME, NameList
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reference.bodies import short_names
from banso_cli.reference.letters import radicals
from banso_cli.text.meaning import folded, letters_alike


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of a list, with all else that finds it."""

    table: Annotated[str, "名称で数える表の ID（agency、rank、theme）"]
    name: Annotated[str, "名称"]
    others: Annotated[tuple[str, ...], "検索で同じに扱う書き方。別名、略称、原文の表記、上位の組織"]


def searched_names(roster: Roster, teams: tuple[Team, ...]) -> tuple[NameEntry, ...]:
    """Return the bodies, ranks and themes of these teams, in the order of their lists."""
    members = [member for team in teams for member in team.members]
    used: Mapping[NameList, Iterable[tuple[str, str | None]]] = {
        AGENCY: [(each.agency, each.printed.agency if each.printed else None) for each in members],
        RANK: [(each.rank, each.printed.rank if each.printed else None) for each in members],
        THEME: [(theme, None) for team in teams for theme in team.themes or ()],
    }
    return tuple(name for each, names in used.items() for name in _listed(roster, each, names))


def _listed(
    roster: Roster, each: NameList, used: Iterable[tuple[str, str | None]]
) -> Iterator[NameEntry]:
    """Yield the used names, each with its others; names that the list has not come last."""
    names, printed = roster.names[each.id], defaultdict[str, list[str]](list)
    for name, spelling in used:
        printed[name] += [spelling] if spelling else []
    for name in dict.fromkeys((*(known for known in names.all if known in printed), *printed)):
        line = (name, *_parents(roster, name)) if each is AGENCY else (name,)
        aliases = (alias for alias, meant in names.aliases.items() if meant in line)
        short = (short for body in line for short in short_names().get(body, ()))
        others = dict.fromkeys((*line[1:], *aliases, *short, *printed[name]))
        told = tuple(other for other in others if folded(other) != folded(name))
        yield NameEntry(each.id, name, told)


def _parents(roster: Roster, name: str) -> tuple[str, ...]:
    """Return the bodies that a body belongs to, the nearest first."""
    found: list[str] = []
    agency = roster.agency_by_name.get(name)
    while agency and agency.parent and agency.parent not in {name, *found}:
        found.append(agency.parent)
        agency = roster.agency_by_name.get(agency.parent)
    return tuple(found)


def letters_for(text: str) -> tuple[str, str]:
    """Return the letters that others are folded into in this text, and those others, in one order.

    A letter is left out where neither it nor what it is folded into occurs: no search for it could
    find anything.
    """
    table = letters_alike()
    pairs = {chr(code): letter for code, letter in table.items()}
    for radical, letter in radicals().items():
        pairs[radical] = letter.translate(table)
    text = unicodedata.normalize("NFKC", text).casefold()
    present = {*text, *text.translate(table)}
    needed = {old: new for old, new in pairs.items() if old in present or new in present}
    return "".join(needed), "".join(needed.values())
