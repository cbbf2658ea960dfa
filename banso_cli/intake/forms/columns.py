"""A question in one column, as Microsoft Forms and Google Forms give it out."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.intake.forms.answers import Answer, Answers, Undeclared
from banso_cli.intake.forms.choices import SEPARATORS, Choices, is_other
from banso_cli.intake.forms.headings import is_beside, is_personal
from banso_cli.intake.tables import Row, Table
from banso_cli.text.meaning import folded


def questions_in_columns(table: Table, choices: Choices, wanted: str) -> Iterator[Answers]:
    """Yield the columns that a question is named by, or else those with any of the choices."""
    head = _head(table)
    if head is None:
        return
    columns = [at for at, cell in enumerate(head.cells) if cell and not is_personal(cell)]
    named = [at for at in columns if wanted and folded(wanted) in folded(head.at(at))]
    whole = [at for at in named if folded(wanted) == folded(head.at(at))]
    for column in (whole or named) if wanted else columns:
        found = _answers(table, head, column, choices)
        if wanted or any(answer.chosen for answer in found.answers):
            yield found


def _head(table: Table) -> Row | None:
    """Return the row of headings: that with what a form puts there, else the first of several."""
    rows = [row for row in table.rows if sum(map(bool, row.cells)) > 1]
    of_form = (row for row in rows if any(map(is_beside, filter(None, row.cells))))
    return next(of_form, next(iter(rows), None))


def _answers(table: Table, head: Row, column: int, choices: Choices) -> Answers:
    """Return the answers of a column, parted so that most choices are found in it."""
    rows = [row for row in table.rows if row.number > head.number]

    def rank(separator: str) -> tuple[int, int]:
        said = [choices.said(row.at(column), separator) for row in rows]
        return sum(len(each.chosen) for each in said), -sum(len(each.others) for each in said)

    separator = max(SEPARATORS, key=rank)
    answers = tuple(_answer(table, row, column, choices, separator) for row in rows)
    return Answers(table, head.at(column), head, choices.declared, answers)


def _answer(table: Table, row: Row, column: int, choices: Choices, separator: str) -> Answer:
    said = choices.said(row.at(column), separator)
    others = [each for each in said.others if is_other(each)]
    place = table.place(row.number, column)
    rest = tuple(Undeclared(place, each) for each in said.others if not is_other(each))
    return Answer(row, said.chosen, len(others), rest)
