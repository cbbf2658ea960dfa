"""What the publication itself says, as the summary shows it: its words, figures and examples."""

from __future__ import annotations

from banso_cli.datasets.municipality_names import supported_name
from banso_cli.records.fields.declared import field_title
from banso_cli.records.periods.course import Erratum
from banso_cli.records.periods.period import FIGURE_LABELS, FigureName, Period, PublishedFigure
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reports import entries
from banso_cli.reports.citing import Cite
from banso_cli.statistics.published import sources_beside


def programme_entry(programme: Programme, period: Period, cite: Cite) -> entries.ProgrammeEntry:
    """Return the programme; its limit has a source where the publication does not print it."""
    size, limit = programme.team_size, programme.population_limit
    publication = period.publication
    printed = publication and publication.title in {each.title for each in limit.sources}
    return entries.ProgrammeEntry(
        name=programme.name,
        caption=programme.caption or "",
        is_fictional=programme.fictional,
        least=size.least,
        most=size.most,
        below=limit.below,
        limit_sources=() if printed else cite(limit.sources),
    )


def period_entry(roster: Roster, period: Period, cite: Cite) -> entries.PeriodEntry:
    """Return the period, with what is emphasised in the sentences of its publication."""
    return entries.PeriodEntry(
        number=period.number,
        era_year=period.era_year,
        start=period.start,
        end=period.end,
        is_partial=period.is_partial,
        events=tuple(
            entries.EventEntry(each.date, each.until, each.title, cite(each.sources))
            for each in period.events
        ),
        closed=period.closed,
        errata=tuple(_erratum(roster, each, cite) for each in period.errata),
        outline=tuple(_sentence(each.text, period) for each in period.outline),
        footnotes=tuple(each.text for each in period.footnotes),
        voices=tuple(entries.VoiceEntry(voice.text, voice.percent) for voice in period.voices),
        further_voices=period.further_voices,
        voices_answered=period.voices_answered,
        remarks=tuple(_sentence(each, period) for each in period.remarks),
        notes=period.notes,
    )


def _erratum(roster: Roster, erratum: Erratum, cite: Cite) -> entries.ErratumEntry:
    code = erratum.record.rpartition("/")[2].partition("-")[0]
    supported = roster.municipality_by_code.get(code)
    return entries.ErratumEntry(
        erratum.date,
        supported.full_name if supported else "",
        field_title(Team if supported else Period, erratum.field or ""),
        erratum.was or "",
        erratum.now or "",
        erratum.reason,
        cite(erratum.sources),
    )


def _sentence(text: str, period: Period) -> entries.Sentence:
    return entries.Sentence(text, tuple(each for each in period.emphasised if each in text))


def example_entries(roster: Roster, period: Period) -> tuple[entries.ExampleEntry, ...]:
    """Return the examples in the order of the publication."""
    return tuple(
        entries.ExampleEntry(
            municipality=supported_name(roster, each.municipality),
            agencies=each.agencies,
            themes=each.themes,
            caption=each.caption,
            credit=each.credit,
            note=each.note or "",
        )
        for each in period.examples
    )


def figure_line(
    name: FigureName, period: Period, earlier: Period | None, cite: Cite
) -> entries.PublishedLine:
    """Return a figure of the period and of the one before, which may print it for both."""
    label, unit = FIGURE_LABELS[name]
    now, before = period.figure(name), earlier.figure(name) if earlier else None
    return entries.PublishedLine(
        id=name,
        label=label,
        unit=unit,
        value=now.value if now else None,
        earlier=before.value if before else None,
        note=(now.note or "") if now else "",
        sources=_beside(now, cite, period),
        earlier_sources=_beside(before, cite, period, *((earlier,) if earlier else ())),
    )


def _beside(figure: PublishedFigure | None, cite: Cite, *periods: Period) -> tuple[int, ...]:
    if figure is None or figure.value is None:
        return ()
    return cite(sources_beside(figure, *periods))
