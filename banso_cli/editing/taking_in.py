"""The teams of a list beside those that the roster has: which files are new, change, or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.differences import difference
from banso_cli.editing.formatting import bytes_of
from banso_cli.editing.importing import TeamFile
from banso_cli.editing.keeping import kept
from banso_cli.editing.refusal import list_refused
from banso_cli.editing.revising import revised
from banso_cli.files.failure import ExitCode, Failure, Refusal
from banso_cli.files.reasons import reason
from banso_cli.locale import _
from banso_cli.model.fault import FaultKind
from banso_cli.model.record import RuleException
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.reading.class_names import classes_of
from banso_cli.reading.locate import Origin

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """A file of a team before and after, empty where there is none; `record` is its id."""

    record: str
    team: Team
    before: str
    after: str

    def difference(self, roster: Roster, origin: Origin) -> str:
        """Return what changes, as `git apply` takes it."""
        path = origin.file(self.record)
        return difference(path, self.before, self.after, classes=classes_of(roster))


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in a list changes; nothing is written yet.

    `lacking` are teams of the period that the list has not.
    """

    changes: tuple[Change, ...]
    lacking: tuple[Team, ...]


@dataclass(frozen=True, slots=True)
class TakingIn:
    """The teams of a list, and the roster that takes them in.

    `cites` adds the list to the sources of all its teams, `prunes` removes the files of others.
    """

    listed: tuple[TeamFile, ...]
    period: int
    roster: Roster
    folder: Path
    cites: bool = False
    prunes: bool = False

    def taken(self, exceptions: Mapping[str, tuple[RuleException, ...]]) -> Taken:
        """Return what changes, with further exceptions by the id of the team's record.

        A list is refused where a file has faults, or would lose something.
        """
        if faulty := tuple(self._faulty()):
            raise list_refused(faulty)
        earlier: dict[str, list[Team]] = {}
        for team in self.roster.teams_by_period.get(self.period, ()):
            earlier.setdefault(team.municipality, []).append(team)
        changes: list[Change] = []
        refusals: list[Refusal] = []
        for file in self.listed:
            there = earlier.pop(file.team.municipality, [])
            try:
                changes.append(self._change(file, there, exceptions))
            except Failure as refused:
                refusals.append(Refusal(file.line, refused.message, refused.help_line))
        lacking = tuple(team for teams in earlier.values() for team in teams)
        for team in lacking if self.prunes else ():
            try:
                changes.append(Change(team.id, team, self._text(team.id), ""))
            except Failure as refused:
                refusals.append(Refusal(0, refused.message, refused.help_line))
        if refusals:
            raise list_refused(refusals)
        return Taken(tuple(each for each in changes if each.before != each.after), lacking)

    def _faulty(self) -> Iterator[Refusal]:
        """Yield the files of the period's teams of which not all can be read."""
        folder = f"teams/{self.period}/"
        faults = (each for each in self.roster.faults if each.kind is not FaultKind.STRAY_FILE)
        paths = (each.place.path for each in faults if each.record.startswith(folder))
        for path in dict.fromkeys(paths):
            message = _("{file} has faults: what it says could be lost").format(file=path)
            help_line = _("mend it first: banso validate {file}").format(file=path)
            yield Refusal(0, message, help_line)

    def _change(
        self,
        file: TeamFile,
        there: Sequence[Team],
        exceptions: Mapping[str, tuple[RuleException, ...]],
    ) -> Change:
        """Return what becomes of the file of a team, which may be there already."""
        record = there[0].id if there else str(file.path.with_suffix(""))
        path = f"{self.roster.name}/{record}.yaml"
        if not there and path in self.roster.files:
            message = _("{file} has the team of another municipality").format(file=path)
            raise _refused(message, _("rename the file, or mend its municipality"))
        if len(there) > 1:
            paths = _(", ").join(team.places.path for team in there)
            message = _("the team of {name} has several files: {files}").format(
                name=file.municipality.full_name, files=paths
            )
            raise _refused(message, _("remove all but one"))
        more = exceptions.get(record, ())
        if not there:
            team = _excepted(file.team, more)
            after = TeamFile(file.path, team, file.municipality, file.line).text
            return Change(record, team, "", after)
        before = self._text(record)
        team, after = self._revised(file, there[0], before, more)
        return Change(record, team, before, after)

    def _revised(
        self, file: TeamFile, earlier: Team, before: str, more: tuple[RuleException, ...]
    ) -> tuple[Team, str]:
        found = kept(file.team, earlier, cites=self.cites)
        path = earlier.places.path
        if found.lost:
            message = _(
                "{file}: who of the list is '{names}' is not certain; the file tells of them who"
                " attended, or personal attributes"
            ).format(file=path, names=_(", ").join(found.lost))
            help_line = _("put members and attended of this file in accord with the list first")
            raise _refused(message, help_line)
        team = _excepted(found.team, more)
        if team == earlier:
            return team, before
        mark = _MARK if before.startswith(_MARK) else ""
        moved = {"members": found.origins}
        try:
            return team, mark + revised(before.removeprefix(mark), earlier, team, moved)
        except Failure as untouched:
            raise _cannot_be_edited(path, untouched.message) from None

    def _text(self, record: str) -> str:
        """Return the text of a file that is there."""
        try:
            return bytes_of(self.folder / f"{record}.yaml").decode("utf-8")
        except (Failure, UnicodeDecodeError) as error:
            why = error.message if isinstance(error, Failure) else reason(error)
            raise _cannot_be_edited(f"{self.roster.name}/{record}.yaml", why) from None


def _refused(message: str, help_line: str) -> Failure:
    """Return the failure that a file cannot be brought up to the list."""
    return Failure(ExitCode.FINDINGS, message, help_line)


def _cannot_be_edited(path: str, why: str) -> Failure:
    message = _("{file} cannot be edited: {reason}").format(file=path, reason=why)
    return _refused(message, _("change it by hand as the list says, or write it more simply"))


def _excepted(team: Team, more: Iterable[RuleException]) -> Team:
    return team.model_copy(update={"exceptions": (*team.exceptions, *more)})
