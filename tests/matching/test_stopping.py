"""What the search does when its time is up, or somebody has had enough."""

from __future__ import annotations

import os
import signal

from banso_cli.matching.checking.checker import Bench, faults, points_of
from banso_cli.matching.checking.proof import bound_of
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.solve import solved
from tests.matching.benchmark import roster_and_case


def test_without_time_there_is_a_legal_draft_that_is_not_proven() -> None:
    roster, case = roster_and_case(6, 1)
    found = solved(case, Watch(0))
    bench = Bench(roster, 3, case.programme, case.rules)
    assert faults(bench, found.draft) == []
    assert (points_of(bench, found.draft), found.proven, found.tied) == (found.score, False, False)
    assert bound_of(bench, found.certificate.document()) == found.bound


def test_an_interrupt_stops_the_search_and_not_the_program() -> None:
    watch, before = Watch(60), signal.getsignal(signal.SIGINT)
    with watch.interruptible():
        os.kill(os.getpid(), signal.SIGINT)
        _roster, case = roster_and_case(6, 1)
        found = solved(case, watch)
    assert watch.stopped
    assert watch.left == 0
    assert not found.proven
    assert signal.getsignal(signal.SIGINT) is before
