"""What `banso schema` does: it prints or writes the schemas of files."""

from __future__ import annotations

from pathlib import Path

from banso_cli.diagnostics.json import published_schema
from banso_cli.locale import _, plural
from banso_cli.reading.locate import rosters_from
from banso_cli.reading.schemas import as_bytes, schema_of
from banso_cli.records.kinds import KINDS
from banso_cli.records.roster import Roster
from banso_cli.reports.data.json_report import report_schema
from banso_cli.rules import RULES
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.outputs import OUTPUTS, REPORT
from banso_cli.terminal.output import put, put_bytes, say, write_folder


def show_schemas(kind: str | None, roster: Path | None, write: Path | None, *, shape: bool) -> None:
    """Print the schema of a kind of file, or write those of all kinds."""
    if write is None and kind is None:
        lines = [f"{each.name:<26}{each.title}: {each.files}\n" for each in KINDS.values()]
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
    document = report_schema() if name == REPORT else published_schema()
    return {f"{name}.schema.json": document.encode("utf-8")}


def _schemas(kind: str | None, option: Path | None, *, shape: bool) -> dict[str, bytes]:
    """Return the schema of a kind or of all, by the names of their files.

    They hold the names of rules and the lists of the roster, if more than the shape is wanted.
    """
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
