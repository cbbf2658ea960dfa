"""`banso new municipality`: a municipality of the official table, with its population."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.adding import day, words, write
from banso_cli.commands.options import RosterOption, folder_to_write, open_roster
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import shown
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.editing.new_records import Named
    from banso_cli.model.municipality import PopulationFigure
    from banso_cli.model.roster import Roster
    from banso_cli.rules.municipal_names import Municipal

MunicipalityArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("MUNICIPALITY"),
        help=_("Its code, or its name, with the prefecture where several have it."),
        show_default=False,
    ),
]
PopulationOption = Annotated[
    list[int] | None,
    typer.Option(
        "--population",
        min=0,
        metavar=_("PEOPLE"),
        help=_("How many people it has; may be given several times, with what follows."),
        show_default=False,
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        parser=words,
        metavar=_("MEASURE"),
        help=_("By which measure; without it the one that counts for the latest period."),
        show_default=False,
    ),
]
DateOption = Annotated[
    list[dt.date] | None,
    typer.Option(
        "--date",
        parser=day,
        metavar=_("DAY"),
        help=_("On which day; without it the one that counts for the latest period."),
        show_default=False,
    ),
]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        parser=words,
        metavar=_("TITLE"),
        help=_("The source of the population; one for all figures, or one for each."),
        show_default=False,
    ),
]


def new_municipality(
    municipality: MunicipalityArgument,
    *,
    population: PopulationOption = None,
    measure: MeasureOption = None,
    date: DateOption = None,
    source: SourcesOption = None,
    roster: RosterOption = None,
) -> None:
    """Write the file of a municipality; all but its population is known."""
    from banso_cli.editing.adding import addition
    from banso_cli.editing.new_records import file_text, meant, stem_of
    from banso_cli.editing.new_records import new_municipality as filled
    from banso_cli.reference.municipalities import official_municipalities

    folder = folder_to_write(roster)
    records = open_roster(folder)
    table = official_municipalities().values()
    official = the_one(municipality, meant(municipality, table), table)
    for known in sorted(folder.glob(f"municipalities/{official.code}*.yaml")):
        name, file = official.prefecture + official.name, shown(known, folder)
        raise Failure(
            ExitCode.FINDINGS, _("{name} is already there: {file}").format(name=name, file=file)
        )
    figures = tuple(_figures(records, population, measure, date, source))
    record = filled(official, figures)
    record_id = f"municipalities/{stem_of(record)}"
    write(folder, addition(records, record_id, file_text(record, record_id)))


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
    from banso_cli.rules.municipal_names import meant_municipalities
    from banso_cli.rules.suggestion import proposal

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
    from banso_cli.model.municipality import PopulationFigure

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
