"""The teams of a list beside those that the roster has: which files are new, change, or go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import Outcome, outcome
from banso_cli.files.failure import Failure, Refusal, file_refused, gathering, refuse
from banso_cli.intake.keeping import kept
from banso_cli.intake.new_records import TeamFile
from banso_cli.intake.next_period.population import Population
from banso_cli.locale import _
from banso_cli.records.fields.record import Record, RuleException
from banso_cli.records.roster import Roster
from banso_cli.records.teams.holders import team_as_listed
from banso_cli.records.teams.team import Team
from banso_cli.yaml.fault import FaultKind

Exceptions = Mapping[str, tuple[RuleException, ...]]
"""Further exceptions, by the id of the record that is given them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in a list changes, and what is added for it; nothing is written yet.

    `of_teams` change their files; `members` counts those of the teams that are written, `lacking`
    are teams of the period that the list has not. `spare` are exceptions that nothing needs,
    `records` those that are new, `proposed` the teams of which the status was inferred.
    """

    of_teams: tuple[Change, ...]
    members: int
    lacking: tuple[Team, ...]
    outcome: Outcome
    spare: tuple[RuleException, ...] = ()
    added: tuple[Change, ...] = ()
    records: tuple[Record, ...] = ()
    proposed: tuple[Team, ...] = ()
    population: Population | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return all changes, what is added first."""
        return (*self.added, *self.of_teams)


@dataclass(frozen=True, slots=True)
class TakingIn:
    """The teams of a list, and the roster that takes them in.

    `cites` adds the list to the sources of all its teams, `prunes` removes the files of others; a
    list that `is_part` says nothing of others.
    """

    listed: tuple[TeamFile, ...]
    period: int
    roster: Roster
    folder: Path
    cites: bool = False
    prunes: bool = False
    is_part: bool = False

    def taken(self, exceptions: Sequence[RuleException]) -> Taken:
        """Take the list in; each exception is given to the teams that break its rule.

        A list is refused where a file has faults, or would lose something.
        """
        taken = self._taken({})
        broken = {(error.record, error.rule) for error in taken.outcome.errors}
        given = {
            record: tuple(each for each in exceptions if (record, each.rule) in broken)
            for record in (change.record for change in taken.of_teams)
        }
        if any(given.values()):
            taken = self._taken(given)
        used = {each for more in given.values() for each in more}
        return replace(taken, spare=tuple(each for each in exceptions if each not in used))

    def _taken(self, exceptions: Exceptions) -> Taken:
        """Return what changes, with further exceptions; no team may have a file with faults."""
        folder = f"teams/{self.period}/"
        faults = (each for each in self.roster.faults if each.kind is not FaultKind.STRAY_FILE)
        paths = (each.place.path for each in faults if each.record.startswith(folder))
        refuse(tuple(map(faulty, dict.fromkeys(paths))))
        earlier: dict[str, list[Team]] = {}
        for team in self.roster.teams_by_period.get(self.period, ()):
            earlier.setdefault(team.municipality, []).append(team)
        changes: list[Change] = []
        refusals: list[Refusal] = []
        members = 0
        for file in self.listed:
            there = earlier.pop(file.team.municipality, [])
            with gathering(refusals, file.place.line):
                change = change_of(self._edit(file, there, exceptions), self.roster, self.folder)
                changes.append(change)
                members += len(file.team.members) if change.before != change.after else 0
        others = () if self.is_part else earlier.values()
        lacking = tuple(team for teams in others for team in teams)
        for team in lacking if self.prunes else ():
            with gathering(refusals):
                changes.append(change_of(Edit(team.id, team, None), self.roster, self.folder))
        refuse(refusals)
        changed = tuple(each for each in changes if each.before != each.after)
        return Taken(changed, members, lacking, outcome(self.roster, changed))

    def _edit(self, file: TeamFile, there: Sequence[Team], exceptions: Exceptions) -> Edit:
        """Return what becomes of a team, of which there may be a file already."""
        record = there[0].id if there else file.team.id
        path = f"{self.roster.name}/{record}.yaml"
        if any(each.draft and each.id == record for each in self.roster.teams_and_drafts):
            message = _("{file} is a draft of this team")
            raise file_refused(message, _("remove it, or its 'draft: true', first"), file=path)
        if not there and path in self.roster.files:
            message = _("{file} has the team of another municipality")
            raise file_refused(message, _("rename the file, or mend its municipality"), file=path)
        if len(there) > 1:
            message = _("the team of {name} has several files: {files}")
            paths = _(", ").join(team.places.path for team in there)
            name = file.municipality.full_name
            raise file_refused(message, _("remove all but one"), name=name, files=paths)
        more = exceptions.get(record, ())
        if not there:
            return Edit(record, None, _excepted(file.team, more))
        found = kept(self._with_todays_members(file, there[0]), there[0], cites=self.cites)
        if found.lost:
            message = _(
                "{file}: who of the list is '{names}' is not certain; the file tells of them who"
                " attended, or personal attributes"
            )
            help_line = _("put members and attended of this file in accord with the list first")
            raise file_refused(message, help_line, file=path, names=_(", ").join(found.lost))
        return Edit(record, there[0], _excepted(found.team, more), {"members": found.origins})

    def _with_todays_members(self, file: TeamFile, there: Team) -> Team:
        """Return the team of the list, with who came later where it has those of the first day."""
        first = team_as_listed(self.roster, there)
        seats = _seats(file.team)
        if first is there or seats == _seats(there):
            return file.team
        if seats == _seats(first):
            return file.team.model_copy(update={"members": there.members})
        message = _(
            "{file}: members changed in the course of the period (since, former); the list has"
            " neither those of today nor those of the first day, in their order"
        )
        help_line = _("change it by hand as the list says, or take this team out of the list")
        raise file_refused(message, help_line, file=there.places.path)


def faulty(path: str) -> Refusal:
    """Return the refusal of a list that would change a file of which not all can be read."""
    message = _("{file} has faults: what it says could be lost").format(file=path)
    return Refusal(0, message, _("mend it first: banso validate {file}").format(file=path))


def change_of(edit: Edit, roster: Roster, folder: Path) -> Change:
    """Return the change of a file of the roster, or refuse it."""
    try:
        return edit.change(roster, folder)
    except Failure as why:
        message = _("{file} cannot be edited: {reason}")
        help_line = _("change it by hand as the list says, or write it more simply")
        path = f"{roster.name}/{edit.record}.yaml"
        raise file_refused(message, help_line, file=path, reason=why) from None


def _seats(team: Team) -> list[tuple[str, str]]:
    return [(each.agency, each.rank) for each in team.members]


def _excepted(team: Team, more: Iterable[RuleException]) -> Team:
    return team.model_copy(update={"exceptions": (*team.exceptions, *more)})
