"""Matching at the real size and at three times that, beside other ways: `make benchmark`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction

from banso_cli.example import TEAMS
from banso_cli.example.made_up import made_up_roster
from banso_cli.matching.case import Case, case_of
from banso_cli.matching.checked_proof import Rows, bound_of
from banso_cli.matching.checker import Bench
from banso_cli.matching.greedy import greedy
from banso_cli.matching.highs import MILLION, Watch
from banso_cli.matching.other_drafts import kept, seats_kept
from banso_cli.matching.solve import Solution, solved
from banso_cli.records.application import OfficerApplication
from banso_cli.records.roster import Roster
from tests.matching.others import all_compared

ENDLESS = 1e6
TWO_MINUTES = 120
LOSS = Fraction(1, 1000)
WITHDRAWALS = (1, 5, 10)


def roster_and_case(teams: int, seed: int) -> tuple[Roster, Case]:
    """Return a made-up roster with applications, and what is to be matched of it."""
    roster = made_up_roster(teams, seed, applications=True)
    programme = roster.programme
    assert programme is not None
    assert programme.matching is not None
    return roster, case_of(roster, 3, programme, programme.matching)


def real_size(seeds: int) -> Iterator[str]:
    """Yield a line for each seed, and the comparison with other ways for the first."""
    for seed in range(1, seeds + 1):
        roster, case = roster_and_case(TEAMS, seed)
        start = time.process_time()
        found = solved(case, Watch(ENDLESS))
        took, start = time.process_time() - start, time.process_time()
        proof = found.certificate.document(found.model)
        bench = Bench(roster, 3, case.programme, case.rules)
        bound = bound_of(Rows(bench), proof)
        checked = time.process_time() - start
        yield (
            f"match, seed {seed}: {took:.1f} s of processor time, score {found.score}, "
            f"linear bound {found.relaxed.bound / MILLION:.2f}, proven by the certificate "
            f"{bound == found.score}, {found.certificate.leaves} leaves, checked in {checked:.2f} s"
        )
        if seed == 1:
            yield from all_compared(case, found.draft, greedy(case), found.bound)
            yield from withdrawals(roster, case, found)


def withdrawals(roster: Roster, case: Case, before: Solution) -> Iterator[str]:
    """Yield how many others move after officers withdraw, with and without staying close."""
    seated = [each for code in before.draft for each in before.draft[code]]
    for count in WITHDRAWALS:
        gone = set(seated[:: len(seated) // count][:count])
        left = [each for each in roster.of(OfficerApplication) if each.stem not in gone]
        fewer = roster.having(OfficerApplication, left)
        other = case_of(fewer, 3, case.programme, case.rules)
        free = solved(other, Watch(ENDLESS), ties=False)
        near = kept(free, before.draft, LOSS, Watch(ENDLESS))
        moved = (
            len(seated) - count - seats_kept(each.draft, before.draft) for each in (free, near)
        )
        yield "{} withdrawn: {} others moved, {} with --keep --loss 0.1%".format(count, *moved)


def three_times() -> str:
    """Return how near to the bound two minutes come at three times the size."""
    _roster, case = roster_and_case(3 * TEAMS, 1)
    found = solved(case, Watch(TWO_MINUTES), ties=False)
    gap = 100 * (found.relaxed.bound / MILLION - found.score) / found.score
    return f"match of {3 * TEAMS} teams: {gap:.3f} % from the linear bound in two minutes"
