"""From a file of answers to the voices of a period: how many named what, small numbers left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import ExitCode, Failure, Refusal
from banso_cli.intake.forms.answers import Answers, Undeclared, questions
from banso_cli.intake.forms.choices import Choices, key_of
from banso_cli.intake.tables import read_tables
from banso_cli.locale import _, plural
from banso_cli.records.fields.record import Source
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.publication import Voice

_SHOWN = 3
"""How many places are named of what occurs often."""


def read_answers(file: Path, choices: Choices, wanted: str, sheets: Sequence[str] = ()) -> Answers:
    """Read the answers to the question with these choices, or to the one that is named.

    The sheets are those that are named, or else all that are not hidden.
    """
    tables = read_tables(file, sheets)
    found = [each for table in tables for each in questions(table, choices, wanted)]
    if len(found) != 1:
        raise answers_refused([_which(file.name, found, choices, wanted)])
    return found[0]


def answers_refused(refusals: Sequence[Refusal]) -> Failure:
    """Return the failure that answers cannot be counted."""
    message = plural(
        "the answers are refused ({count} reason); nothing was written",
        "the answers are refused ({count} reasons); nothing was written",
        len(refusals),
    )
    return Failure(ExitCode.FINDINGS, message, refusals=refusals)


def _which(name: str, found: list[Answers], choices: Choices, wanted: str) -> Refusal:
    """Return what to tell where none or several questions may be meant."""
    if found:
        questions = _(", ").join(
            f"{each.table.place(each.head)}「{each.question}」" for each in found
        )
        message = _("{file}: several questions may be meant: {questions}")
        help_line = _("name one of them: --question TEXT")
        if len({each.table.name for each in found}) > 1:
            help_line = _("name its sheet: --sheet {name}; or the question: --question TEXT")
            help_line = help_line.format(name=found[0].table.name)
        return Refusal(0, message.format(file=name, questions=questions), help_line)
    if wanted:
        message = _("{file}: no question is called '{question}'")
        help_line = _("write its heading, or a part of it, as it stands in the file")
        return Refusal(0, message.format(file=name, question=wanted), help_line)
    message = _("{file}: no answers with any of the choices: {choices}").format(
        file=name, choices=_(", ").join(choices.declared) or "－"
    )
    help_line = _("name the choices (--choice TEXT, once for each) or the question (--question)")
    return Refusal(0, message, help_line)


def undeclared(answers: Answers, threshold: int) -> Iterator[Refusal]:
    """Yield what is none of the choices, what is said in the same words once.

    The words, which may tell of a person, are shown only where as many gave them as may be told of.
    """
    found = defaultdict[str, list[Undeclared]](list)
    for answer in answers.given:
        for each in answer.undeclared:
            found[key_of(each.text)].append(each)
    for alike in found.values():
        places = _(", ").join(str(each.place) for each in alike[:_SHOWN])
        message = plural(
            "{places}: {count} answer that is none of the choices{text}",
            "{places}: {count} answers that are none of the choices{text}",
            len(alike),
            places=places + (" …" if len(alike) > _SHOWN else ""),
            text=f"「{alike[0].text}」" if len(alike) >= threshold else "",
        )
        help_line = _("if it is a choice: --choice TEXT; if it is free text: --other")
        yield Refusal(alike[0].place.line, message, help_line)


@dataclass(frozen=True, slots=True)
class Named:
    """A choice, and how many named it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered, and how many of them named each choice, the most frequent first.

    Choices and other answers of fewer than the threshold are not told by number.
    """

    answered: int
    named: tuple[Named, ...]
    withheld: tuple[str, ...]
    unnamed: tuple[str, ...]
    others: int

    def percent(self, named: Named) -> int:
        """Return the share of those who answered, rounded half up from the integers."""
        return (200 * named.count + self.answered) // (2 * self.answered)


def tallied(answers: Answers, threshold: int) -> Tally:
    """Count the choices; an answer counts once for each that it names."""
    found = Counter(choice for answer in answers.given for choice in answer.chosen)
    named = sorted((Named(each, found[each]) for each in answers.choices), key=lambda n: -n.count)
    return Tally(
        answered=len(answers.given),
        named=tuple(each for each in named if each.count >= max(threshold, 1)),
        withheld=tuple(each.text for each in named if 0 < each.count < threshold),
        unnamed=tuple(each.text for each in named if not each.count),
        others=sum(1 for each in answers.given if each.others or each.undeclared),
    )


def voices_edit(period: Period, tally: Tally, title: str) -> Edit:
    """Return the edit that gives a period these voices, of which the title names the source.

    A voice that stays keeps its place's comment.
    """
    voices = tuple(Voice(text=each.text, percent=tally.percent(each)) for each in tally.named)
    before = {voice.text: at for at, voice in enumerate(period.voices)}
    after = period.model_copy(
        update={
            "voices": voices,
            "further_voices": bool(tally.withheld or tally.others),
            "voices_answered": tally.answered,
        }
    )
    there = (each for each in period.sources if not each.of or "voices" in each.of)
    if after != period and title not in (each.title for each in there):
        source = Source(title=title, of=("voices", "voices_answered"))
        after = after.model_copy(update={"sources": (*period.sources, source)})
    return Edit(period.id, period, after, {"voices": [before.get(each.text) for each in voices]})
