"""From answers to the voices of a period: how many named what, small numbers left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from banso_cli.editing.edits import Edit
from banso_cli.intake.forms.answers import Answers
from banso_cli.records.fields.record import Source
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.publication import Voice

_OF = ("voices", "voices_answered")


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
    there = {voice.text: at for at, voice in enumerate(period.voices)}
    after = period.model_copy(
        update={
            "voices": voices,
            "further_voices": bool(tally.withheld or tally.others),
            "voices_answered": tally.answered,
        }
    )
    if after != period:
        after = after.model_copy(update={"sources": _sources(period, title)})
    return Edit(period.id, period, after, {"voices": [there.get(each.text) for each in voices]})


def _sources(period: Period, title: str) -> tuple[Source, ...]:
    if any(each.title == title and (not each.of or "voices" in each.of) for each in period.sources):
        return period.sources
    return (*period.sources, Source(title=title, of=_OF))
