"""A list together with what the roster lacks for it: period, municipalities, their people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import outcome, with_texts
from banso_cli.files.failure import Refusal, file_refused, list_refused, refuse
from banso_cli.intake.new_records import TeamFile, new_municipality
from banso_cli.intake.next_period.population import Population, read_population
from banso_cli.intake.next_period.proposing import (
    following,
    measured,
    unmeasured,
    with_proposed_status,
)
from banso_cli.intake.next_period.stated import Stated
from banso_cli.intake.taking_in import Exceptions, Taken, TakingIn, change_of, faulty
from banso_cli.locale import _
from banso_cli.records.fields.record import RuleException
from banso_cli.records.municipality import Municipality, PopulationFigure
from banso_cli.records.roster import Roster
from banso_cli.rules.codes.official import official_table


@dataclass(frozen=True, slots=True)
class Adding:
    """A roster that is given what a list needs; `title` is the title of the list.

    `people` is the file of their population, of which the user may have `said` something.
    """

    before: Roster
    folder: Path
    period: int
    title: str
    people: Path | None
    said: Stated

    @property
    def makes_period(self) -> bool:
        """Tell whether the period is lacking, and follows on one that is there."""
        number = self.period
        is_there = self.before.period(number) or f"periods/{number}" in self.before.unread
        return not is_there and self.before.period(number - 1) is not None

    @property
    def known(self) -> Roster:
        """Return the roster as if it had all municipalities, by which a list is read."""
        others = (
            new_municipality(official, ())
            for code, official in official_table(self.before).items()
            if code not in self.before.municipality_by_code
        )
        return self.before.having(Municipality, (*self.before.municipalities, *others))

    def taken(self, taking: TakingIn, exceptions: Sequence[RuleException]) -> Taken:
        """Take a list in that was read by `known`; an exception is given to whatever needs it."""
        population = self._population(taking.listed)
        found = self._taken(taking, exceptions, population, {})
        broken = {(error.record, error.rule) for error in found.outcome.errors}
        given = {
            record: tuple(each for each in exceptions if (record, each.rule) in broken)
            for record, _rule in broken
            if record.startswith("municipalities/")
        }
        used = {each.rule for more in given.values() for each in more}
        if not used:
            return found
        found = self._taken(taking, exceptions, population, given)
        return replace(found, spare=tuple(each for each in found.spare if each.rule not in used))

    def _taken(
        self,
        taking: TakingIn,
        exceptions: Sequence[RuleException],
        population: Population | None,
        given: Exceptions,
    ) -> Taken:
        listed = tuple(with_proposed_status(taking.listed, self.before))
        edits = tuple(self._edits(listed, population, given))
        added = tuple(change for edit in edits if (change := self._change(edit)))
        texts = {each.record: each.after.decode("utf-8") for each in added}
        roster = with_texts(self.before, texts)
        taken = replace(taking, listed=listed, roster=roster).taken(exceptions)
        is_new = {change.record for change in taken.of_teams if not change.before}
        teams = tuple(file.team for file in listed if file.team.id in is_new)
        before = {file.team for file in taking.listed}
        return replace(
            taken,
            outcome=outcome(self.before, (*added, *taken.of_teams)),
            added=added,
            records=(*(edit.after for edit in edits if edit.after and not edit.before), *teams),
            proposed=tuple(team for team in teams if team not in before),
            population=population,
        )

    def _population(self, listed: Iterable[TeamFile]) -> Population | None:
        if self.people is None:
            return None
        found = read_population(self.people, self.said, {file.municipality.code for file in listed})
        programme = self.before.programme
        rule = programme.measure_in_force(self.period) if programme else None
        if rule and (rule.measure, rule.date) != (found.measure, found.date):
            message = _(
                "programme.yaml has {rule} of {rule_date} count for period {number}, not {measure}"
                " of {date}"
            )
            shown = {"rule": rule.measure, "rule_date": rule.date, "number": self.period}
            shown |= {"measure": found.measure, "date": found.date}
            raise file_refused(message, _("take the file of that measure and day"), **shown)
        return found

    def _edits(
        self, listed: Sequence[TeamFile], population: Population | None, given: Exceptions
    ) -> Iterator[Edit]:
        """Yield what is added to the programme, the period and the municipalities."""
        earlier = self.before.period(self.period - 1)
        if earlier and self.makes_period:
            period = following(earlier, self.title)
            yield Edit(period.id, None, period)
        programme = self.before.programme
        if programme and programme.measure_in_force(self.period) is None:
            after = (
                measured(programme, self.period, population.measure, population.date)
                if population
                else unmeasured(programme, self.period)
            )
            yield Edit(programme.id, programme, after)
        refusals: list[Refusal] = []
        for file in listed:
            known = self.before.municipality_by_code.get(file.municipality.code)
            wanted = known or file.municipality
            figure = population.figure(wanted.code) if population else None
            people = wanted.population
            there = wanted.people(figure.measure, figure.date) if figure else None
            if figure and there is None:
                people = (*people, figure)
            elif figure and there != figure.value:
                refusals.append(_contradiction(wanted, figure, there))
            exceptions = (*wanted.exceptions, *given.get(wanted.id, ()))
            update = {"population": people, "exceptions": exceptions}
            yield Edit(wanted.id, known, wanted.model_copy(update=update))
        refuse(refusals)

    def _change(self, edit: Edit) -> Change | None:
        """Return the change of a file; None where nothing changes."""
        path = f"{self.before.name}/{edit.record}.yaml"
        if edit.before is None and path in self.before.files:
            raise list_refused([faulty(path)])
        change = change_of(edit, self.before, self.folder)
        return change if change.before != change.after else None


def _contradiction(wanted: Municipality, figure: PopulationFigure, there: int | None) -> Refusal:
    """Return the refusal that the roster has another figure of the same measure and day."""
    message = _("{name}: {value} people by {measure} of {date}; the roster has {there}")
    shown = {"measure": figure.measure, "date": figure.date, "there": there}
    message = message.format(name=wanted.full_name, value=figure.value, **shown)
    return Refusal(0, message, _("find out which is right, and correct the other"))
