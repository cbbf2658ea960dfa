"""Answers that seem to come from the same person, told by their rows and never by who it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.intake.forms.answers import Answers, is_beside, is_mail, is_name
from banso_cli.intake.new_records import meant
from banso_cli.intake.official_names import OfficialNames
from banso_cli.intake.sheets.cells import Line
from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, RANK
from banso_cli.records.roster import Roster
from banso_cli.reference.bodies import short_names
from banso_cli.text.meaning import folded

_NOBODY = frozenset(map(folded, ("", "anonymous", "匿名", "-")))
_NUMBER = re.compile(r"第?([0-9]{1,4})番?")
_SEAT = (("所属", "府省"), ("役職", "職位"), ("自治体", "市町村", "団体"))
"""Words in the headings of what tells a seat: body, rank and municipality."""


@dataclass(frozen=True, slots=True)
class Same:
    """Rows that have something in common, and what that is."""

    rows: tuple[int, ...]
    what: str


def same_people(answers: Answers, roster: Roster, period: int) -> tuple[Same, ...]:
    """Return the rows that seem to be of one person; the same rows are told once."""
    found = dict[tuple[int, ...], Same]()
    for same in (*_by_identity(answers), *_by_seat(answers, roster, period)):
        found.setdefault(same.rows, same)
    return tuple(found.values())


def _by_identity(answers: Answers) -> Iterator[Same]:
    for what, is_wanted in ((_("address"), is_mail), (_("name"), is_name)):
        columns = [at for at, cell in enumerate(answers.head.texts) if cell and is_wanted(cell)]
        for column in columns:
            keys = {each.row: folded(each.row.text(column)) for each in answers.given}
            yield from _alike({row: key for row, key in keys.items() if key not in _NOBODY}, what)


def _by_seat(answers: Answers, roster: Roster, period: int) -> Iterator[Same]:
    """Yield the rows of the same body, rank and municipality, where all three are told."""
    headings = {
        at: folded(cell)
        for at, cell in enumerate(answers.head.texts)
        if cell and cell != answers.question and not is_beside(cell)
    }
    columns = [
        next((at for at, key in headings.items() if any(folded(w) in key for w in words)), None)
        for words in _SEAT
    ]
    body, rank, place = columns
    if body is None or rank is None or place is None:
        return
    names = OfficialNames(roster)
    short = {each: name for name, found in short_names().items() for each in found}
    seats = dict[Line, str]()
    for each in answers.given:
        agency, grade = each.row.text(body), each.row.text(rank)
        agency = short.get(agency, agency)
        found_agency, found_rank = names.find(AGENCY, agency), names.find(RANK, grade)
        seat = (
            found_agency.what if found_agency else folded(agency),
            found_rank.what if found_rank else folded(grade),
            _municipality(each.row.text(place), roster, period),
        )
        if all(seat):
            seats[each.row] = " ".join(seat)
    yield from _alike(seats, _("body, rank and municipality"))


def _municipality(text: str, roster: Roster, period: int) -> str:
    """Return the code of a municipality named, or numbered as in the period's list."""
    number = _NUMBER.fullmatch(folded(text))
    if number:
        teams = roster.teams_by_period.get(period, ())
        codes = [team.municipality for team in teams if team.number == int(number[1])]
    else:
        codes = [each.code for each in meant(text, roster.municipalities)]
    return codes[0] if len(codes) == 1 else folded(text)


def _alike(keys: dict[Line, str], what: str) -> Iterator[Same]:
    rows = defaultdict[str, list[int]](list)
    for row, key in keys.items():
        rows[key].append(row.number)
    yield from (Same(tuple(each), what) for each in rows.values() if len(each) > 1)
