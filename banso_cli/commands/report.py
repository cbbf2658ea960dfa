"""`banso report`: the published summary of a period, in the form that its reader needs."""

from __future__ import annotations

import sys
from pathlib import Path

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import (
    AllowInvalidOption,
    OutputOption,
    PeriodOption,
    RosterOption,
    chosen_period,
    sound_roster,
)
from banso_cli.commands.output import put_bytes, say, write_file, write_folder
from banso_cli.commands.report_options import (
    BINARY_FORMS,
    CheckOption,
    ContextOption,
    EncodingOption,
    FolderOption,
    FormatOption,
    HeaderOption,
    TableOption,
    TemplateOption,
    Wanted,
    refuse_contradictions,
)
from banso_cli.locale import _


def report(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: PeriodOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    out_dir: FolderOption = None,
    table: TableOption = None,
    encoding: EncodingOption = None,
    header: HeaderOption = None,
    template: TemplateOption = None,
    context: ContextOption = False,
    check: CheckOption = None,
    roster: RosterOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Render the published summary of a period from the roster."""
    if context:
        from banso_cli.commands.context import show_context

        show_context()
        return
    wanted = Wanted(form, output, out_dir, table, encoding, header, template, check)
    refuse_contradictions(wanted)
    _refuse_terminal(wanted)
    records, programme, errors = sound_roster(roster, allow_invalid=allow_invalid)
    found = chosen_period(records, period)

    from banso_cli.commands.report_forms import files_of_folder, one_file
    from banso_cli.reports.summary import summary_of
    from banso_cli.statistics.counting import Counting

    summary = summary_of(Counting(records, programme, found), errors)
    if check is not None:
        from banso_cli.commands.report_check import check_report

        check_report(summary, wanted, check, period)
    elif out_dir is not None:
        files = files_of_folder(summary, wanted)
        write_folder(out_dir, {file.path: file.data for file in files})
        say(_("wrote {count} files into {folder}").format(count=len(files), folder=out_dir))
    else:
        _deliver(one_file(summary, wanted).data, output)


def _refuse_terminal(wanted: Wanted) -> None:
    """Fail where bytes that nobody can read would go to a terminal."""
    nowhere = wanted.output is None and wanted.check is None
    if wanted.form in BINARY_FORMS and nowhere and sys.stdout.isatty():
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--format {form} cannot be shown on a terminal").format(form=wanted.form),
            _("write it into a file: --output summary.{form}").format(form=wanted.form),
        )


def _deliver(data: bytes, output: Path | None) -> None:
    if output is None:
        put_bytes(data)
    else:
        write_file(output, data)
        say(_("wrote {file}").format(file=output))
