"""The teams of a list beside those that the roster has: which files are new, change, or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import Outcome, outcome
from banso_cli.files.failure import Failure, Refusal, file_refused, refuse
from banso_cli.intake.keeping import kept
from banso_cli.intake.new_records import TeamFile
from banso_cli.locale import _
from banso_cli.records.fields.record import RuleException
from banso_cli.records.roster import Roster
from banso_cli.records.teams.holders import team_as_listed
from banso_cli.records.teams.team import Team
from banso_cli.yaml.fault import FaultKind

Exceptions = Mapping[str, tuple[RuleException, ...]]
"""Further exceptions, by the id of the record that is given them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in a list changes; nothing is written yet.

    `members` counts those of the teams that are written, `lacking` are teams of the period that the
    list has not.
    """

    changes: tuple[Change, ...]
    members: int
    lacking: tuple[Team, ...]


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

    def outcome(
        self, exceptions: Sequence[RuleException]
    ) -> tuple[Taken, Outcome, tuple[RuleException, ...]]:
        """Take the list in; each exception is given to the teams that break its rule.

        Returns also the exceptions to spare. A list is refused where a file has faults, or would
        lose something.
        """
        taken = self._taken({})
        found = outcome(self.roster, taken.changes)
        broken = {(error.record, error.rule) for error in found.errors}
        given = {
            record: tuple(each for each in exceptions if (record, each.rule) in broken)
            for record in (change.record for change in taken.changes)
        }
        if any(given.values()):
            taken = self._taken(given)
            found = outcome(self.roster, taken.changes)
        used = {each for more in given.values() for each in more}
        return taken, found, tuple(each for each in exceptions if each not in used)

    def _taken(self, exceptions: Exceptions) -> Taken:
        """Return what changes, with further exceptions."""
        refuse(tuple(self._faulty()))
        earlier: dict[str, list[Team]] = {}
        for team in self.roster.teams_by_period.get(self.period, ()):
            earlier.setdefault(team.municipality, []).append(team)
        changes: list[Change] = []
        refusals: list[Refusal] = []
        members = 0
        for file in self.listed:
            there = earlier.pop(file.team.municipality, [])
            try:
                edit = self._edit(file, there, exceptions)
                change = change_of(edit, self.roster, self.folder)
            except Failure as refused:
                line = file.place.line
                refusals += (replace(each, line=line) for each in refused.refusals)
            else:
                changes.append(change)
                members += len(file.team.members) if change.before != change.after else 0
        others = () if self.is_part else earlier.values()
        lacking = tuple(team for teams in others for team in teams)
        for team in lacking if self.prunes else ():
            try:
                changes.append(change_of(Edit(team.id, team, None), self.roster, self.folder))
            except Failure as refused:
                refusals += refused.refusals
        refuse(refusals)
        return Taken(tuple(each for each in changes if each.before != each.after), members, lacking)

    def _faulty(self) -> Iterator[Refusal]:
        """Yield the files of the period's teams of which not all can be read."""
        folder = f"teams/{self.period}/"
        faults = (each for each in self.roster.faults if each.kind is not FaultKind.STRAY_FILE)
        paths = (each.place.path for each in faults if each.record.startswith(folder))
        for path in dict.fromkeys(paths):
            yield faulty(path)

    def _edit(self, file: TeamFile, there: Sequence[Team], exceptions: Exceptions) -> Edit:
        """Return what becomes of a team, of which there may be a file already."""
        record = there[0].id if there else file.team.id
        path = f"{self.roster.name}/{record}.yaml"
        drafts = (each for each in self.roster.teams_and_drafts if each.draft)
        if record in (each.id for each in drafts):
            message = _("{file} is a draft of this team").format(file=path)
            raise file_refused(message, _("remove it, or its 'draft: true', first"))
        if not there and path in self.roster.files:
            message = _("{file} has the team of another municipality").format(file=path)
            raise file_refused(message, _("rename the file, or mend its municipality"))
        if len(there) > 1:
            paths = _(", ").join(team.places.path for team in there)
            message = _("the team of {name} has several files: {files}").format(
                name=file.municipality.full_name, files=paths
            )
            raise file_refused(message, _("remove all but one"))
        more = exceptions.get(record, ())
        if not there:
            return Edit(record, None, _excepted(file.team, more))
        found = kept(self._with_todays_members(file, there[0]), there[0], cites=self.cites)
        if found.lost:
            message = _(
                "{file}: who of the list is '{names}' is not certain; the file tells of them who"
                " attended, or personal attributes"
            ).format(file=path, names=_(", ").join(found.lost))
            help_line = _("put members and attended of this file in accord with the list first")
            raise file_refused(message, help_line)
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
        ).format(file=there.places.path)
        help_line = _("change it by hand as the list says, or take this team out of the list")
        raise file_refused(message, help_line)


def faulty(path: str) -> Refusal:
    """Return the refusal of a list that would change a file of which not all can be read."""
    message = _("{file} has faults: what it says could be lost").format(file=path)
    return Refusal(0, message, _("mend it first: banso validate {file}").format(file=path))


def change_of(edit: Edit, roster: Roster, folder: Path) -> Change:
    """Return the change of a file of the roster, or refuse it."""
    try:
        return edit.change(roster, folder)
    except Failure as why:
        message = _("{file} cannot be edited: {reason}").format(
            file=f"{roster.name}/{edit.record}.yaml", reason=why
        )
        help_line = _("change it by hand as the list says, or write it more simply")
        raise file_refused(message, help_line) from None


def _seats(team: Team) -> list[tuple[str, str]]:
    return [(each.agency, each.rank) for each in team.members]


def _excepted(team: Team, more: Iterable[RuleException]) -> Team:
    return team.model_copy(update={"exceptions": (*team.exceptions, *more)})
