"""Rules of published totals (T): published figures that contradict one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.locale import _
from banso_cli.model.counts import counted
from banso_cli.model.finding import Finding, Related
from banso_cli.model.period import FIGURE_LABELS, FigureName, Period
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.published import published_total
from banso_cli.rules.rule import rule

FAMILY = "published"

_SUMS: tuple[tuple[FigureName, tuple[FigureName, ...]], ...] = (
    ("municipalities", ("municipalities_new", "municipalities_continuing")),
    ("municipalities", ("teams",)),
)
"""Figures that are the sum of others: each municipality has one team, and is new or continues."""

_AT_MOST: tuple[tuple[FigureName, tuple[FigureName, ...]], ...] = (
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

_PREFECTURES: tuple[FigureName, ...] = ("prefectures", "prefectures_new", "prefectures_continuing")
_CONTINUING: tuple[tuple[FigureName, FigureName], ...] = (
    ("municipalities_continuing", "municipalities"),
    ("prefectures_continuing", "prefectures"),
)
"""What continues was there in the period before."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures of a period that cannot all hold; the finding stands at the first of them."""

    message: str
    figures: tuple[FigureName, ...]
    related: tuple[Related, ...] = ()


@rule(family=FAMILY)
def contradicting_figures(roster: Roster) -> Iterator[Finding]:
    """Published figures of a period cannot all be right together.

    Why: new and continuing municipalities are all that are supported, as many as there are teams;
    nobody is chosen who has not applied; there are 47 prefectures.
    """
    told = {finding.place for finding in published_total.check(roster)}
    for period in roster.periods:
        names = [figure.figure for figure in period.published]
        suspect: set[FigureName] = {name for name in names if _place(period, name) in told}
        repeated = {name for name in names if names.count(name) > 1}
        for each in _contradictions(roster, period):
            if repeated.intersection(each.figures) or suspect.intersection(each.figures):
                continue  # one figure that is wrong contradicts several others
            suspect |= {name for name in each.figures if not _is_counted(roster, period, name)}
            yield Finding(
                _place(period, each.figures[0]),
                each.message,
                _("compare the figures with their sources, and correct the one that is wrong"),
                period.id,
                (
                    *(Related(_("published here"), _place(period, n)) for n in each.figures[1:]),
                    *each.related,
                ),
            )


def _value(period: Period, name: FigureName) -> int | None:
    figure = period.figure(name)
    return figure.value if figure else None


def _place(period: Period, name: FigureName) -> Place:
    index = next(at for at, figure in enumerate(period.published) if figure.figure == name)
    return period.places.at("published", index, "value")


def _is_counted(roster: Roster, period: Period, name: FigureName) -> bool:
    """Tell whether the teams bear a figure out."""
    return _value(period, name) == counted(roster, period.number, name)


def _told(period: Period, *names: FigureName) -> str:
    """Return figures by name and number, joined by a plus sign."""
    return " + ".join(f"{FIGURE_LABELS[name][0]} {_value(period, name)}" for name in names)


def _contradictions(roster: Roster, period: Period) -> Iterator[Contradiction]:
    for pairs, words in (
        (_SUMS, _("{one} is not {others}")),
        (_AT_MOST, _("{one} is more than {others}")),
    ):
        for one, others in pairs:
            found, parts = _value(period, one), [_value(period, other) for other in others]
            known = [part for part in parts if part is not None]
            if found is None or len(known) < len(others):
                continue
            if found > sum(known) or (pairs is _SUMS and found != sum(known)):
                message = words.format(one=_told(period, one), others=_told(period, *others))
                yield Contradiction(message, (*others, one) if pairs is _SUMS else (one, *others))
    for name in _PREFECTURES:
        if (_value(period, name) or 0) > len(prefecture_names()):
            words = _("{one}: there are {most} prefectures")
            message = words.format(one=_told(period, name), most=len(prefecture_names()))
            yield Contradiction(message, (name,))
    yield from _beyond_sizes(roster, period)
    yield from _beyond_earlier(roster, period)


def _beyond_sizes(roster: Roster, period: Period) -> Iterator[Contradiction]:
    """Yield a number of officers that this many teams cannot have."""
    officers, teams = _value(period, "officers"), _value(period, "teams")
    if roster.programme is None or officers is None or teams is None:
        return
    size = roster.programme.team_size
    if size.least <= size.most and not size.least * teams <= officers <= size.most * teams:
        words = _("{one} do not go with {other} of {least} to {most} members")
        message = words.format(
            one=_told(period, "officers"),
            other=_told(period, "teams"),
            least=size.least,
            most=size.most,
        )
        yield Contradiction(message, ("officers", "teams"))


def _beyond_earlier(roster: Roster, period: Period) -> Iterator[Contradiction]:
    """Yield what continues though the period before had less of it."""
    before = roster.period(period.number - 1)
    for name, whole in _CONTINUING if before else ():
        most, found = _value(before, whole) if before else None, _value(period, name)
        if before is not None and most is not None and found is not None and found > most:
            words = _("{one} is more than {other} of the period before")
            message = words.format(one=_told(period, name), other=_told(before, whole))
            related = Related(_("published here"), _place(before, whole))
            yield Contradiction(message, (name,), (related,))


@rule(family=FAMILY)
def totals_beside_teams(roster: Roster) -> Iterator[Finding]:
    """A period has teams, though its file says that only its totals are recorded.

    Why: neither are its figures compared with the published ones, nor is a status with its teams.
    """
    for period in roster.periods:
        teams = roster.teams_by_period.get(period.number, ())
        if period.coverage == "totals" and teams:
            yield Finding(
                period.places.at("coverage"),
                _("coverage is 'totals', but {count} teams of this period are recorded").format(
                    count=len(teams)
                ),
                _("write {name}").format(name="coverage: teams"),
                period.id,
                (Related(_("the first of the teams"), teams[0].places.at("number")),),
            )


RULES = (contradicting_figures, totals_beside_teams)
