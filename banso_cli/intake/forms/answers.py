"""Answers to questions of a form: in a column each, or in a column for each choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from typing import TypeAlias

from banso_cli.intake.forms.choices import SEPARATORS, Choices, is_other, unnumbered
from banso_cli.intake.sheets.cells import Line, Place, Sheet
from banso_cli.text.meaning import folded

_BESIDE = (
    *("ID", "No", "No.", "番号", "開始時刻", "完了時刻", "最終変更時刻", "言語", "入力日時"),
    *("Start time", "Completion time", "Last modified time", "Language", "タイムスタンプ"),
    *("Timestamp", "スコア", "Score", "合計ポイント", "Total points", "クイズのフィードバック"),
    *("Quiz feedback", "回答日時", "受付番号", "送信日時"),
)
_BESIDE_KEYS = frozenset(map(folded, _BESIDE))
_MAIL = tuple(map(folded, ("メール", "mail", "ユーザー名", "username")))
_NAME = tuple(map(folded, ("名前", "氏名", "name", "your name", "full name")))
_PERSONAL = tuple(map(folded, ("入力者", "回答者", "氏名", "電話", "連絡先", "住所", "生年月日")))

_Lines: TypeAlias = Sequence[Line]

_MOST_HEAD_ROWS = 10
_YES = frozenset(map(folded, (*"○〇◯●◎レ✓✔☑✅■1v", "true", "yes", "はい", "有")))
_NO = frozenset(map(folded, ("", *"×✕✖□☐0-－", "false", "no", "いいえ", "無")))
_SUMS = frozenset({"計", "合計", "総計", "小計", "割合"})


def is_beside(heading: str) -> bool:
    """Tell whether a column holds what the form itself puts beside the answers."""
    return folded(heading) in _BESIDE_KEYS or is_personal(heading)


def is_personal(heading: str) -> bool:
    """Tell whether a column tells who answered, or who typed the answer in."""
    key = folded(heading)
    return is_mail(heading) or is_name(heading) or any(word in key for word in _PERSONAL)


def is_mail(heading: str) -> bool:
    """Tell whether a column holds addresses of those who answered."""
    return any(word in folded(heading) for word in _MAIL)


def is_name(heading: str) -> bool:
    """Tell whether a column holds the names of those who answered."""
    return folded(heading).removeprefix("お") in _NAME


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A text that is none of the choices, and where it stands; it may be anything at all."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one row says; `others` counts what is told as some other answer."""

    row: Line
    chosen: tuple[str, ...]
    others: int = 0
    undeclared: tuple[Undeclared, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Tell whether the question was left out."""
        return not (self.chosen or self.others or self.undeclared)


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to a question, which is named by its heading.

    `head` is the row that tells what the columns are, `choices` are in the order of the form as far
    as that is known, `sums` are rows that only add up others.
    """

    table: Sheet
    question: str
    head: Line
    choices: tuple[str, ...]
    answers: tuple[Answer, ...]
    sums: tuple[Line, ...] = ()

    @property
    def given(self) -> tuple[Answer, ...]:
        """Return the answers without those that left the question out."""
        return tuple(each for each in self.answers if not each.is_blank)


def questions(table: Sheet, choices: Choices, wanted: str) -> tuple[Answers, ...]:
    """Return the questions that may be meant: with a column a choice, or else with one of all."""
    in_matrix = tuple(_in_matrix(table, choices, wanted))
    return in_matrix or tuple(_in_columns(table, choices, wanted))


def _in_columns(table: Sheet, choices: Choices, wanted: str) -> Iterator[Answers]:
    """Yield the columns that a question is named by, or else those with any of the choices."""
    head = _head(table)
    if head is None:
        return
    columns = [at for at, cell in enumerate(head.texts) if cell and not is_personal(cell)]
    named = [at for at in columns if wanted and folded(wanted) in folded(head.text(at))]
    whole = [at for at in named if folded(wanted) == folded(head.text(at))]
    for column in (whole or named) if wanted else columns:
        found = _in_column(table, head, column, choices)
        if wanted or any(answer.chosen for answer in found.answers):
            yield found


def _head(table: Sheet) -> Line | None:
    """Return the row of headings: that with what a form puts there, else the first of several."""
    rows = [row for row in table.lines if sum(map(bool, row.texts)) > 1]
    of_form = (row for row in rows if any(map(is_beside, filter(None, row.texts))))
    return next(of_form, next(iter(rows), None))


def _in_column(table: Sheet, head: Line, column: int, choices: Choices) -> Answers:
    """Return the answers of a column, parted so that most choices are found in it."""
    rows = [row for row in table.lines if row.number > head.number]

    def rank(separator: str) -> tuple[int, int]:
        said = [choices.said(row.text(column), separator) for row in rows]
        return sum(len(each.chosen) for each in said), -sum(len(each.others) for each in said)

    separator = max(SEPARATORS, key=rank)
    answers = tuple(_in_cell(table, row, column, choices, separator) for row in rows)
    return Answers(table, head.text(column), head, choices.declared, answers)


def _in_cell(table: Sheet, row: Line, column: int, choices: Choices, separator: str) -> Answer:
    said = choices.said(row.text(column), separator)
    others = [each for each in said.others if is_other(each)]
    place = table.place(row, column)
    rest = tuple(Undeclared(place, each) for each in said.others if not is_other(each))
    return Answer(row, said.chosen, len(others), rest)


def _in_matrix(table: Sheet, choices: Choices, wanted: str) -> Iterator[Answers]:
    """Yield the questions that have any of the choices as headings, with marks below."""
    for index, head in enumerate(table.lines[:_MOST_HEAD_ROWS]):
        rows = table.lines[index + 1 :]
        for question, columns in _groups(table.lines[:index], head, rows):
            known = [at for at in columns if choices.named(head.text(at))]
            is_named = not wanted or folded(wanted) in folded(question)
            if known and is_named and all(_is_marked(rows, at) for at in known):
                names = _names(head, columns, choices)
                counted = filterfalse(_is_sum, rows)
                answers = tuple(_in_row(table, row, columns, names) for row in counted)
                sums = tuple(filter(_is_sum, rows))
                yield Answers(table, question, head, tuple(names.values()), answers, sums)


def _groups(
    above: Sequence[Line], head: Line, rows: Sequence[Line]
) -> Iterator[tuple[str, list[int]]]:
    """Yield headings, each with the columns below it; without any, the columns with marks."""
    columns = [at for at, cell in enumerate(head.texts) if cell and not is_beside(cell)]
    starts = sorted({at for row in above for at, cell in enumerate(row.texts) if cell})
    if not set(starts) & set(columns):
        marked = [at for at in columns if is_other(head.text(at)) or _is_marked(rows, at)]
        yield "", marked
        return
    for start, end in zip(starts, (*starts[1:], len(head.texts)), strict=True):
        words = (row.text(start) for row in above if row.text(start))
        yield " ".join(words), [at for at in columns if start <= at < end]


def _is_marked(rows: _Lines, column: int) -> bool:
    """Tell whether nothing but marks stands in a column, and at least one."""
    found = {folded(row.text(column)) for row in rows if not _is_sum(row)}
    return found <= _YES | _NO and bool(found & _YES)


def _is_sum(row: Line) -> bool:
    return folded(next(filter(None, row.texts), "")) in _SUMS


def _names(head: Line, columns: Sequence[int], choices: Choices) -> dict[int, str]:
    """Return the choices by their columns, without what is told as some other answer."""
    own = {at: head.text(at) for at in columns if not is_other(head.text(at))}
    return {at: choices.named(text) or unnumbered(text) for at, text in own.items()}


def _in_row(table: Sheet, row: Line, columns: Sequence[int], names: dict[int, str]) -> Answer:
    marks = {at: folded(row.text(at)) for at in columns}
    chosen = tuple(name for at, name in names.items() if marks[at] in _YES)
    others = sum(1 for at, mark in marks.items() if at not in names and mark not in _NO)
    undeclared = tuple(
        Undeclared(table.place(row, at), row.text(at))
        for at in names
        if marks[at] not in _YES | _NO
    )
    return Answer(row, chosen, others, undeclared)
