"""Tiny instances of matching, drawn at random, and their best drafts by trying all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from hypothesis import strategies as st

from banso_cli.example.programme import MATCHING
from banso_cli.matching.case import Case, Draft, case_of
from banso_cli.matching.checking.checker import Bench, faults
from banso_cli.matching.score import score, tie_number
from banso_cli.records.application import (
    Decisions,
    MunicipalityApplication,
    MunicipalityDecision,
    OfficerApplication,
    SeatDecision,
    ThemeStrength,
)
from banso_cli.records.fields.record import Source
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster

PLACES = {"014061": "北海道", "014079": "北海道", "032034": "岩手県", "034835": "岩手県"}
BODIES = ("総務省", "財務省", "環境省")
RANKS = ("課長級", "補佐級", "係長級")
THEMES = ("観光", "教育", "環境")
WHERE = (*PLACES, "北海道", "東北", "岩手県")
PERIOD = 3


def municipality(code: str) -> Municipality:
    return Municipality(
        code=code,
        name=f"{code}町",
        kana="まち",
        romaji="machi",
        prefecture=PLACES[code],
        population=(),
        sources=(Source(title="試験"),),
    ).named(f"municipalities/{code}-machi")


@st.composite
def officers(draw: st.DrawFn, number: int) -> OfficerApplication:
    able = draw(st.lists(st.sampled_from(THEMES), max_size=2, unique=True))
    return OfficerApplication(
        agency=draw(st.sampled_from(BODIES)),
        rank=draw(st.sampled_from(RANKS)),
        themes=tuple(ThemeStrength(theme=t, strength=draw(st.integers(1, 3))) for t in able),
        wishes=tuple(draw(st.lists(st.sampled_from(WHERE), max_size=3, unique=True))),
        elsewhere=draw(st.sampled_from([True, True, False])),
        excluded=tuple(draw(st.lists(st.sampled_from(WHERE), max_size=1))),
        stays=draw(st.sampled_from([None, None, *PLACES])),
    ).named(f"applications/{PERIOD}/officers/R9-{number:03d}")


@st.composite
def towns(draw: st.DrawFn, code: str) -> MunicipalityApplication:
    return MunicipalityApplication(
        municipality=code,
        status=draw(st.sampled_from(["new", "continuing"])),
        issues=tuple(draw(st.lists(st.sampled_from(THEMES), min_size=1, max_size=3, unique=True))),
        agencies=tuple(draw(st.lists(st.sampled_from(BODIES), max_size=3, unique=True))),
    ).named(f"applications/{PERIOD}/municipalities/{code}-machi")


@st.composite
def decisions(draw: st.DrawFn, count: int, codes: list[str]) -> Decisions:
    def seat() -> SeatDecision:
        number = draw(st.integers(1, count))
        return SeatDecision(
            officer=f"R9-{number:03d}", municipality=draw(st.sampled_from(codes)), reason="試験"
        )

    rare = st.sampled_from([0, 0, 0, 1])
    return Decisions(
        teams=draw(st.sampled_from([None, 1, 2])),
        locks=tuple(seat() for _each in range(draw(rare))),
        forbids=tuple(seat() for _each in range(draw(rare))),
        served=tuple(
            MunicipalityDecision(municipality=draw(st.sampled_from(codes)), reason="試験")
            for _each in range(draw(rare))
        ),
    ).named(f"applications/{PERIOD}/matching")


@dataclass(frozen=True)
class World:
    """A roster with applications, its case, and the bench of the checker."""

    roster: Roster
    programme: Programme

    @property
    def case(self) -> Case:
        """What is to be matched."""
        return case_of(self.roster, PERIOD, self.programme, MATCHING)

    @property
    def bench(self) -> Bench:
        """What a draft is checked by."""
        return Bench(self.roster, PERIOD, self.programme, MATCHING)

    def without_decisions(self) -> World:
        """Return the same applications with nothing decided."""
        return replace(self, roster=self.roster.having(Decisions, ()))


def worlds(programme: Programme, most: int = 6) -> st.SearchStrategy[World]:
    """Draw rosters with a few officers and up to three municipalities."""

    @st.composite
    def drawn(draw: st.DrawFn) -> World:
        count = draw(st.integers(2, most))
        codes = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=3, unique=True))
        records = (
            programme,
            *map(municipality, PLACES),
            *(draw(officers(number)) for number in range(1, count + 1)),
            *(draw(towns(code)) for code in codes),
            draw(decisions(count, codes)),
        )
        return World(Roster("roster", records), programme)

    return drawn()


def all_drafts(case: Case) -> Iterator[Draft]:
    """Yield all ways to part officers into teams, whether the rules allow them or not."""
    size = case.programme.team_size

    def parted(codes: list[str], free: frozenset[str]) -> Iterator[Mapping[str, tuple[str, ...]]]:
        if not codes:
            yield {}
            return
        code, *others = codes
        yield from parted(others, free)
        for count in range(size.least, size.most + 1):
            for team in combinations(sorted(free), count):
                for rest in parted(others, free - set(team)):
                    yield {code: team, **rest}

    yield from parted(sorted(case.towns), frozenset(case.officers))


def best_by_trying(world: World) -> tuple[int, int, Draft] | None:
    """Return the greatest score and tie sum with its draft; None where no draft is legal."""
    case, bench = world.case, world.bench
    legal = (draft for draft in all_drafts(case) if not faults(bench, draft))
    return max(((score(case, d), tie_sum(case, d), d) for d in legal), default=None, key=_rank)


def _rank(found: tuple[int, int, Draft]) -> tuple[int, int]:
    return found[:2]


def tie_sum(case: Case, draft: Draft) -> int:
    """Return the sum of the tie numbers of all seats of a draft."""
    return sum(
        tie_number(case.period, officer, code)
        for code, officers in draft.items()
        for officer in officers
    )
