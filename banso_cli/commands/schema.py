"""`banso schema`: the JSON Schemas of the roster's files, for editors and other programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.options import (
    RosterOption,
    argument,
    choice,
    folder_of_roster,
    open_roster,
    option,
)
from banso_cli.locale import _, plural
from banso_cli.reading.locate import rosters_from
from banso_cli.records.kinds import KINDS
from banso_cli.terminal.output import put, put_bytes, say, write_folder

if TYPE_CHECKING:
    from banso_cli.records.roster import Roster

REPORT = "report"
FINDINGS = "findings"
OUTPUTS: Mapping[str, str] = MappingProxyType(
    {
        REPORT: "概要の JSON: banso report --format json",
        FINDINGS: "検査の結果の JSON: banso validate --format json",
    }
)
"""What is no file of the roster, but is written by banso as JSON."""

KIND = argument(
    _("KIND"),
    _("The kind of file: {names}. Without it the kinds are listed.").format(
        names=", ".join((*KINDS, *OUTPUTS))
    ),
    parser=choice(*KINDS, *OUTPUTS),
)
WRITE = option(
    "--write",
    _("DIR"),
    _("Write the schemas of all kinds into this folder, or that of KIND alone."),
)
SHAPE = typer.Option(
    "--shape", help=_("Without the names of the roster's lists: an edit of a list changes nothing.")
)


def schema(
    kind: Annotated[str | None, KIND] = None,
    *,
    shape: Annotated[bool, SHAPE] = False,
    write: Annotated[Path | None, WRITE] = None,
    roster: RosterOption = None,
) -> None:
    """Print the schema of a kind of file, or write those of all kinds."""
    if write is None and kind is None:
        lines = [f"{each.name:<14}{each.title}: {each.files}\n" for each in KINDS.values()]
        put("".join((*lines, *(f"{name:<14}{text}\n" for name, text in OUTPUTS.items()))))
        return
    wanted = _output(kind) if kind in OUTPUTS else _schemas(kind, roster, shape=shape)
    if write is None:
        put_bytes(b"".join(wanted.values()))
        return
    write_folder(write, wanted, _read(roster), schemas=True)
    say(
        plural(
            "wrote {count} schema into {folder}",
            "wrote {count} schemas into {folder}",
            len(wanted),
            folder=write,
        )
    )


def _output(name: str | None) -> dict[str, bytes]:
    """Return the schema of what banso writes, by the name of its file."""
    if name == REPORT:
        from banso_cli.reports.json_report import report_schema

        return {f"{name}.schema.json": report_schema().encode("utf-8")}
    from banso_cli.diagnostics.json import published_schema

    return {f"{name}.schema.json": published_schema().encode("utf-8")}


def _schemas(kind: str | None, option: Path | None, *, shape: bool) -> dict[str, bytes]:
    """Return the schema of a kind or of all, by the names of their files.

    They hold the names of rules and the lists of the roster, if more than the shape is wanted.
    """
    from banso_cli.reading.schemas import as_bytes, schema_of
    from banso_cli.rules import RULES

    kinds = (KINDS[kind],) if kind else KINDS.values()
    if shape:
        return {each.schema_file: as_bytes(schema_of(each, None)) for each in kinds}
    roster = _roster(option)
    silenceable = [rule.id for rule in RULES if rule.exceptable]
    return {each.schema_file: as_bytes(schema_of(each, roster, silenceable)) for each in kinds}


def _read(option: Path | None) -> tuple[Path, ...]:
    """Return the folder of the roster named or the nearest, if there is any."""
    return (option,) if option else rosters_from(Path.cwd())


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
