"""A question with a column for each choice and ○ below, under headings of several rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.intake.forms.answers import Answer, Answers, Undeclared
from banso_cli.intake.forms.choices import Choices, is_other, unnumbered
from banso_cli.intake.forms.headings import is_beside
from banso_cli.intake.tables import Row, Table
from banso_cli.text.meaning import folded

_MOST_HEAD_ROWS = 10
_YES = frozenset(map(folded, (*"○〇◯●◎レ✓✔☑✅■1v", "true", "yes", "はい", "有")))
_NO = frozenset(map(folded, ("", *"×✕✖□☐0-－", "false", "no", "いいえ", "無")))
_SUMS = frozenset({"計", "合計", "総計", "小計", "割合"})


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of the choices of one question, and what stands above them."""

    head: Row
    question: str
    columns: tuple[int, ...]


def questions_in_matrix(table: Table, choices: Choices, wanted: str) -> Iterator[Answers]:
    """Yield the questions that have any of the choices as headings, with marks below."""
    for index, head in enumerate(table.rows[:_MOST_HEAD_ROWS]):
        rows = table.rows[index + 1 :]
        for group in _groups(table.rows[:index], head, rows):
            known = [at for at in group.columns if choices.named(head.at(at))]
            is_named = not wanted or folded(wanted) in folded(group.question)
            if known and is_named and all(_is_marked(rows, at) for at in known):
                yield _answers(table, group, choices, rows)


def _groups(above: tuple[Row, ...], head: Row, rows: tuple[Row, ...]) -> Iterator[_Group]:
    """Yield the columns that stand below one heading; without any above, those with marks."""
    columns = [at for at, cell in enumerate(head.cells) if cell and not is_beside(cell)]
    starts = sorted({at for row in above for at, cell in enumerate(row.cells) if cell})
    if not set(starts) & set(columns):
        marked = [at for at in columns if is_other(head.at(at)) or _is_marked(rows, at)]
        yield _Group(head, "", tuple(marked))
        return
    for start, end in zip(starts, (*starts[1:], len(head.cells)), strict=True):
        words = (row.at(start) for row in above if row.at(start))
        inside = tuple(at for at in columns if start <= at < end)
        yield _Group(head, " ".join(words), inside)


def _is_marked(rows: tuple[Row, ...], column: int) -> bool:
    """Tell whether nothing but marks stands in a column, and at least one."""
    found = {folded(row.at(column)) for row in rows if not _is_sum(row)}
    return found <= _YES | _NO and bool(found & _YES)


def _is_sum(row: Row) -> bool:
    return folded(next(filter(None, row.cells))) in _SUMS


def _answers(table: Table, group: _Group, choices: Choices, rows: tuple[Row, ...]) -> Answers:
    own = [at for at in group.columns if not is_other(group.head.at(at))]
    names = {
        at: choices.named(cell) or unnumbered(cell) for at in own if (cell := group.head.at(at))
    }
    answers = tuple(_answer(table, row, group, names) for row in rows if not _is_sum(row))
    sums = tuple(row for row in rows if _is_sum(row))
    return Answers(table, group.question, group.head, tuple(names.values()), answers, sums)


def _answer(table: Table, row: Row, group: _Group, names: dict[int, str]) -> Answer:
    marks = {at: folded(row.at(at)) for at in group.columns}
    chosen = tuple(name for at, name in names.items() if marks[at] in _YES)
    others = sum(1 for at, mark in marks.items() if at not in names and mark not in _NO)
    undeclared = tuple(
        Undeclared(table.place(row.number, at), row.at(at))
        for at in names
        if marks[at] not in _YES | _NO
    )
    return Answer(row, chosen, others, undeclared)
