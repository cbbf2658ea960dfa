"""`banso new municipality`: a municipality of the official table, with its population."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from banso_cli.commands.new.adding import already_there, carry_out, day, words
from banso_cli.commands.options import (
    DiffOption,
    RosterOption,
    argument,
    open_to_write,
    option,
)
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.reading.locate import shown

if TYPE_CHECKING:
    from banso_cli.intake.new_records import Named
    from banso_cli.records.municipality import PopulationFigure
    from banso_cli.records.roster import Roster
    from banso_cli.rules.codes.municipal_names import Municipal

MUNICIPALITY = argument(
    _("MUNICIPALITY"), _("Its code, or its name, with the prefecture where several have it.")
)
POPULATION = option(
    "--population",
    _("PEOPLE"),
    _("How many people it has; may be given several times, with what follows."),
    least=0,
)
MEASURE = option(
    "--measure",
    _("MEASURE"),
    _("By which measure; without it the one that counts for the latest period."),
    parser=words,
)
DATE = option(
    "--date",
    _("DAY"),
    _("On which day; without it the one that counts for the latest period."),
    parser=day,
)
SOURCES = option(
    "--source",
    _("TITLE"),
    _("The source of the population; one for all figures, or one for each."),
    parser=words,
)


def new_municipality(
    municipality: Annotated[str, MUNICIPALITY],
    *,
    population: Annotated[list[int] | None, POPULATION] = None,
    measure: Annotated[list[str] | None, MEASURE] = None,
    date: Annotated[list[dt.date] | None, DATE] = None,
    source: Annotated[list[str] | None, SOURCES] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the file of a municipality; all but its population is known."""
    from banso_cli.editing.edits import Edit
    from banso_cli.intake.new_records import meant
    from banso_cli.intake.new_records import new_municipality as filled
    from banso_cli.reference.municipalities import official_municipalities

    folder, records = open_to_write(roster, only_shown=diff)
    table = official_municipalities().values()
    official = the_one(municipality, meant(municipality, table), table)
    for known in sorted(folder.glob(f"municipalities/{official.code}*.yaml")):
        raise already_there(official.prefecture + official.name, shown(known, folder))
    figures = tuple(_figures(records, population, measure, date, source))
    record = filled(official, figures)
    carry_out(Edit(record.id, None, record), records, folder, diff=diff)


def the_one(
    wanted: str, found: Sequence[Named], known: Iterable[Named], others: Iterable[Municipal] = ()
) -> Named:
    """Return the only municipality that is meant; a failure where there is none, or several."""
    if len(found) == 1:
        return found[0]
    if found:
        candidates = [f"{each.code} {each.prefecture}{each.name}" for each in found]
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' may mean {count} municipalities: {names}").format(
                name=wanted, count=len(found), names=_(", ").join(candidates)
            ),
            _("name one of them by its code, such as {code}").format(code=found[0].code),
        )
    from banso_cli.rules.codes.municipal_names import meant_municipalities
    from banso_cli.text.suggestion import proposal

    meant = meant_municipalities(wanted, known, others)
    raise Failure(
        ExitCode.WRONG_USAGE,
        _("no municipality is called '{name}'").format(name=wanted),
        proposal([each.prefecture + each.name for each in meant]),
    )


def _figures(
    roster: Roster,
    values: Sequence[int] | None,
    measures: Sequence[str] | None,
    dates: Sequence[dt.date] | None,
    sources: Sequence[str] | None,
) -> Iterator[PopulationFigure]:
    """Yield the population figures that the options give, in their order."""
    from banso_cli.records.municipality import PopulationFigure

    in_force = roster.programme.measures_in_force if roster.programme else ()
    if values and len(values) == 1 and in_force:
        latest = max(in_force, key=lambda each: each.period)
        measures, dates = measures or [latest.measure], dates or [latest.date]
    if values and sources and len(sources) == 1:
        sources = [*sources] * len(values)
    if not values or not all(
        given and len(given) == len(values) for given in (measures, dates, sources)
    ):
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("each population wants its measure, its day and its source"),
            _("write: {options}").format(
                options="--population 13582 --measure 住民基本台帳 --date 2025-01-01 --source …"
            ),
        )
    for value, measure, date, source in zip(
        values, measures or (), dates or (), sources or (), strict=True
    ):
        yield PopulationFigure(value=value, measure=measure, date=date, source=source)
