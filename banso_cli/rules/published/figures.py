"""Rules of published totals (T): published figures that contradict one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.counts import counted
from banso_cli.records.periods.period import FIGURE_LABELS, FigureName, Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.holders import as_listed
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.published.totals import published_total, status_over_published
from banso_cli.rules.rule import rule
from banso_cli.text.suggestion import write
from banso_cli.yaml.place import Place

Names: TypeAlias = tuple[FigureName, ...]

_SUMS: tuple[tuple[Names, FigureName], ...] = (
    (("municipalities_new", "municipalities_continuing"), "municipalities"),
    (("teams",), "municipalities"),
)
"""Figures that make up another: a municipality has one team, and is new or continues."""

_AT_MOST: tuple[tuple[FigureName, Names], ...] = (
    ("municipalities_new", ("municipalities",)),
    ("municipalities_continuing", ("municipalities",)),
    ("prefectures_new", ("prefectures",)),
    ("prefectures_continuing", ("prefectures",)),
    ("prefectures", ("prefectures_new", "prefectures_continuing")),
    ("prefectures", ("municipalities",)),
    ("prefectures_new", ("municipalities_new",)),
    ("prefectures_continuing", ("municipalities_continuing",)),
    ("support_officers", ("officers",)),
    ("agencies", ("officers",)),
    ("officers", ("officers_applied",)),
    ("municipalities", ("municipalities_applied",)),
)
"""Figures that are at most the sum of others: a part, or those chosen of all that applied."""

_PREFECTURES: Names = ("prefectures", "prefectures_new", "prefectures_continuing")
_CONTINUING: tuple[tuple[FigureName, FigureName], ...] = (
    ("municipalities_continuing", "municipalities"),
    ("prefectures_continuing", "prefectures"),
)
"""What continues was there in the period before."""


@rule()
def contradicting_figures(roster: Roster) -> Iterator[Finding]:
    """Published figures of a period cannot all be right together.

    Why: new and continuing municipalities are all that are supported, as many as there are teams;
    nobody is chosen who has not applied; there are 47 prefectures.

    Example:

        published:
          - {figure: officers, value: 278, sources: [{title: 概要}]}
          - {figure: officers_applied, value: 208, sources: [{title: 概要}]}

    Mend: compare the figures with their sources.

        published:
          - {figure: officers, value: 278, sources: [{title: 概要}]}
          - {figure: officers_applied, value: 308, sources: [{title: 概要}]}
    """
    found = (*published_total.check(roster), *status_over_published.check(roster))
    told = {finding.place for finding in found}
    for period in _periods(roster):
        for message, figures in _contradictions(roster, period):
            if any(figure.place in told for figure in figures):
                continue  # one figure that is wrong contradicts several others, and is told of once
            in_doubt = [figure for figure in figures if not _is_settled(roster, figure)]
            told |= {figure.place for figure in in_doubt}
            first = (in_doubt or figures)[0]
            related = (Related(_("published here"), f.place) for f in figures if f != first)
            yield Finding(first.place, message, _help(), tuple(related))
        yield from _more_than_applied(period)


def _periods(roster: Roster) -> tuple[Period, ...]:
    """Return the periods without those of which two have one number, which is told."""
    files = Counter(period.number for period in roster.periods)
    return tuple(period for period in roster.periods if files[period.number] == 1)


def _help() -> str:
    return _("compare the figures with their sources, and correct the one that is wrong")


def _is_settled(roster: Roster, figure: Stated) -> bool:
    """Tell whether the teams bear a figure out, but for a difference that is acknowledged."""
    known = figure.period.acknowledgement(figure.name)
    listed = roster.once(as_listed)
    published = known.published if known else counted(listed, figure.period.number, figure.name)
    return figure.value == published


def _contradictions(roster: Roster, period: Period) -> Iterator[Contradiction]:
    """Yield what cannot hold, the plainest first."""
    yield from _beyond_all_prefectures(period)
    yield from _off_sum(period)
    for part, others in _AT_MOST:
        found, words = stated(period, part, *others), _("{part} is more than {others}")
        yield from _more_than(found[:1], found[1:], words)
    yield from _beyond_sizes(roster, period)
    if before := roster.period(period.number - 1):
        for name, whole in _CONTINUING:
            words = _("{part} is more than {others} of the period before")
            yield from _more_than(stated(period, name), stated(before, whole), words)


def _beyond_all_prefectures(period: Period) -> Iterator[Contradiction]:
    most = len(prefecture_names())
    for figure in (figure for name in _PREFECTURES for figure in stated(period, name)):
        if figure.value > most:
            words = _("{figure}: there are {most} prefectures")
            yield words.format(figure=figure.words, most=most), (figure,)


def _off_sum(period: Period) -> Iterator[Contradiction]:
    for parts, whole in _SUMS:
        found = stated(period, *parts, whole)
        if found and sum(figure.value for figure in found[:-1]) != found[-1].value:
            words = _("{parts} is not {whole}")
            yield words.format(parts=joined(found[:-1]), whole=found[-1].words), found


def _more_than(part: Figures, others: Figures, words: str) -> Iterator[Contradiction]:
    if part and others and part[0].value > sum(figure.value for figure in others):
        yield words.format(part=joined(part), others=joined(others)), (*part, *others)


def _beyond_sizes(roster: Roster, period: Period) -> Iterator[Contradiction]:
    """Yield a number of officers that this many teams cannot have."""
    found = stated(period, "officers", "teams")
    size = roster.programme.team_size if roster.programme else None
    if not found or size is None or size.least > size.most:
        return
    officers, teams = found
    if not size.least * teams.value <= officers.value <= size.most * teams.value:
        words = _("{officers} are not possible for {teams} of {least} to {most} members")
        shown = {"officers": officers.words, "teams": teams.words}
        yield words.format(**shown, least=size.least, most=size.most), found


def _more_than_applied(period: Period) -> Iterator[Finding]:
    """Yield the classes of breakdowns of which more are supported than have applied."""
    for number, breakdown in enumerate(period.breakdowns):
        other = period.breakdown(breakdown.dimension)
        supported = {each.name: each.value or 0 for each in other.classes} if other else {}
        for index, each in enumerate(breakdown.classes if breakdown.of == "applied" else ()):
            least = supported.get(each.name, 0)
            if each.value is not None and each.value < least:
                words = _("'{name}': {applied} have applied, but {supported} are supported")
                message = words.format(name=each.name, applied=each.value, supported=least)
                place = period.places.at("breakdowns", number, "classes", index, "value")
                yield Finding(place, message, _help())


@rule()
def totals_beside_teams(roster: Roster) -> Iterator[Finding]:
    """A period has teams, though its file says that only its totals are recorded.

    Why: then neither its figures are compared with the published ones, nor a status with its teams.

    Example:

        coverage: totals

    Mend: write that the teams are recorded, or a part of them; or move the teams to the folder of
    their period.

        coverage: teams
    """
    for period in _periods(roster):
        teams = roster.teams_by_period.get(period.number, ())
        if period.coverage == "totals" and teams:
            words = _("coverage is 'totals', but the period has teams ({count})")
            message, help_line = words.format(count=len(teams)), _("coverage: teams (or partial)")
            related = (Related(_("the first of the teams"), teams[0].places.at("number")),)
            yield Finding(period.places.at("coverage"), message, write(help_line), related)


@dataclass(frozen=True, slots=True)
class Stated:
    """A published figure of a period, with its value."""

    period: Period
    name: FigureName
    value: int

    @property
    def place(self) -> Place:
        """Return where the value stands."""
        index = next(at for at, f in enumerate(self.period.published) if f.figure == self.name)
        return self.period.places.at("published", index, "value")

    @property
    def words(self) -> str:
        """Return the figure's name with its value and unit."""
        label, unit = FIGURE_LABELS[self.name]
        return f"{label} {self.value:,}{unit}"


Figures: TypeAlias = tuple[Stated, ...]
Contradiction: TypeAlias = tuple[str, Figures]
"""What is told of figures that cannot all hold."""


def stated(period: Period, *names: FigureName) -> Figures:
    """Return the figures by these names; none of them unless each has a value, and only one."""
    found = tuple(
        Stated(period, name, figure.value)
        for name in names
        for figure in period.published
        if figure.figure == name and figure.value is not None
    )
    return found if tuple(each.name for each in found) == names else ()


def joined(figures: Figures) -> str:
    """Return the figures in words, as a sum."""
    return " + ".join(figure.words for figure in figures)
