"""What `banso fmt` does: it puts files into canonical form."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import typer

from banso_cli.diagnostics.text import as_text
from banso_cli.editing.changes import Change, write_changes
from banso_cli.editing.formatting import bytes_of, formatted
from banso_cli.files.failure import ExitCode, Failure, unfit, unreadable
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.kinds import kind_of
from banso_cli.records.roster import Roster
from banso_cli.tasks.opened.named_files import existing, files_in
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_changes, put_lines, say, say_lines
from banso_cli.terminal.shown_paths import finding_shown


def format_files(paths: Iterable[Path], roster: Path | None, *, check: bool, diff: bool) -> None:
    """Put the files of the roster into canonical form, or tell which are not in it."""
    wanted = existing(paths)
    folder, records = open_to_write(roster, wanted[0] if wanted else None, only_shown=check or diff)
    within = files_in(records, folder, wanted)
    names = [name for name in records.files if within.holds(name)]
    if not names:
        raise unreadable(_("there is no file of a roster among these"))
    changed, untouched = _formatted(names, folder)
    origin = Origin.of(folder)
    _tell_untouched(untouched, records, origin)
    if check or diff:
        _tell_line_ends(changed, origin)
    if diff:
        put_changes(changed, folder)
    else:
        if not check:
            write_changes(changed, folder)
        put_lines(origin.shown(each.path) for each in changed)
    _conclude(len(names), changed, untouched, is_written=not (check or diff), check=check)


def _formatted(names: Iterable[str], folder: Path) -> tuple[list[Change], dict[str, Failure]]:
    """Return the files that change, and those that are left as they are, with the cause."""
    changed: list[Change] = []
    untouched: dict[str, Failure] = {}
    for name in names:
        file = folder.parent / name
        record = file.relative_to(folder).with_suffix("").as_posix()
        try:
            before = bytes_of(file)
            after = formatted(before, kind_of(record).declaration)
        except Failure as error:
            untouched[name] = error
        else:
            if before != after:
                changed.append(Change(name, before, after, name))
    return changed, untouched


def _tell_untouched(untouched: Mapping[str, Failure], roster: Roster, origin: Origin) -> None:
    """Say why each file is left; where the check has nothing to add, what to write instead."""
    from banso_cli.rules import check  # noqa: PLC0415 - most rosters are formatted without it

    findings = check(roster) if untouched else ()
    for path, error in untouched.items():
        say(f"{origin.shown(path)}: {error}", error.help_line)
        own = (finding_shown(each, origin) for each in findings if each.place.path == path)
        say_lines(as_text(own, origin.top))


def _tell_line_ends(changed: Iterable[Change], origin: Origin) -> None:
    """Say of which files a difference shows the same lines twice: they end in another way."""
    for each in changed:
        if each.before.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n") == each.after:
            words = (
                _("{file}: only the line ends differ: CRLF, where LF is due")
                if b"\r\n" in each.before
                else _("{file}: only the byte order mark at its start is too much")
            )
            say(words.format(file=origin.shown(each.path)))


def _conclude(
    count: int,
    changed: Sequence[Change],
    untouched: Collection[str],
    *,
    is_written: bool,
    check: bool,
) -> None:
    """Tell what was done, and fail where something is left to do."""
    if changed:
        say(_how_many(len(changed), is_written=is_written))
    if untouched:
        raise unfit(
            plural(
                "{count} file is left as it is",
                "{count} files are left as they are",
                len(untouched),
            ),
            _("mend them as it is told above, then do this again"),
        )
    if check and changed:
        say(_("run 'banso fmt' to write them so, or 'banso fmt --diff' to see the difference"))
        raise typer.Exit(ExitCode.FINDINGS)
    if not changed:
        say(
            plural(
                "the file is in canonical form", "all {count} files are in canonical form", count
            )
        )


def _how_many(count: int, *, is_written: bool) -> str:
    if is_written:
        return plural(
            "{count} file is now in canonical form",
            "{count} files are now in canonical form",
            count,
        )
    return plural(
        "{count} file is not in canonical form", "{count} files are not in canonical form", count
    )
