"""The answers to one question of a form: what was chosen in each row, and where the rest stands."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.intake.tables import Row, Table


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A text that is none of the choices, and where it stands; it may be anything at all."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one row says; `others` counts what is told as some other answer."""

    row: Row
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

    table: Table
    question: str
    head: Row
    choices: tuple[str, ...]
    answers: tuple[Answer, ...]
    sums: tuple[Row, ...] = ()

    @property
    def given(self) -> tuple[Answer, ...]:
        """Return the answers without those that left the question out."""
        return tuple(each for each in self.answers if not each.is_blank)
