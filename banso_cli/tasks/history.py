"""What `banso history` does: it shows the life of one record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from banso_cli.changes.commits import Commit
from banso_cli.changes.difference.comparing import label_of
from banso_cli.changes.difference.difference import Difference
from banso_cli.changes.forms import words
from banso_cli.changes.forms.text import record_lines
from banso_cli.changes.git import abbreviated
from banso_cli.changes.life import Life, life_of
from banso_cli.files.failure import misused
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.application import OfficerApplication
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.show.showing import card_called
from banso_cli.terminal.tables import show_lines

_CODE = re.compile("([0-9]{6})(-.*)?", re.ASCII)
_APPLICATIONS = "applications/"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A record: what it is called, and which files are or were its."""

    title: str
    is_own: Callable[[str], bool]


def show_history(name: str, roster: Path | None) -> None:
    """Show what each commit changed of the record that is called so, the newest first."""
    folder = folder_of_roster(roster)
    records = open_roster(folder)
    wanted = _wanted(name, records, Origin.of(folder))
    lists = {kind.declaration for kind in KINDS.values() if kind.is_single}
    around = [  # they say what names in the wanted files mean
        each for each in records.records if type(each) in lists or wanted.is_own(f"{each.id}.yaml")
    ]
    life = life_of(folder, wanted.is_own, around)
    if not (life.events or life.skipped or life.is_cut):
        raise misused(
            _("no commit has a file of '{name}'").format(name=name),
            _("what is not committed yet is shown by 'banso diff'"),
        )
    show_lines(_lines(wanted.title, life))


def _wanted(name: str, roster: Roster, origin: Origin) -> _Wanted:
    """Return the record that is called so, be it gone by now."""
    lists = {
        word: each for each in KINDS.values() if each.is_single for word in (each.name, each.title)
    }
    if name in lists:
        return _Wanted(lists[name].title, f"{lists[name].name}.yaml".__eq__)
    path = _path(name)
    applied = _application(name, path, roster)
    if applied:
        return applied
    code = _CODE.fullmatch(path.rpartition("/")[2].removesuffix(".yaml") or name)
    if code:
        return _municipality(code[1], roster)
    if path:
        return _Wanted(_title(path, roster), path.__eq__)
    card = card_called(name, roster, None, origin)
    code = _CODE.fullmatch(card.id)
    if code:
        return _municipality(code[1], roster)
    if f"{card.id}.yaml" not in {each.partition("/")[2] for each in roster.files}:
        raise misused(
            _("'{name}' has no file of its own").format(name=name),
            _("name the list that has it: {names}").format(names=_(", ").join([*lists][::2])),
        )
    return _Wanted(card.title, f"{card.id}.yaml".__eq__)


def _path(name: str) -> str:
    """Return the path within a roster that a name is, whatever stands before it; else nothing."""
    path = PurePosixPath(name if name.endswith(".yaml") else f"{name}.yaml")
    patterns = (PurePosixPath(each.pattern) for each in KINDS.values())
    found = [len(each.parts) for each in patterns if path.match(str(each))]
    return "/".join(path.parts[-max(found) :]) if found else ""


def _application(name: str, path: str, roster: Roster) -> _Wanted | None:
    """Return what was applied for or decided, in a roster that is not public; None for others."""
    if path.startswith(_APPLICATIONS):
        if not roster.is_private:
            message = _("a public roster tells nothing of applications")
            raise misused(message)
        return _Wanted(_title(path, roster), path.__eq__)
    numbers = {each.stem for each in roster.of(OfficerApplication)} if roster.is_private else ()
    if name not in numbers:
        return None
    own = rf"{_APPLICATIONS}[0-9]+/officers/{re.escape(name)}\.yaml"
    return _files(_("application {number}").format(number=name), own)


def _title(path: str, roster: Roster) -> str:
    """Return what a record is called, by its path; it may be gone."""
    wanted = path.removesuffix(".yaml")
    found = (label_of(each, roster) for each in roster.records if each.id == wanted)
    return next(found, f"{kind_of(wanted).title} {wanted}")


def _files(title: str, pattern: str) -> _Wanted:
    own = re.compile(pattern, re.ASCII)
    return _Wanted(title, lambda path: own.fullmatch(path) is not None)


def _municipality(code: str, roster: Roster) -> _Wanted:
    """Return a municipality with its teams: their files are named by its code, whatever follows.

    What it applied for belongs to its life in a roster that is not public.
    """
    folders = ["municipalities", "teams/[0-9]+"]
    if roster.is_private:
        folders.append(f"{_APPLICATIONS}[0-9]+/municipalities")
    own = rf"({'|'.join(folders)})/{code}-[^/]*\.yaml"
    known = roster.municipality_by_code.get(code)
    official = official_municipalities().get(code)
    title = label_of(known, roster) if known else code
    if official and not known:
        title = f"{official.name}（{official.prefecture}）"
    return _files(title, own)


def _lines(title: str, life: Life) -> Iterator[str]:
    yield f"{title}の履歴（新しい順）"
    for event in life.events:
        yield ""
        yield from _event(*event)
    if life.skipped or life.is_cut:
        yield ""
    if life.skipped:
        yield plural(
            "{count} commit that changed no value is left out",
            "{count} commits that changed no value are left out",
            life.skipped,
        )
    if life.is_cut:
        yield _("what was before is not here: run 'git fetch --unshallow'")


def _event(commit: Commit, difference: Difference) -> Iterator[str]:
    yield f"{commit.day.isoformat()} {abbreviated(commit.name)} {commit.subject}"
    yield from (f"  {words.renaming(each)}" for each in difference.renamed)
    yield from (line for line in record_lines(difference, "  ") if line)
    yield from (f"  {each}" for each in words.remarks(difference))
