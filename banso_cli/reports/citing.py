"""The sources of a summary: each once, numbered, with what it is the source of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from banso_cli.records.fields.record import Source
from banso_cli.records.periods.period import Period
from banso_cli.reports.entries import SourceEntry
from banso_cli.statistics.counting import Counting

PUBLICATION = "公表資料"
FIGURES = "公表資料にない公表値、期間"
PROGRAMME = "制度の決まりと区分"
TEAMS = "継続・新規の別、支援テーマ、活動"
MUNICIPALITIES = "市町村の名称、コード、人口"
"""What sources are the sources of, in their order."""


Cite: TypeAlias = Callable[[Iterable[Source]], tuple[int, ...]]
"""What gives the numbers of sources."""


def cited_sources(counting: Counting) -> tuple[SourceEntry, ...]:
    """Return the sources of what a summary shows, numbered in the order of first use.

    They are those of a period and of the one before it. Two of one address, or else of one title,
    are one; the first gives its title.
    """
    found: dict[str, tuple[str, Source]] = {}
    for group, source in _cited(counting):
        found.setdefault(_identity(source), (group, source))
    groups = (PUBLICATION, FIGURES, PROGRAMME, TEAMS, MUNICIPALITIES)
    ordered = sorted(found.values(), key=lambda each: groups.index(each[0]))
    return tuple(
        SourceEntry(number, group, source.title, source.url or "", source.date)
        for number, (group, source) in enumerate(ordered, start=1)
    )


def numbers_in(cited: tuple[SourceEntry, ...], sources: Iterable[Source]) -> tuple[int, ...]:
    """Return the numbers of these sources, each once; those that are not cited have none."""
    wanted = {_identity(each) for each in sources}
    return tuple(each.number for each in cited if (each.url or each.title) in wanted)


def _identity(source: Source) -> str:
    return source.url or source.title


def _cited(counting: Counting) -> Iterator[tuple[str, Source]]:
    """Yield each source with what it is the source of."""
    roster, programme, period = counting.roster, counting.programme, counting.period
    periods = [period, *(p for p in roster.periods if p.number == period.number - 1)]
    titles = tuple(p.publication.title for p in periods if p.publication)

    def grouped(group: str, sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
        for each in sources:
            is_publication = bool(titles) and each.title.startswith(titles)
            yield PUBLICATION if is_publication else group, each

    for each in periods:
        yield from grouped(FIGURES, _of_period(each))
    yield from grouped(PROGRAMME, [*programme.population_limit.sources, *programme.sources])
    yield from grouped(TEAMS, (each for event in period.events for each in event.sources))
    yield from grouped(FIGURES, (each for erratum in period.errata for each in erratum.sources))
    for team in roster.teams_by_period.get(period.number, ()):
        yield from grouped(TEAMS, team.sources)
        yield from grouped(TEAMS, (each for a in team.activities for each in a.sources))
    yield from grouped(MUNICIPALITIES, _of_municipalities(counting))


def _of_period(period: Period) -> Iterator[Source]:
    if period.publication:
        yield period.publication
    for sentence in (*period.outline, *period.footnotes):
        yield from sentence.sources
    for example in period.examples:
        yield from example.sources
    for figure in period.published:
        yield from figure.sources
    for breakdown in period.breakdowns:
        yield from breakdown.sources
    yield from period.sources


def _of_municipalities(counting: Counting) -> Iterator[Source]:
    """Yield the sources of the municipalities, of their populations those in force alone."""
    roster, number = counting.roster, counting.period.number
    measure = counting.programme.measure_in_force(number)
    for team in roster.teams_by_period.get(number, ()):
        municipality = roster.municipality_by_code.get(team.municipality)
        if municipality is None:
            continue
        for people in municipality.population:
            if measure and (people.measure, people.date) == (measure.measure, measure.date):
                yield Source(title=people.source)
        yield from municipality.sources
