"""`banso report`: the published summary of a period, in the form that its reader needs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from banso_cli.commands.options import (
    AllowInvalidOption,
    OutputOption,
    PeriodOption,
    RosterOption,
    chosen_period,
    folder_of_roster,
    sound_roster,
)
from banso_cli.commands.report.forms import FORMS, folder_of, one_file
from banso_cli.commands.report.options import (
    CheckOption,
    ContextOption,
    EncodingOption,
    FolderOption,
    FormatOption,
    HeaderOption,
    TableOption,
    TemplateOption,
    refuse_contradictions,
)
from banso_cli.commands.report.wanted import Wanted
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.terminal.output import put_bytes, say, write_file


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
    output = None if output == Path("-") else output
    wanted = Wanted(form, output, out_dir, table, encoding, header, template, check, context)
    wanted = replace(wanted, form=wanted.form or _form_of(wanted))
    refuse_contradictions(wanted)
    if context:
        from banso_cli.commands.report.context import context_text

        _deliver(context_text().encode("utf-8"), output)
        return
    _refuse_terminal(wanted)
    records, programme, errors = sound_roster(roster, allow_invalid=allow_invalid)
    folder = folder_of_roster(roster)
    found = chosen_period(records, period)

    from banso_cli.reports.summary import summary_of
    from banso_cli.statistics.counting import Counting

    summary = summary_of(Counting(records, programme, found), errors)
    if errors and template is not None:
        say(
            plural(
                "incomplete: the roster has {count} error; do not quote",
                "incomplete: the roster has {count} errors; do not quote",
                errors,
            )
        )
    if check is not None:
        from banso_cli.commands.report.check import check_report

        origin = ["--period", str(found.number)]
        origin += ["--roster", str(roster)] if roster else []
        origin += ["--allow-invalid"] if allow_invalid else []
        check_report(summary, wanted, check, origin)
    elif out_dir is not None:
        from banso_cli.commands.report.folder import write_report_folder

        write_report_folder(out_dir, folder_of(summary, wanted), folder)
    else:
        made = one_file(summary, wanted)
        _deliver(made.data, output, (folder, *made.read))


def _form_of(wanted: Wanted) -> str | None:
    """Return the form that the name of the output file tells; None where it tells none."""
    if wanted.output is None or wanted.template is not None:
        return None
    suffix = wanted.output.suffix.removeprefix(".")
    return suffix if suffix in FORMS else None


def _refuse_terminal(wanted: Wanted) -> None:
    """Fail where bytes that nobody can read would go to a terminal."""
    nowhere = wanted.output is None and wanted.check is None
    if not FORMS[wanted.form or "md"].is_text and nowhere and sys.stdout.isatty():
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--format {form} cannot be shown on a terminal").format(form=wanted.form),
            _("write it into a file: --output summary.{form}").format(form=wanted.form),
        )


def _deliver(data: bytes, output: Path | None, inputs: Iterable[Path] = ()) -> None:
    if output is None:
        put_bytes(data)
    else:
        write_file(output, data, inputs)
        say(_("wrote {file}").format(file=output))
