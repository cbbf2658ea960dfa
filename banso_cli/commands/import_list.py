"""`banso import`: a published team list becomes team files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import folder_to_write, open_roster
from banso_cli.commands.output import put, say
from banso_cli.commands.writing import told
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.editing.importing import Import

ListArgument = Annotated[
    Path,
    typer.Argument(
        metavar=_("LIST"),
        help=_("The list: text, TSV, CSV or xlsx with 市町村名, 所属府省庁, 役職."),
        show_default=False,
    ),
]
NumberOption = Annotated[
    int,
    typer.Option(
        "--period",
        min=1,
        metavar=_("NUMBER"),
        help=_("The period that the list belongs to."),
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar=_("DIR"),
        help=_("The roster to write into; without it the nearest roster/ from here upwards."),
        show_default=False,
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar=_("TITLE"),
        help=_("The title of the list, recorded as the source; without it the file's name."),
        show_default=False,
    ),
]
OverwriteOption = Annotated[
    bool,
    typer.Option("--overwrite", help=_("Replace team files that are already there.")),
]


def import_list(
    published: ListArgument,
    *,
    period: NumberOption,
    out: OutOption = None,
    source: SourceOption = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Turn a published team list into team files: all of them, or none."""
    from banso_cli.editing.importing import import_list as read_teams
    from banso_cli.editing.refusal import ListRefused

    folder = folder_to_write(out)
    roster = open_roster(folder)
    if not published.is_file():
        raise Failure(ExitCode.CANNOT_READ, _("there is no file {file}").format(file=published))
    try:
        found = read_teams(published, period, roster, source or published.name)
    except ListRefused as refused:
        for refusal in refused.refusals:
            say(f"{published.name}: {refusal.message}")
            if refusal.help:
                say(f"  help: {refusal.help}")
        raise Failure(
            ExitCode.FINDINGS,
            _("the list is refused ({count} reasons); nothing was written").format(
                count=len(refused.refusals)
            ),
        ) from None
    _write(found, folder, overwrite=overwrite)
    put("\n".join(_lines(found, f"{folder.name}/teams/{period}/")) + "\n")


def _write(found: Import, folder: Path, *, overwrite: bool) -> None:
    from banso_cli.editing.atomic import AlreadyThere
    from banso_cli.editing.journal import write_records

    files = {folder / each.path: each.text.encode("utf-8") for each in found.files}
    with told(folder):
        try:
            write_records(folder, files, overwrite=overwrite)
        except AlreadyThere as there:
            names = _(", ").join(file.name for file in there.files[:3])
            raise Failure(
                ExitCode.FINDINGS,
                _("{count} files are already there ({names}, …); nothing was written").format(
                    count=len(there.files), names=names
                ),
                _("add --overwrite to replace them"),
            ) from None


def _lines(found: Import, target: str) -> Iterator[str]:
    members = sum(len(each.team.members) for each in found.files)
    yield _("wrote {teams} teams with {members} members into {target}").format(
        teams=len(found.files), members=members, target=target
    )
    yield _("assumed ({count}):").format(count=len(found.assumptions))
    for each in found.assumptions:
        yield f"  {each.number:02d} {each.municipality}: {each.text}"
    yield _("written otherwise than printed ({count}):").format(count=len(found.mended))
    for mend in found.mended:
        yield f"  {mend.number:02d} {mend.municipality}: {mend.printed} → {mend.written}"
