"""What a certificate says, and the teams that it leaves to be looked at.

What they are worth is reckoned again from the records; nothing is taken from what made the said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from banso_cli.locale import _
from banso_cli.matching.checking.checker import Bench

Numbers = NDArray[np.int64]

_TIE, LARGEST, _MOST = 1 << 10, 1 << 50, 2_000_000
"""The units of a tie number; no number of a certificate is as large, so that all sums stay whole in
63 bits; and how many teams of a municipality are looked at."""


class Wrong(Exception):  # noqa: N818 - no error: a certificate that proves nothing
    """What is wrong with a certificate."""


@dataclass(frozen=True)
class Paid:
    """What officers pay to be in a team, what a team pays, and what each region gives it."""

    officers: Mapping[str, int]
    team: int
    regions: Mapping[str, int]

    def changed(self, bench: Bench, due: Mapping[str, int], given: Mapping[str, Any]) -> Paid:
        """Return the prices with those that are given in their place."""
        officers = _named(given.get("officers", {}), bench.officers)
        regions = _named(given.get("regions", {}), due)
        team = _whole(given.get("team", self.team), "team")
        return Paid({**self.officers, **officers}, team, {**self.regions, **regions})


def _named(given: object, names: Mapping[str, object]) -> dict[str, int]:
    if not isinstance(given, Mapping) or not given.keys() <= names.keys():
        raise Wrong(_("the certificate has a wrong number: {name}").format(name=given))
    return {name: _whole(each, name) for name, each in given.items()}


def _whole(each: object, name: str, least: int = 0) -> int:
    if type(each) is not int or not least <= each < LARGEST:
        raise Wrong(_("the certificate has a wrong number: {name}").format(name=name))
    return each


def _numbers(given: Iterable[int]) -> Numbers:
    return np.array(list(given), dtype=np.int64)


def _tie(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:2]) * _TIE


@dataclass(frozen=True)
class Left:
    """The teams that a better draft may have: where, who, and what they are worth.

    Places and officers are numbers, in the order of the applications; a row of members is filled
    up with the number that is nobody's.
    """

    places: Numbers
    members: Numbers
    values: Numbers

    def parted(self, officer: int, place: int) -> tuple[Left, Left]:
        """Return the teams that may be formed where an officer has a seat, and where not."""
        has, there = (self.members == officer).any(axis=1), self.places == place
        return self._only(has == there), self._only(~(has & there))

    def _only(self, which: NDArray[np.bool_]) -> Left:
        return Left(self.places[which], self.members[which], self.values[which])


class Said:
    """What a certificate says, held against the applications."""

    def __init__(self, bench: Bench, certificate: Mapping[str, Any]) -> None:
        tree = certificate.get("tree")
        if not isinstance(tree, list) or not all(isinstance(each, Mapping) for each in tree):
            raise Wrong(_("the certificate has a wrong tree"))
        self.bench, self.tree = bench, tree
        self.ties = certificate.get("ties") is True
        self.codes, self.officers = list(bench.asking), list(bench.officers)
        self.number = {id_: at for at, id_ in enumerate(self.officers)}
        self.value = _whole(certificate.get("value"), "value", 1 - LARGEST)
        self.point = _whole(certificate.get("point"), "point")
        if self.point <= _TIE * (1 << 16) * len(bench.officers):
            raise Wrong(_("the certificate has a wrong number: {name}").format(name="point"))
        self.due = bench.due()
        self.paid = Paid({}, 0, {}).changed(bench, self.due, certificate)
        most = certificate.get("municipalities")
        if not isinstance(most, Mapping) or most.keys() != bench.asking.keys():
            raise Wrong(_("the certificate does not name all municipalities"))
        self.most = {code: _whole(each, code, 1 - (1 << 62)) for code, each in most.items()}
        decided = bench.decided
        self.locks = {each.officer: each.municipality for each in decided.locks}
        self.forbids = {(each.officer, each.municipality) for each in decided.forbids}
        self.musts = {*self.locks.values(), *(each.municipality for each in decided.served)}


class Teams:
    """Those who may be in the team of a municipality, the most promising first."""

    def __init__(self, said: Said, code: str) -> None:
        bench, self.said, self.code = said.bench, said, code
        come = {
            id_: own
            for id_, own in bench.officers.items()
            if bench.allows(own, code)
            and (id_, code) not in said.forbids
            and said.locks.get(id_, code) == code
        }
        steps, issues = (0, *bench.by.points.strengths), tuple(bench.issues(code))
        able = [
            [bench.able.get(theme, {}).get(id_, 0) for theme, _weight in issues] for id_ in come
        ]
        gains = np.array(steps)[np.array(able, dtype=np.int64).reshape(-1, len(issues))]
        gains = gains * [weight for _theme, weight in issues]
        seats = _numbers(bench.seat(own, code) * said.point for own in come.values())
        if said.ties:
            seats += _numbers(_tie(f"{bench.period}/{id_}/{code}") for id_ in come)
        paid = _numbers(said.paid.officers.get(id_, 0) for id_ in come)
        alone = seats + gains.sum(axis=1) * said.point - paid
        order = np.argsort(-alone, kind="stable")
        ids = np.array(list(come), dtype=object)[order].tolist()
        self.locked = [at for at, id_ in enumerate(ids) if id_ in said.locks]
        self.numbers = _numbers(said.number[id_] for id_ in ids)
        self.alone, self.paid, self.seats = alone[order], paid[order], seats[order]
        self.gains = gains[order]
        bodies = [come[id_].agency for id_ in ids]
        self.bodies = _numbers(map(sorted({*bodies}).index, bodies))
        self.senior = _numbers(come[id_].rank in bench.senior for id_ in ids) > 0

    def found(self, least: int) -> Left:
        """Return the legal teams that are worth so much less what they pay.

        A team is worth no more than its members alone; whatever cannot get there is not grown.
        """
        said, size = self.said, self.said.bench.programme.team_size
        given = said.paid.regions.get(said.bench.where[self.code][2], 0) - said.paid.team
        opening = said.bench.opening(self.code) * said.point
        teams, nets = np.zeros((1, 0), dtype=np.int64), np.full(1, opening + given)
        members, worths = [np.zeros((0, size.most), dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for count in range(1, size.most + 1):
            teams = self._longer(teams, nets, least, size.most - count)
            values = opening + self._values(teams)
            nets = values + given - self.paid[teams].sum(axis=1)
            if count >= size.least:
                which = self._legal(teams) & (nets >= least)
                nobody = np.full((int(which.sum()), size.most - count), len(said.officers))
                members.append(np.hstack([self.numbers[teams[which]], nobody]))
                worths.append(values[which])
        found = np.concatenate(worths)
        return Left(np.zeros(len(found), dtype=np.int64), np.concatenate(members), found)

    def _longer(self, teams: Numbers, nets: Numbers, least: int, further: int) -> Numbers:
        """Return teams with each later officer by whom they can still get there."""
        following = np.append(np.maximum(0, self.alone[1:]), 0)[: len(self.alone)]
        reach = -(self.alone + further * following)
        last = teams[:, -1] + 1 if teams.shape[1] else np.zeros(len(teams), dtype=np.int64)
        ends = np.maximum(last, np.searchsorted(reach, nets - least, side="right"))
        counts = ends - last
        if (total := int(counts.sum())) > _MOST:
            raise Wrong(_("the certificate leaves too many teams to be looked at"))
        who = np.arange(total) + np.repeat(ends - np.cumsum(counts), counts)
        return np.column_stack([np.repeat(teams, counts, axis=0), who])

    def _values(self, teams: Numbers) -> Numbers:
        """Return what the members of teams are worth together, less what overlaps cost."""
        bench, point = self.said.bench, self.said.point
        values = self.seats[teams].sum(axis=1) + self.gains[teams].max(axis=1).sum(axis=1) * point
        values -= (
            bench.by.deductions.same_agency * point * (teams.shape[1] - self._different(teams))
        )
        juniors = np.maximum(0, (~self.senior[teams]).sum(axis=1) - 1)
        own: Numbers = values - bench.by.deductions.juniors * point * juniors
        return own

    def _different(self, teams: Numbers) -> Numbers:
        bodies = np.sort(self.bodies[teams], axis=1)
        count: Numbers = 1 + (bodies[:, 1:] != bodies[:, :-1]).sum(axis=1)
        return count

    def _legal(self, teams: Numbers) -> NDArray[np.bool_]:
        legal: NDArray[np.bool_] = self._different(teams) >= self.said.bench.by.least_agencies
        legal &= self.senior[teams].any(axis=1)
        for at in self.locked:
            legal &= (teams == at).any(axis=1)
        return legal
