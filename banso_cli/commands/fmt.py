"""`banso fmt`: the files of the roster in canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import RosterOption, folder_of_roster, open_roster
from banso_cli.commands.output import put, say
from banso_cli.commands.writing import told
from banso_cli.locale import _

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
    wanted = [path.absolute() for path in paths or ()]
    for path in wanted:
        if not path.exists():
            raise Failure(ExitCode.CANNOT_READ, _("there is no {path}").format(path=path.name))
    folder = folder_of_roster(roster, wanted[0] if wanted else None)
    names = [name for name in open_roster(folder).files if _is_wanted(folder.parent / name, wanted)]
    if not names:
        raise Failure(ExitCode.CANNOT_READ, _("there is no file of a roster among these"))
    changed, untouched = _formatted(names, folder)
    if diff:
        put("".join(_difference(each, folder) for each in changed))
    elif check:
        put("".join(f"{each.path}\n" for each in changed))
    else:
        _write(changed, folder)
    _conclude(len(names), changed, untouched, is_written=not (check or diff), check=check)


def _is_wanted(file: Path, wanted: Sequence[Path]) -> bool:
    return not wanted or any(file.is_relative_to(path.resolve()) for path in wanted)


def _formatted(names: Iterable[str], folder: Path) -> tuple[list[_Formatted], list[str]]:
    """Return the files that change, and those that are left as they are; tell of the latter."""
    from banso_cli.editing.formatting import Untouched, bytes_of, declaration_of, formatted
    from banso_cli.editing.reasons import reason

    changed, untouched = [], []
    for name in names:
        file = folder.parent / name
        record = file.relative_to(folder).with_suffix("").as_posix()
        try:
            before = bytes_of(file)
            after = formatted(before, declaration_of(record))
        except (OSError, Untouched) as error:
            say(f"{name}: {reason(error) if isinstance(error, OSError) else error}")
            untouched.append(name)
        else:
            if before != after:
                changed.append(_Formatted(name, before, after))
    return changed, untouched


def _difference(changed: _Formatted, folder: Path) -> str:
    from banso_cli.editing.differences import difference
    from banso_cli.reading.class_names import classes_in

    before, after = changed.before.decode("utf-8"), changed.after.decode("utf-8")
    classes = classes_in(folder, changed.path)
    return difference(changed.path, before, after, classes=classes)


def _write(changed: Sequence[_Formatted], folder: Path) -> None:
    from banso_cli.editing.atomic import write_all

    with told(folder):
        write_all({folder.parent / each.path: each.after for each in changed}, overwrite=True)
    put("".join(f"{each.path}\n" for each in changed))


def _conclude(
    count: int,
    changed: Sequence[_Formatted],
    untouched: Sequence[str],
    *,
    is_written: bool,
    check: bool,
) -> None:
    """Tell what was done, and fail where something is left to do."""
    if is_written and changed:
        say(_("{count} files are now in canonical form").format(count=len(changed)))
    elif changed:
        say(_("{count} files are not in canonical form").format(count=len(changed)))
    if untouched:
        raise Failure(
            ExitCode.FINDINGS,
            _("{count} files are left as they are").format(count=len(untouched)),
            _("run 'banso validate' to see what to mend in them"),
        )
    if check and changed:
        say(_("run 'banso fmt' to write them so, or 'banso fmt --diff' to see the difference"))
        raise typer.Exit(ExitCode.FINDINGS)
    if not changed:
        say(_("all {count} files are in canonical form").format(count=count))
