"""The periods of a made-up roster: what is counted, as if it had been published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from banso_cli.example.breakdowns import made_up_breakdowns
from banso_cli.example.marks import MARK, page_of, source_of
from banso_cli.example.programme import Term
from banso_cli.records.counts import counted
from banso_cli.records.period import (
    Acknowledgement,
    FigureName,
    Period,
    PublishedFigure,
)
from banso_cli.records.programme import Programme
from banso_cli.records.publication import Voice
from banso_cli.records.roster import Roster
from banso_cli.statistics.tally import Tally

FIGURES: tuple[FigureName, ...] = get_args(FigureName)
"""All figures, in the order in which they are compared."""

_OF_LATER_TERMS = frozenset({"municipalities_continuing", "prefectures_continuing"})
_APPLIED: Mapping[FigureName, tuple[FigureName, int, int]] = {
    "officers_applied": ("officers", 308, 278),
    "municipalities_applied": ("municipalities", 115, 97),
}
"""How many applied, for how many of another figure there are."""

_VOICES = {"現場を知ることができた": 88, "多様な職員と働けた": 67, "本務に生かせる": 54}
_REMARKS = (
    "架空の感想。現場で聞いた声を、担当する制度の見直しに役立てたい。",
    "架空の感想。所属の違う仲間と一つの地域を考えることで、視野が広がった。",
    "架空の感想。月に一度の会議でも、続けることで信頼が生まれると分かった。",
)
_NOTES: Mapping[FigureName, str] = {
    "officers": "地方創生支援オフィサーを含む",
    "municipalities_new": "前の期に支援のなかった市町村",
}


def made_up_period(roster: Roster, programme: Programme, term: Term) -> Period:
    """Return a period of the roster, of which all but the periods is made.

    What was published agrees with what is counted, but for one officer of a later term, whose
    difference is acknowledged.
    """
    counts = _counts(roster, term)
    missed = 1 if term.number > 1 else 0
    published = counts | {"officers": counts["officers"] - missed}
    period = Period(
        number=term.number,
        fiscal_year=term.fiscal_year,
        start=term.start,
        end=term.end,
        coverage="teams",
        published=tuple(_figures(term, published)),
        voices=tuple(Voice(text=text, percent=percent) for text, percent in _VOICES.items()),
        remarks=_REMARKS,
        acknowledged=(_acknowledged(counts["officers"], missed),) if missed else (),
        notes=(f"{MARK}。公表値、内訳、声、感想のどれも、作られたもの",),
        sources=(
            page_of(f"第{term.number}期の概要", f"period-{term.number}/"),
            source_of("台帳の定め", "fiscal_year", "start", "end"),
        ),
    )
    breakdowns = made_up_breakdowns(Tally(roster, programme, period), published)
    return period.model_copy(update={"breakdowns": tuple(breakdowns)})


def _counts(roster: Roster, term: Term) -> dict[FigureName, int]:
    """Return the figures of a period; nothing continues in the first."""
    figures: dict[FigureName, int] = {}
    for name in FIGURES:
        count = counted(roster, term.number, name)
        if name in _APPLIED:
            of, many, for_each = _APPLIED[name]
            figures[name] = figures[of] * many // for_each + 1
        elif count is not None and (count or name not in _OF_LATER_TERMS):
            figures[name] = count
    return figures


def _figures(term: Term, published: Mapping[FigureName, int]) -> Iterator[PublishedFigure]:
    source = page_of(f"第{term.number}期の概要", f"period-{term.number}/")
    for name, value in published.items():
        yield PublishedFigure(figure=name, value=value, note=_NOTES.get(name), sources=(source,))


def _acknowledged(counted_officers: int, missed: int) -> Acknowledgement:
    reason = f"{MARK}の食い違い。概要の数は一覧の数より{missed}名少ない。どちらの数も改めずに残す"
    return Acknowledgement(
        figure="officers",
        published=counted_officers - missed,
        counted=counted_officers,
        reason=reason,
    )
