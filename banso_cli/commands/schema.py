"""`banso schema`: the JSON Schemas of the roster's files, for editors and other programs."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.options import RosterOption, choice, folder_of_roster, open_roster
from banso_cli.commands.output import put, put_bytes, say, write_folder
from banso_cli.locale import _, plural
from banso_cli.reading.kinds import KINDS, Kind
from banso_cli.reading.locate import nearest_roster

if TYPE_CHECKING:
    from banso_cli.model.roster import Roster

REPORT = "report"
"""The kind that is no file of the roster: the JSON of `banso report`."""

KindArgument = Annotated[
    str | None,
    typer.Argument(
        parser=choice(*KINDS, REPORT),
        metavar=_("KIND"),
        help=_("The kind of file: {names}. Without it the kinds are listed.").format(
            names=", ".join((*KINDS, REPORT))
        ),
        show_default=False,
    ),
]
WriteOption = Annotated[
    Path | None,
    typer.Option(
        "--write",
        metavar=_("DIR"),
        help=_("Write the schemas of all kinds into this folder, or that of KIND alone."),
        show_default=False,
    ),
]


def schema(
    kind: KindArgument = None,
    *,
    write: WriteOption = None,
    roster: RosterOption = None,
) -> None:
    """Print the schema of a kind of file, or write those of all kinds."""
    if write is not None:
        written = _wanted(kind, roster)
        write_folder(write, written, _read(roster), schemas=True)
        say(
            plural(
                "wrote {count} schema into {folder}",
                "wrote {count} schemas into {folder}",
                len(written),
                folder=write,
            )
        )
    elif kind is not None:
        put_bytes(b"".join(_wanted(kind, roster).values()))
    else:
        lines = [(each.name, each.title, each.files) for each in KINDS.values()]
        lines.append((REPORT, "概要の JSON", "banso report --format json"))
        put("".join(f"{name:<14}{title}: {files}\n" for name, title, files in lines))


def _wanted(kind: str | None, roster: Path | None) -> dict[str, bytes]:
    """Return the schema of a kind, or those of all files of the roster, by their files' names."""
    if kind == REPORT:
        from banso_cli.reports.json_report import report_schema

        return {f"{REPORT}.schema.json": report_schema().encode("utf-8")}
    return _schemas([KINDS[kind]] if kind else list(KINDS.values()), roster)


def _schemas(kinds: Collection[Kind], option: Path | None) -> dict[str, bytes]:
    """Return the schemas by the names of their files, with the lists of the roster if any."""
    from banso_cli.reading.schemas import as_bytes, schema_of
    from banso_cli.rules import RULES

    roster = _roster(option)
    silenceable = [rule.id for rule in RULES if rule.exceptable]
    return {kind.schema_file: as_bytes(schema_of(kind, roster, silenceable)) for kind in kinds}


def _read(option: Path | None) -> tuple[Path, ...]:
    """Return the folder of the roster named or the nearest, if there is any."""
    found = option or nearest_roster(Path.cwd())
    return (found,) if found else ()


def _roster(option: Path | None) -> Roster | None:
    """Return the roster named or the nearest; None where none was named and there is none."""
    if not _read(option):
        say(_("there is no roster here or above: names from its lists are left free"))
        return None
    roster = open_roster(folder_of_roster(option))
    if roster.unread:
        say(
            plural(
                "{count} file cannot be read: its names are not in the schemas",
                "{count} files cannot be read: their names are not in the schemas",
                len(roster.unread),
            )
        )
    return roster
