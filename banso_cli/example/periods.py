"""The periods of a made-up roster: what is counted, as if it had been published, with charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from banso_cli.example.chance import apportioned
from banso_cli.example.course import made_up_errata, made_up_events
from banso_cli.example.marks import MARK, page_of, source_of
from banso_cli.example.programme import FIRST, Term
from banso_cli.records.fields.record import Source
from banso_cli.records.periods.counts import counted
from banso_cli.records.periods.period import (
    FIGURE_LABELS,
    Acknowledgement,
    Breakdown,
    BreakdownName,
    Counted,
    FigureName,
    Period,
    PublishedClass,
    PublishedFigure,
)
from banso_cli.records.periods.programme import Programme
from banso_cli.records.periods.publication import Example, Statement, Voice
from banso_cli.records.roster import Roster
from banso_cli.statistics.dimensions import POPULATION, RANK, REGION
from banso_cli.statistics.tables.sums import share_of
from banso_cli.statistics.tally import Tally

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
_OUTLINE = (
    "架空の概要。国の職員が、職務で得た経験を持ち寄り、小さな町の課題に伴走する。",
    "架空の概要。省庁の異なる職員がチームを組み、会議と現地訪問を重ねる。",
)
_FOOTNOTE = "架空の注。チームには事務局が後方支援を行う。"
_EMPHASISED = ("小さな町の課題", "省庁の異なる職員", "視野が広がった")
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
    source = page_of(f"第{term.number}期の概要", f"period-{term.number}/")
    period = Period(
        number=term.number,
        fiscal_year=term.fiscal_year,
        start=term.start,
        end=term.end,
        coverage="teams",
        published=tuple(
            PublishedFigure(figure=name, value=value, note=_NOTES.get(name), sources=(source,))
            for name, value in published.items()
        ),
        publication=source,
        outline=tuple(Statement(text=text, sources=(source,)) for text in _OUTLINE),
        footnotes=(Statement(text=_FOOTNOTE, sources=(source,)),),
        voices=tuple(Voice(text=text, percent=percent) for text, percent in _VOICES.items()),
        further_voices=True,
        remarks=_REMARKS,
        emphasised=_EMPHASISED,
        examples=tuple(_examples(roster, term, source)),
        acknowledged=(_acknowledged(counts["officers"], missed),) if missed else (),
        events=tuple(made_up_events(term)),
        notes=(f"{MARK}。公表値、内訳、声、感想のどれも、作られたもの",),
        sources=(source, source_of("台帳の定め", "fiscal_year", "start", "end")),
    )
    breakdowns = tuple(_breakdowns(Tally(roster, programme, period), published, source))
    update: dict[str, object] = {"breakdowns": breakdowns}
    if term is FIRST:
        first = roster.teams_by_period[term.number][0]
        update["closed"], update["errata"] = made_up_errata(first, term.end)
    return period.model_copy(update=update).named(f"periods/{term.number}")


def _counts(roster: Roster, term: Term) -> dict[FigureName, int]:
    """Return the figures of a period; nothing continues in the first."""
    figures: dict[FigureName, int] = {}
    for name in FIGURE_LABELS:
        count = counted(roster, term.number, name)
        if name in _APPLIED:
            of, many, for_each = _APPLIED[name]
            figures[name] = figures[of] * many // for_each + 1
        elif count is not None and (count or name not in _OF_LATER_TERMS):
            figures[name] = count
    return figures


def _examples(roster: Roster, term: Term, source: Source) -> Iterator[Example]:
    """Yield the first two teams with themes, as the publication shows them."""
    teams = (team for team in roster.teams_by_period.get(term.number, ()) if team.themes)
    for team in islice(teams, 2):
        yield Example(
            municipality=team.municipality,
            agencies=tuple(dict.fromkeys(member.agency for member in team.members)),
            themes=team.themes,
            caption="架空の画面。支援官が町を訪ねる",
            credit="架空テレビ",
            sources=(source,),
        )


def _acknowledged(counted_officers: int, missed: int) -> Acknowledgement:
    reason = f"{MARK}の食い違い。概要の数は一覧の数より{missed}名少ない。どちらの数も改めずに残す"
    return Acknowledgement(
        figure="officers",
        published=counted_officers - missed,
        counted=counted_officers,
        reason=reason,
    )


def _breakdowns(
    tally: Tally, published: Mapping[FigureName, int], source: Source
) -> Iterator[Breakdown]:
    """Yield the breakdowns of a period; beside personal attributes counts would not be shown.

    They add up to the published figures: `officers` and `municipalities_applied` among `published`.
    """
    yield _breakdown(source, "rank", _with_total(tally.counts(RANK), published["officers"]))
    names: tuple[BreakdownName, ...] = ("region", "population")
    for name, by in zip(names, (REGION, POPULATION), strict=True):
        counts = tally.counts(by)
        yield _breakdown(source, name, counts)
        applied = _with_total(counts, published["municipalities_applied"])
        yield _breakdown(source, name, applied, "applied")


def _with_total(counts: Mapping[str, int], total: int) -> Mapping[str, int]:
    """Return the counts raised or lowered to a total, most where most are."""
    more = total - sum(counts.values())
    if more < 0:
        largest = max(counts, key=lambda name: counts[name])
        return {**counts, largest: counts[largest] + more}
    added = apportioned(more, counts)
    return {name: count + added[name] for name, count in counts.items()}


def _breakdown(
    source: Source, dimension: BreakdownName, counts: Mapping[str, int], of: Counted = "supported"
) -> Breakdown:
    total = sum(counts.values())
    classes = (
        PublishedClass(
            name=name,
            value=value,
            percent=share_of(value, total) if dimension == "rank" else None,
        )
        for name, value in counts.items()
    )
    return Breakdown(
        dimension=dimension,
        of=of,
        classes=tuple(classes),
        note=f"{MARK}。応募した団体の数" if of == "applied" else None,
        sources=(source,),
    )
