"""`banso fmt`: the files of the roster in canonical form."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.named_files import existing, files_in
from banso_cli.commands.options import RosterOption, folder_of_roster, folder_to_write, open_roster
from banso_cli.commands.output import put_lines, put_patch, say
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("PATHS"),
        help=_("Format only these files, and those in these folders."),
        show_default=False,
    ),
]
CheckOption = Annotated[
    bool,
    typer.Option("--check", help=_("Write nothing; list the files that would change, exit 1.")),
]
DiffOption = Annotated[
    bool,
    typer.Option("--diff", help=_("Write nothing; show what would change.")),
]


@dataclass(frozen=True, slots=True)
class _Formatted:
    """A file with its bytes before and after."""

    path: str
    before: bytes
    after: bytes


def fmt(
    paths: PathsArgument = None,
    *,
    check: CheckOption = False,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Put the files of the roster into canonical form, with nothing lost."""
    wanted = existing(paths or ())
    opened = folder_of_roster if check or diff else folder_to_write
    folder = opened(roster, wanted[0] if wanted else None)
    records = open_roster(folder)
    within = files_in(records, folder, wanted)
    names = [name for name in records.files if within.holds(name)]
    if not names:
        raise Failure(ExitCode.CANNOT_READ, _("there is no file of a roster among these"))
    from banso_cli.commands.untouched import tell_untouched

    changed, untouched = _formatted(names, folder)
    tell_untouched(untouched, records, folder)
    if check or diff:
        _tell_line_ends(changed)
    if diff:
        put_patch("".join(_difference(each, folder) for each in changed))
    elif check:
        put_lines(each.path for each in changed)
    else:
        _write(changed, folder)
    _conclude(len(names), changed, untouched, is_written=not (check or diff), check=check)


def _formatted(names: Iterable[str], folder: Path) -> tuple[list[_Formatted], dict[str, Failure]]:
    """Return the files that change, and those that are left as they are, with the cause."""
    from banso_cli.editing.formatting import bytes_of, declaration_of, formatted

    changed: list[_Formatted] = []
    untouched: dict[str, Failure] = {}
    for name in names:
        file = folder.parent / name
        record = file.relative_to(folder).with_suffix("").as_posix()
        try:
            before = bytes_of(file)
            after = formatted(before, declaration_of(record))
        except Failure as error:
            untouched[name] = error
        else:
            if before != after:
                changed.append(_Formatted(name, before, after))
    return changed, untouched


def _tell_line_ends(changed: Iterable[_Formatted]) -> None:
    """Say of which files a difference shows the same lines twice: they end in another way."""
    for each in changed:
        if each.before.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n") == each.after:
            words = (
                _("{file}: only the line ends differ: CRLF, where LF is due")
                if b"\r\n" in each.before
                else _("{file}: only the byte order mark at its start is too much")
            )
            say(words.format(file=each.path))


def _difference(changed: _Formatted, folder: Path) -> str:
    from banso_cli.editing.differences import difference
    from banso_cli.reading.class_names import classes_at

    before, after = changed.before.decode("utf-8"), changed.after.decode("utf-8")
    path, classes = Origin.of(folder).shown(changed.path), classes_at(folder.parent / changed.path)
    return difference(path, before, after, classes=classes)


def _write(changed: Sequence[_Formatted], folder: Path) -> None:
    from banso_cli.editing.journal import write_records

    files = {folder.parent / each.path: each.after for each in changed}
    read = {folder.parent / each.path: each.before for each in changed}
    write_records(folder, files, overwrite=True, read=read)
    put_lines(each.path for each in changed)


def _conclude(
    count: int,
    changed: Sequence[_Formatted],
    untouched: Collection[str],
    *,
    is_written: bool,
    check: bool,
) -> None:
    """Tell what was done, and fail where something is left to do."""
    if changed:
        say(_how_many(len(changed), is_written=is_written))
    if untouched:
        raise Failure(
            ExitCode.FINDINGS,
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
