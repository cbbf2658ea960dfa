"""A certificate looked at again: what it proves that no draft exceeds, in whole numbers.

The rows are written down again from the records; nothing is taken from the model that made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from banso_cli.locale import _
from banso_cli.matching.checker import Bench


@dataclass
class Column:
    """A number to be chosen: its worth, its bounds, and the rows it stands in."""

    worth: int
    most: int = 1
    least: int = 0
    rows: list[tuple[str, int]] = field(default_factory=list)


class Rows:
    """The integer programme written down again: columns by name, and the bounds of the rows."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.columns: dict[str, Column] = {}
        self.bounds: dict[str, int] = {}
        locked = {(each.officer, each.municipality) for each in bench.decided.locks}
        forbidden = {(each.officer, each.municipality) for each in bench.decided.forbids}
        musts = {code for _officer, code in locked}
        musts |= {each.municipality for each in bench.decided.served}
        for code in bench.asking:
            coming = {
                id_: Column(bench.seat(own, code), least=int((id_, code) in locked))
                for id_, own in bench.officers.items()
                if (id_, code) not in forbidden and bench.allows(own, code)
            }
            opened = Column(bench.opening(code), least=int(code in musts))
            self.columns[f"open {code}"] = opened
            self.columns |= {f"seat {id_} {code}": seat for id_, seat in coming.items()}
            self._team(code, opened, coming)
        self._row("team-count", bench.most_teams, {f"open {code}": 1 for code in bench.asking})
        for id_ in bench.officers:
            self.bounds[f"one-team {id_}"] = 1
        for region, due in bench.due().items():
            self._new(f"short {region}", Column(-bench.by.deductions.region_shortfall, due))
            own = {f"open {c}": -1 for c, where in bench.where.items() if where[2] == region}
            self._row(f"region {region}", -due, {f"short {region}": -1} | own)

    def _new(self, name: str, column: Column) -> None:
        self.columns[name] = column

    def _row(self, name: str, bound: int, terms: Mapping[str, int]) -> None:
        self.bounds[name] = bound
        for column, times in terms.items():
            self.columns[column].rows.append((name, times))

    def _team(self, code: str, opened: Column, coming: Mapping[str, Column]) -> None:
        bench, size = self.bench, self.bench.programme.team_size
        by_body: dict[str, list[Column]] = defaultdict(list)
        junior = []
        in_team = ((f"most {code}", 1), (f"least {code}", -1), (f"least-agencies {code}", -1))
        leading = (f"lead-rank {code}", -1)
        for id_, seat in coming.items():
            own = bench.officers[id_]
            by_body[own.agency].append(seat)
            seat.rows = [(f"one-team {id_}", 1), *in_team, (f"body {code} {own.agency}", 1)]
            if own.rank in bench.senior:
                seat.rows.append(leading)
            else:
                junior.append(seat)
        opened.rows += [(f"most {code}", -size.most), (f"least {code}", size.least)]
        opened.rows += [
            (f"least-agencies {code}", bench.by.least_agencies),
            (f"lead-rank {code}", 1),
        ]
        for name in ("most", "least", "least-agencies", "lead-rank"):
            self.bounds[f"{name} {code}"] = 0
        for body, seats in by_body.items():
            row = f"body {code} {body}"
            self.bounds[row] = 0
            opened.rows.append((row, -1))
            if len(seats) > 1:
                beyond = Column(-bench.by.deductions.same_agency, size.most)
                beyond.rows = [(row, -1), (f"least-agencies {code}", 1)]
                self._new(f"beyond {code} {body}", beyond)
        if len(junior) > 1:
            row = f"juniors {code}"
            self.bounds[row] = 0
            opened.rows.append((row, -1))
            beyond_first = (row, 1)
            for seat in junior:
                seat.rows.append(beyond_first)
            self._new(row, Column(-bench.by.deductions.juniors, size.most, rows=[(row, -1)]))
        self._issues(code, opened, coming)

    def _issues(self, code: str, opened: Column, coming: Mapping[str, Column]) -> None:
        steps = (0, *self.bench.by.points.strengths)
        for number, (theme, weight) in enumerate(self.bench.issues(code), 1):
            able = [(i, own) for i, own in self.bench.able.get(theme, {}).items() if i in coming]
            for level in (1, 2, 3):
                seats = [coming[id_] for id_, own in able if own >= level]
                worth = weight * (steps[level] - steps[level - 1])
                if seats and worth:
                    name = f"{code} {number} {level}"
                    self.bounds |= {f"able {name}": 0, f"for {name}": 0}
                    reached = Column(worth, rows=[(f"able {name}", 1), (f"for {name}", 1)])
                    self._new(f"reached {name}", reached)
                    opened.rows.append((f"for {name}", -1))
                    helping = (f"able {name}", -1)
                    for seat in seats:
                        seat.rows.append(helping)


