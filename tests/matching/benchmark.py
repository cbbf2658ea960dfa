"""Matching at the real size and at three times that, beside other ways: `make benchmark`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from banso_cli.example import TEAMS
from banso_cli.example.made_up import made_up_roster
from banso_cli.matching.case import Case, Draft, case_of
from banso_cli.matching.checking.checker import Bench
from banso_cli.matching.checking.proof import bound_of
from banso_cli.matching.search.greedy import greedy
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.other_drafts import kept
from banso_cli.matching.search.solve import Solution, solved
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


@dataclass(frozen=True, slots=True)
class Measured:
    """What one seed came to; times are of the processor, in seconds."""

    seed: int
    found: Solution
    took: float
    checked: float
    bound: int

    @property
    def is_proven(self) -> bool:
        """Tell whether the certificate proves the score, by whole numbers alone."""
        return self.bound == self.found.score

    def __str__(self) -> str:
        linear = self.found.priced.bound / self.found.ground.point
        return (
            f"match, seed {self.seed}: {self.took:.1f} s of processor time, score "
            f"{self.found.score}, linear bound {linear:.2f}, proven by the certificate "
            f"{self.is_proven}, tied {self.found.tied}, {self.found.certificate.leaves} leaves, "
            f"checked in {self.checked:.2f} s, a share of {self.checked / self.took:.3f}"
        )


def measured(roster: Roster, case: Case, seed: int) -> Measured:
    """Match a case, and check its proof again."""
    start = time.process_time()
    found = solved(case, Watch(ENDLESS))
    took, start = time.process_time() - start, time.process_time()
    bench = Bench(roster, 3, case.programme, case.rules)
    bound = bound_of(bench, found.certificate.document())
    return Measured(seed, found, took, time.process_time() - start, bound)


def real_size(seeds: Iterable[int]) -> Iterator[str]:
    """Yield lines for each seed with other ways beside it, and what they come to together."""
    times, proofs, checks = [], 0, []
    for seed in seeds:
        roster, case = roster_and_case(TEAMS, seed)
        one = measured(roster, case, seed)
        times.append(one.took)
        checks.append(one.checked)
        proofs += one.is_proven
        yield str(one)
        for line in all_compared(case, one.found.draft, greedy(case), one.found.bound):
            yield f"  {line}"
    yield (
        f"match, {len(times)} seeds: {proofs} proven by the certificate; processor time "
        f"{statistics.median(times):.1f} s on the median, {max(times):.1f} s at worst; "
        f"checked in {max(checks):.2f} s at worst"
    )


def all_withdrawals() -> Iterator[str]:
    """Yield how many move after withdrawals from the draft of the first seed."""
    roster, case = roster_and_case(TEAMS, 1)
    yield from withdrawals(roster, case, solved(case, Watch(ENDLESS), ties=False))


def seats_kept(draft: Draft, before: Draft) -> int:
    """Return how many seats of a draft another one had."""
    return sum(len({*team} & {*before.get(code, ())}) for code, team in draft.items())


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


def three_times() -> Iterator[str]:
    """Yield how near to the bound two minutes come at three times the size."""
    _roster, case = roster_and_case(3 * TEAMS, 1)
    found = solved(case, Watch(TWO_MINUTES), ties=False)
    gap = 100 * (found.bound - found.score) / found.score
    yield f"match of {3 * TEAMS} teams: {gap:.3f} % from the bound in two minutes"
