"""What `banso history` does: it shows the life of one record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.changes.difference.comparing import label_of
from banso_cli.changes.forms import words
from banso_cli.changes.forms.text import record_lines
from banso_cli.changes.git import abbreviated
from banso_cli.changes.life import Event, Life, life_of
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.kinds import KINDS
from banso_cli.records.record import Record
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.showing import card_called
from banso_cli.terminal.output import put_lines

_CODE = re.compile("([0-9]{6})(-.*)?", re.ASCII)


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
    around = [each for each in records.records if _is_around(each, wanted)]
    life = life_of(folder, wanted.is_own, around)
    if not (life.events or life.skipped or life.is_cut):
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("no commit has a file of '{name}'").format(name=name),
            _("what is not committed yet is shown by 'banso diff'"),
        )
    put_lines(_lines(wanted.title, life))


def _is_around(record: Record, wanted: _Wanted) -> bool:
    """Tell whether a record of today says what names in the wanted files mean."""
    is_list = any(kind.is_single for kind in KINDS.values() if kind.declaration is type(record))
    return is_list or wanted.is_own(f"{record.id}.yaml")


def _wanted(name: str, roster: Roster, origin: Origin) -> _Wanted:
    """Return the record that is called so, be it gone by now."""
    lists = {
        word: each for each in KINDS.values() if each.is_single for word in (each.name, each.title)
    }
    if name in lists:
        return _file(lists[name].title, f"{lists[name].name}.yaml")
    code = _CODE.fullmatch(name.rpartition("/")[2].removesuffix(".yaml"))
    if code:
        return _municipality(code[1], roster)
    card = card_called(name, roster, None, origin)
    code = _CODE.fullmatch(card.id)
    if code:
        return _municipality(code[1], roster)
    if f"{card.id}.yaml" not in {each.partition("/")[2] for each in roster.files}:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' has no file of its own").format(name=name),
            _("name the list that has it: {names}").format(names=_(", ").join([*lists][::2])),
        )
    return _file(card.title, f"{card.id}.yaml")


def _file(title: str, path: str) -> _Wanted:
    return _Wanted(title, path.__eq__)


def _municipality(code: str, roster: Roster) -> _Wanted:
    """Return a municipality with its teams: their files are named by its code, whatever follows."""
    own = re.compile(rf"(municipalities|teams/[0-9]+)/{code}-[^/]*\.yaml", re.ASCII)
    known = roster.municipality_by_code.get(code)
    official = official_municipalities().get(code)
    title = label_of(known, roster) if known else code
    if official and not known:
        title = f"{official.name}（{official.prefecture}）"
    return _Wanted(title, lambda path: own.fullmatch(path) is not None)


def _lines(title: str, life: Life) -> Iterator[str]:
    yield f"{title}の履歴（新しい順）"
    for event in life.events:
        yield ""
        yield from _event(event)
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


def _event(event: Event) -> Iterator[str]:
    commit, difference = event.commit, event.difference
    yield f"{commit.day.isoformat()} {abbreviated(commit.name)} {commit.subject}"
    yield from (f"  {words.renaming(each)}" for each in difference.renamed)
    yield from (line for line in record_lines(difference, "  ") if line)
    yield from (f"  {each}" for each in words.remarks(difference))
