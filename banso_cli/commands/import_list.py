"""`banso import`: a published list, applications, or answers become files of the roster."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import (
    EXCEPTION,
    DiffOption,
    argument,
    day,
    goes_with,
    goes_without,
    option,
    words,
)
from banso_cli.locale import _

LIST = argument(
    _("FILE"),
    _(
        "Text, TSV, CSV or xlsx: a list with 市町村名, 所属府省庁, 役職; applications, one a row;"
        " or, with --voices, answers to a form."
    ),
)
NUMBER = option("--period", _("NUMBER"), _("The period that it belongs to."), least=1)
OUT = option(
    "--out",
    _("DIR"),
    _("The roster to write into; without it the nearest roster/ from here upwards."),
)
SOURCE = option(
    "--source",
    _("TITLE"),
    _("The title of the list, recorded as the source; without it the file's name."),
)
OVERWRITE = typer.Option(
    "--overwrite", help=_("Change team files that are already there where the list says otherwise.")
)
ADD = typer.Option(
    "--add-municipalities",
    help=_("Add what the roster lacks for the list: the period, and the municipalities."),
)
POPULATION = option(
    "--population",
    _("FILE"),
    _("Their people: the workbook 住民基本台帳 or a CSV of 国勢調査, as published."),
)
MEASURE = option(
    "--measure", _("MEASURE"), _("By which measure, where that file does not say."), parser=words
)
DATE = option("--date", _("DAY"), _("Of which day, where that file does not say."), parser=day)
VOICES = typer.Option(
    "--voices",
    help=_("Count the answers to a form into the voices of the period, instead of a list."),
)
QUESTION = option(
    "--question",
    _("TEXT"),
    _("Its question; without it the one whose answers are the choices."),
    parser=words,
)
CHOICE = option(
    "--choice",
    _("TEXT"),
    _("A choice beside the voices recorded before; may be given several times."),
    parser=words,
)
OTHER = typer.Option("--other", help=_("Take answers that are none of the choices as free text."))
PRUNE = typer.Option("--prune", help=_("Remove the files of teams that the list does not have."))

SHEET = option(
    "--sheet",
    _("NAME"),
    _("A sheet of the workbook; several are joined in the order they are given."),
)
HIDDEN = option(
    "--hidden", ("read", "skip"), _("Whether hidden rows and columns are read; without it refused.")
)
STRUCK = option(
    "--struck", ("read", "skip"), _("Whether what is struck out is read; without it refused.")
)
FILL = option(
    "--fill",
    _("WORDS"),
    _("What a name filled with colour is: 継続 or 新規; 継続,新規 also tells what the others are."),
)
IN_ORDER = typer.Option(
    "--number-in-order", help=_("Number the teams from 1 as they stand, whatever the list says.")
)
PART = typer.Option(
    "--part",
    help=_("The list is a part: numbers may begin anywhere, and other teams do not count."),
)


def import_list(  # noqa: PLR0913 - each parameter is an option of the command
    published: Annotated[Path, LIST],
    *,
    period: Annotated[int, NUMBER],
    out: Annotated[Path | None, OUT] = None,
    source: Annotated[str | None, SOURCE] = None,
    overwrite: Annotated[bool, OVERWRITE] = False,
    prune: Annotated[bool, PRUNE] = False,
    add_municipalities: Annotated[bool, ADD] = False,
    population: Annotated[Path | None, POPULATION] = None,
    measure: Annotated[str | None, MEASURE] = None,
    date: Annotated[dt.date | None, DATE] = None,
    voices: Annotated[bool, VOICES] = False,
    question: Annotated[str | None, QUESTION] = None,
    choice: Annotated[list[str] | None, CHOICE] = None,
    other: Annotated[bool, OTHER] = False,
    sheet: Annotated[list[str] | None, SHEET] = None,
    hidden: Annotated[str | None, HIDDEN] = None,
    struck: Annotated[str | None, STRUCK] = None,
    fill: Annotated[str | None, FILL] = None,
    number_in_order: Annotated[bool, IN_ORDER] = False,
    part: Annotated[bool, PART] = False,
    diff: DiffOption = False,
    except_from: Annotated[list[str] | None, EXCEPTION] = None,
) -> None:
    """Take in a published team list, applications, or answers to a form: all of it, or nothing."""
    goes_with("--population", population, {"--measure": measure, "--date": date})
    goes_with("--add-municipalities", add_municipalities, {"--population": population})
    goes_with("--voices", voices, {"--question": question, "--choice": choice, "--other": other})
    if voices:
        of_lists = {"--prune": prune, "--add-municipalities": add_municipalities, "--part": part}
        of_numbers = {"--number-in-order": number_in_order}
        of_sheets = {"--hidden": hidden, "--struck": struck, "--fill": fill}
        further = {**of_numbers, **of_sheets, "--exception": except_from}
        goes_without("--voices", {**of_lists, **further})
        from banso_cli.tasks.intake.voices import Asked, count_voices

        asked = Asked(question, choice or (), other, sheet or ())
        count_voices(published, period, source, asked, out, overwrite=overwrite, diff=diff)
        return
    from banso_cli.intake.lists.how import HowToRead, fills_of
    from banso_cli.tasks.intake.importing import Asked as AskedList
    from banso_cli.tasks.intake.importing import take_in
    from banso_cli.tasks.intake.next_period import Wanted

    how = HowToRead(tuple(sheet or ()), hidden, struck, number_in_order, part, fills_of(fill))
    wanted = Wanted(add_municipalities, population, measure, date)
    take_in(
        AskedList(
            *(published, period, source, except_from or (), how, wanted),
            overwrite=overwrite,
            prune=prune,
            diff=diff,
        ),
        out,
    )
