"""What is inferred of a further period, in the words that its files record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from banso_cli.intake.assumptions import status_by_period_before
from banso_cli.intake.new_records import TeamFile
from banso_cli.records.fields.record import RuleException, Source
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import MeasureInForce, Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import due_status
from banso_cli.rules.population import period_without_measure


def following(earlier: Period, title: str) -> Period:
    """Return the period after another, of which the list with this title is all that is known."""
    year = earlier.fiscal_year + 1
    note = (
        f"年度と期間は、第{earlier.number}期が{earlier.era_year}であることと、任期が1年であること"
        "から定めた"
    )
    period = Period(
        number=earlier.number + 1,
        fiscal_year=year,
        start=dt.date(year, 4, 1),
        end=dt.date(year + 1, 3, 31),
        coverage="teams",
        published=(),
        notes=(note,),
        sources=(Source(title=title),),
    )
    return period.named(f"periods/{period.number}")


def measured(programme: Programme, period: int, measure: str, date: dt.date) -> Programme:
    """Return the programme with the population that counts for a period."""
    basis = "一覧表と合わせて取り込んだ人口。上限をこれで量るかは、資料で確かめていない"
    line = MeasureInForce(period=period, measure=measure, date=date, basis=basis)
    spare = _unmeasured(period)
    return programme.model_copy(
        update={
            "measures_in_force": (*programme.measures_in_force, line),
            "exceptions": tuple(each for each in programme.exceptions if each != spare),
        }
    )


def unmeasured(programme: Programme, period: int) -> Programme:
    """Return the programme of which it is not known which population counts for a period."""
    if any(each.rule == period_without_measure.id for each in programme.exceptions):
        return programme
    return programme.model_copy(update={"exceptions": (*programme.exceptions, _unmeasured(period))})


def _unmeasured(period: int) -> RuleException:
    return RuleException(rule=period_without_measure.id, reason=f"第{period}期に用いる人口は未収録")


def with_proposed_status(files: tuple[TeamFile, ...], before: Roster) -> Iterator[TeamFile]:
    """Yield the teams, those without status or file with the one that the period before gives."""
    there = {(team.period, team.municipality) for team in before.teams}
    for file in files:
        team = file.team
        status = due_status(before, team)
        if status is None or team.status or (team.period, team.municipality) in there:
            yield file
            continue
        text = status_by_period_before(team.period)[status]
        update = {"status": status, "assumptions": (*team.assumptions, text)}
        yield TeamFile(team.model_copy(update=update), file.municipality, file.place)
