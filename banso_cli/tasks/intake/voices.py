"""What `banso import --voices` does: it counts answers to a form into the voices of a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import unfit
from banso_cli.intake.forms.answers import Answers
from banso_cli.intake.forms.choices import Choices
from banso_cli.intake.forms.people import Same, same_people
from banso_cli.intake.forms.voices import (
    Tally,
    answers_refused,
    read_answers,
    tallied,
    undeclared,
    voices_edit,
)
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _, plural
from banso_cli.records.roster import Roster
from banso_cli.rules.privacy.persons import LOWEST_THRESHOLD
from banso_cli.tasks.new.adding import carry_out, needed_file, needed_period, telling_refusals
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_lines, say_lines

_SHOWN = 10
"""How many rows are named of what occurs often."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of a form: its question, further choices, and whether others are free text.

    `sheets` are those to read, if not all.
    """

    question: str | None
    choices: Sequence[str]
    takes_other: bool
    sheets: Sequence[str] = ()


def count_voices(
    file: Path,
    period: int,
    source: str | None,
    asked: Asked,
    out: Path | None,
    *,
    overwrite: bool,
    diff: bool,
) -> None:
    """Count the answers to a form, and write the voices of a period; persons are not kept."""
    folder, roster = open_to_write(out, only_shown=diff)
    known = needed_period(roster, period)
    needed_file(file)
    own = roster.programme.disclosure_threshold if roster.programme else 0
    threshold = max(own, LOWEST_THRESHOLD)
    answers = _answers(file, roster, period, asked, threshold)
    tally = tallied(answers, threshold)
    told = [*_told(answers, tally, threshold, same_people(answers, roster, period))]
    edit = voices_edit(known, tally, source or file.name)
    is_present = bool(known.voices) and edit.after != known and not (overwrite or diff)
    if not tally.named or is_present:
        say_lines(told)
    if not tally.named:
        message = _("no choice was named by {least} or more; nothing was written")
        help_line = _("wait for more answers: small numbers are not told")
        raise unfit(message.format(least=threshold), help_line)
    if is_present:
        message = _("period {number} has voices already; nothing was written")
        help_line = _("add --overwrite to put these in their place, or --diff to see it")
        raise unfit(message.format(number=period), help_line)
    if edit.after == known:
        put_lines([_("nothing to change: the file says what the answers say")])
    else:
        carry_out(edit, roster, folder, diff=diff)
    (say_lines if diff else put_lines)(told)


def _answers(file: Path, roster: Roster, period: int, asked: Asked, threshold: int) -> Answers:
    """Return the answers to the question that is meant; a failure that says why there are none."""
    earlier = (each for each in reversed(roster.periods) if each.number <= period and each.voices)
    voices = next((each.voices for each in earlier), ())
    choices = Choices([*asked.choices, *(voice.text for voice in voices)])
    with telling_refusals(file.name):
        answers = read_answers(file, choices, asked.question or "", asked.sheets)
        refusals = () if asked.takes_other else tuple(undeclared(answers, threshold))
        if refusals:
            raise answers_refused(refusals)
    return answers


def _told(answers: Answers, tally: Tally, threshold: int, alike: Iterable[Same]) -> Iterator[str]:
    """Yield what was counted, what was not, and which answers seem to come from one person."""
    sheet, question = answers.table.name, answers.question
    where = f"{sheet}「{question}」" if sheet else f"「{question}」"
    yield _("counted: {question}").format(question=where)
    yield plural("{count} answer", "{count} answers", tally.answered)
    for named in tally.named:
        percent = tally.percent(named)
        yield f"  {named.text}: {named.count}（{percent}%）"
    if tally.withheld:
        names = _(", ").join(tally.withheld)
        yield _("  named by fewer than {least}, and not told: {names}").format(
            least=threshold, names=names
        )
    if tally.unnamed:
        yield _("  named by nobody: {names}").format(names=_(", ").join(tally.unnamed))
    if tally.others:
        count = (
            str(tally.others)
            if tally.others >= threshold
            else _("fewer than {least}").format(least=threshold)
        )
        yield _("  other answers, which are not kept: {count}").format(count=count)
    blank = [each.row.number for each in answers.answers if each.is_blank]
    for head, rows in (
        (_("left out the question: {rows}"), blank),
        (_("not counted, since it adds up others: {rows}"), [each.number for each in answers.sums]),
    ):
        if rows:
            yield head.format(rows=_rows(answers, rows))
    for same in alike:
        words = _("{rows}: the same {what}; is it one person?")
        yield words.format(rows=_rows(answers, same.rows), what=same.what)


def _rows(answers: Answers, numbers: Sequence[int]) -> str:
    """Return the places of rows, of many the first."""
    shown = _(", ").join(str(Place(each, answers.table.name)) for each in numbers[:_SHOWN])
    if len(numbers) <= _SHOWN:
        return shown
    return _("{rows} and more: {count} in all").format(rows=shown, count=len(numbers))
