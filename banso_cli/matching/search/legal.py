"""Whether rules and decisions leave any draft at all: those who must be served can be."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import highspy

from banso_cli.matching.case import Case
from banso_cli.matching.search.highs import Watch, engine, run


def possible(case: Case, watch: Watch) -> bool:
    """Tell whether there is a legal draft, or time was up before that was known."""
    if not (case.locks <= case.seats.keys() and case.musts <= case.towns.keys()):
        return False
    if len(case.musts) > case.teams:
        return False
    solver, size = engine(), case.programme.team_size
    own: dict[str, list[Any]] = defaultdict(list)
    for code in sorted(case.musts):
        bodies: dict[str, list[Any]] = defaultdict(list)
        leads, seats = [], []
        for officer in case.officers:
            if (officer, code) in case.seats:
                seat = solver.addVariable(
                    lb=int((officer, code) in case.locks), ub=1, type=highspy.HighsVarType.kInteger
                )
                seats.append(seat)
                own[officer].append(seat)
                bodies[case.officers[officer].agency].append(seat)
                leads += [seat] * (officer in case.leads)
        if not leads:
            return False
        solver.addConstr(solver.qsum(leads) >= 1)
        solver.addConstr(solver.qsum(seats) >= size.least)
        solver.addConstr(solver.qsum(seats) <= size.most)
        there = []
        for members in bodies.values():
            body = solver.addBinary()
            there.append(body)
            solver.addConstr(body <= solver.qsum(members))
        solver.addConstr(solver.qsum(there) >= case.rules.least_agencies)
    if case.one_team:
        for seats in own.values():
            solver.addConstr(solver.qsum(seats) <= 1)
    return not own or run(solver, watch) != "kInfeasible"
