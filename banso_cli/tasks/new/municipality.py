"""What `banso new municipality` does: it writes the file of one of the official table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import misused
from banso_cli.intake.new_records import Named, meant, new_municipality
from banso_cli.locale import _
from banso_cli.reading.locate import shown
from banso_cli.records.municipality import PopulationFigure
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.municipal_names import Municipal, meant_municipalities
from banso_cli.tasks.new.adding import already_there, carry_out
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.text.suggestion import proposal


class Population(NamedTuple):
    """The figures that are given: one a value, or one for all where there is a single one."""

    values: Sequence[int]
    measures: Sequence[str]
    dates: Sequence[dt.date]
    sources: Sequence[str]


def add_municipality(
    municipality: str, population: Population, roster: Path | None, *, diff: bool
) -> None:
    """Write the file of a municipality; all but its population is known."""
    folder, records = open_to_write(roster, only_shown=diff)
    table = official_municipalities().values()
    official = the_one(municipality, meant(municipality, table), table)
    for known in sorted(folder.glob(f"municipalities/{official.code}*.yaml")):
        raise already_there(official.prefecture + official.name, shown(known, folder))
    record = new_municipality(official, tuple(_figures(records, population)))
    carry_out(Edit(record.id, None, record), records, folder, diff=diff)


def the_one(
    wanted: str, found: Sequence[Named], known: Iterable[Named], others: Iterable[Municipal] = ()
) -> Named:
    """Return the only municipality that is meant; a failure where there is none, or several."""
    if len(found) == 1:
        return found[0]
    if found:
        candidates = [f"{each.code} {each.prefecture}{each.name}" for each in found]
        raise misused(
            _("'{name}' may mean {count} municipalities: {names}").format(
                name=wanted, count=len(found), names=_(", ").join(candidates)
            ),
            _("name one of them by its code, such as {code}").format(code=found[0].code),
        )
    meant = meant_municipalities(wanted, known, others)
    raise misused(
        _("no municipality is called '{name}'").format(name=wanted),
        proposal([each.prefecture + each.name for each in meant]),
    )


def _figures(roster: Roster, given: Population) -> Iterator[PopulationFigure]:
    """Yield the population figures that the options give, in their order."""
    values, measures, dates, sources = given
    in_force = roster.programme.measures_in_force if roster.programme else ()
    if len(values) == 1 and in_force:
        latest = max(in_force, key=lambda each: each.period)
        measures, dates = measures or [latest.measure], dates or [latest.date]
    if values and len(sources) == 1:
        sources = [*sources] * len(values)
    if not values or not all(len(each) == len(values) for each in (measures, dates, sources)):
        raise misused(
            _("each population wants its measure, its day and its source"),
            _("write: {options}").format(
                options="--population 13582 --measure 住民基本台帳 --date 2025-01-01 --source …"
            ),
        )
    for value, measure, date, source in zip(values, measures, dates, sources, strict=True):
        yield PopulationFigure(value=value, measure=measure, date=date, source=source)
