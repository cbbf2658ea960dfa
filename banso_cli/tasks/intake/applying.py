"""What `banso apply` does: it takes an edited workbook into the roster, or tells why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.files.failure import Failure, misused, unfit
from banso_cli.files.file_kinds import foreign
from banso_cli.intake.editable.columns import written
from banso_cli.intake.editable.coming_back.comparing import Edited
from banso_cli.intake.editable.coming_back.findings import marked
from banso_cli.intake.editable.coming_back.reading import ReadWorkbook, read_editable
from banso_cli.intake.editable.coming_back.result import TakenBack, taken_back
from banso_cli.intake.lists.how import places
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.fields.record import Source
from banso_cli.tasks.new.adding import needed_file, say_elsewhere
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_changes, put_lines, say, say_lines, write_file


def apply_workbook(
    file: Path,
    roster: Path | None,
    cited: tuple[str | None, str | None],
    marked_file: Path | None,
    *,
    diff: bool,
) -> None:
    """Write what was edited in a workbook into the roster: all of it, or nothing.

    `cited` are title and address of the source of what was edited.
    """
    source = _source(*cited)
    data = _bytes(file)
    workbook = _read(data, file.name)
    folder, records = open_to_write(roster, only_shown=diff)
    found = taken_back(workbook, records, folder, source)
    say_lines(_beside(workbook, found))
    if diff:
        put_changes(found.changes, folder)
    if found.findings:
        _refuse(found, data, marked_file, (file, folder))
    if diff:
        return
    write_changes(found.changes, folder)
    origin = Origin.of(folder)
    put_lines(_("wrote {file}").format(file=origin.shown(each.path)) for each in found.changes)
    say_elsewhere(found.elsewhere)


def _source(title: str | None, url: str | None) -> Source | None:
    if url is not None and title is None:
        raise misused(
            _("--url is the address of a source, which has no title"), _("add --source TITLE")
        )
    return Source(title=title, url=url) if title is not None else None


def _bytes(file: Path) -> bytes:
    needed_file(file)
    data = file.read_bytes()
    if (other := foreign(data)) is not None:
        what, help_line = other
        message = _("{file}: this is {what}").format(file=file.name, what=what)
        raise unfit(message, help_line)
    return data


def _read(data: bytes, name: str) -> ReadWorkbook:
    try:
        return read_editable(data, name)
    except Failure as refused:
        for each in refused.refusals:  # it is no list: what is wrong is told by itself
            raise Failure(refused.code, each.message, each.help) from None
        raise


def _beside(workbook: ReadWorkbook, found: TakenBack) -> Iterator[str]:
    """Yield what else is to be known: what goes, what stays though it is gone, and all the rest."""
    edited = found.edited
    for each in (cell for cell in edited.cells if not cell.after):
        yield _("{cell}: '{value}' ({head}) is taken out of the roster").format(
            cell=each.place,
            value=written(each.column.cell(each.before)),
            head=each.column.head,
        )
    yield from found.told
    for name, count in edited.missing.items():
        yield plural(
            "{sheet}: {count} row is not there any more; it stays in the roster",
            "{sheet}: {count} rows are not there any more; they stay in the roster",
            count,
            sheet=name,
        )
    for name in workbook.lacking:
        yield _("the sheet {sheet} is not there any more; the roster keeps what it told").format(
            sheet=name
        )
    yield from _not_read(workbook, edited)
    if not found.changes and not found.findings:
        yield _("nothing was edited: the files stay as they are")


def _not_read(workbook: ReadWorkbook, edited: Edited) -> Iterator[str]:
    """Yield what of the workbook is not read: cells, sheets and columns."""
    for text, cells in (
        (_("{cell}: edited, but worked out by banso; it is not read"), edited.ignored),
        (_("{cell}: a title, which is not read"), edited.titles),
    ):
        if cells:
            yield text.format(cell=places(cells))
    if workbook.others:
        names = _(", ").join(workbook.others)
        yield _("sheets that are not read: {names}").format(names=names)
    for read in workbook.sheets:
        if read.others:
            yield _("{sheet}: columns that are not read: {heads}").format(
                sheet=read.sheet.name, heads=_(", ").join(read.others)
            )
        if read.lacking:
            text = _("{sheet}: columns that are not there, so that they stay as they are: {heads}")
            yield text.format(sheet=read.sheet.name, heads=_(", ").join(read.lacking))


def _refuse(
    found: TakenBack, data: bytes, marked_file: Path | None, inputs: tuple[Path, Path]
) -> None:
    """Tell all findings, also in a copy of the workbook, and fail."""
    for each in found.findings:
        say(f"{each.place}: {each.message}", each.help)
    help_line = _("with --marked FILE.xlsx they stand in a copy of the workbook as well")
    if marked_file is not None:
        write_file(marked_file, marked(data, found.findings), inputs)
        help_line = _("they stand in {file} as well").format(file=marked_file)
    raise unfit(
        plural(
            "{count} finding in the workbook; nothing was written",
            "{count} findings in the workbook; nothing was written",
            len(found.findings),
        ),
        help_line,
    )