class Wrong(Exception):  # noqa: N818 - no error: a certificate that proves nothing
    """What is wrong with a certificate."""


_MILLION = 1_000_000
_LARGEST = 1 << 38
"""No multiplier is as large: all sums of them stay whole in 53 bits, and those of columns in 63."""


def bound_of(rows: Rows, certificate: Mapping[str, Any]) -> int:
    """Return what a certificate proves that no draft exceeds; a failure where it is no certificate.

    A leaf has the common multipliers with its own changes, and the splits above it.
    """
    proof = _Proof(rows, _multipliers(rows, certificate.get("multipliers")))
    return proof.greatest(certificate.get("tree")) // _MILLION


def _multipliers(rows: Rows, given: object) -> dict[str, int]:
    if not isinstance(given, Mapping):
        raise Wrong(_("the certificate has no multipliers"))
    for name, each in given.items():
        if name not in rows.bounds or type(each) is not int or not 0 <= each < _LARGEST:
            raise Wrong(_("the certificate has a wrong multiplier: {name}").format(name=name))
    return dict(given)


class _Proof:
    def __init__(self, rows: Rows, multipliers: Mapping[str, int]) -> None:
        self.rows = rows
        self.row = {name: at for at, name in enumerate(rows.bounds)}
        self.column = {name: at for at, name in enumerate(rows.columns)}
        columns = rows.columns.values()
        self.worth = np.array([each.worth for each in columns], dtype=np.int64) * _MILLION
        self.least = np.array([each.least for each in columns], dtype=np.int64)
        self.most = np.array([each.most for each in columns], dtype=np.int64)
        self.bounds = np.array(list(rows.bounds.values()), dtype=np.int64)
        counts = [len(each.rows) for each in columns]
        self.at_column = np.repeat(np.arange(len(counts)), counts)
        entries = [entry for each in columns for entry in each.rows]
        self.at_row = np.array([self.row[name] for name, _times in entries], dtype=np.int64)
        self.times = np.array([times for _name, times in entries], dtype=np.int64)
        self.multipliers = np.zeros(len(self.bounds), dtype=np.int64)
        self._change(self.multipliers, multipliers)

    def _change(self, multipliers: NDArray[np.int64], changes: Mapping[str, int]) -> None:
        for name, each in changes.items():
            multipliers[self.row[name]] = each

    def greatest(self, tree: object) -> int:
        """Return the greatest bound of all leaves of a tree, in millionths."""
        found: list[int] = []
        waiting: list[tuple[object, dict[str, int]]] = [(tree, {})]
        while waiting:
            node, fixed = waiting.pop()
            if not isinstance(node, Mapping):
                raise Wrong(_("the certificate has a wrong tree"))
            column = node.get("split")
            if column is None:
                found.append(self._leaf(_multipliers(self.rows, node.get("changes")), fixed))
            elif column in self.column and column.startswith(("seat ", "open ")):
                sides = (("no", 0), ("yes", 1))
                waiting += [(node.get(side), fixed | {column: value}) for side, value in sides]
            else:
                raise Wrong(_("the certificate splits what is no seat and no team"))
        return max(found)

    def _leaf(self, changes: Mapping[str, int], fixed: Mapping[str, int]) -> int:
        multipliers, least, most = self.multipliers.copy(), self.least.copy(), self.most.copy()
        self._change(multipliers, changes)
        for name, value in fixed.items():
            least[self.column[name]] = most[self.column[name]] = value
        weights = self.times * multipliers[self.at_row]
        costs = np.bincount(self.at_column, weights, len(self.worth)).astype(np.int64)
        own = self.worth - costs
        return int(multipliers @ self.bounds + np.maximum(own * least, own * most).sum())
