"""What `banso report` does: it renders the summary of a period, or compares a stored one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from banso_cli.files.failure import misused
from banso_cli.locale import _, plural
from banso_cli.reports.summary import summary_of
from banso_cli.statistics.counting import Counting
from banso_cli.tasks.opened.opening import folder_of_roster
from banso_cli.tasks.opened.sound import chosen_period, sound_roster
from banso_cli.tasks.report.check import check_report
from banso_cli.tasks.report.folder import write_report_folder
from banso_cli.tasks.report.forms import FORMS, MARKDOWN, folder_of, one_file
from banso_cli.tasks.report.wanted import Wanted, refuse_contradictions
from banso_cli.terminal.output import put_bytes, say, write_file
from banso_cli.terminal.targets import refuse_inputs


def make_report(
    wanted: Wanted,
    period: int | None,
    roster: Path | None,
    revision: str | None = None,
    *,
    allow_invalid: bool,
) -> None:
    """Render the published summary of a period from the roster, as it is wanted."""
    wanted = replace(wanted, form=wanted.form or wanted.told)
    refuse_contradictions(wanted)
    if wanted.context:
        from banso_cli.tasks.report.context import context_text  # noqa: PLC0415 - it takes Jinja2

        _deliver(context_text().encode("utf-8"), wanted.output)
        return
    _refuse_terminal(wanted)
    folder = folder_of_roster(roster)
    _refuse_ending(wanted, folder)
    records, programme, errors = sound_roster(roster, revision, allow_invalid=allow_invalid)
    found = chosen_period(records, period)

    summary = summary_of(Counting(records, programme, found), errors, by_region=wanted.by_region)
    if errors and wanted.template is not None:
        say(
            plural(
                "incomplete: the roster has {count} error; do not quote",
                "incomplete: the roster has {count} errors; do not quote",
                errors,
            )
        )
    if wanted.check is not None:
        named = {"--period": found.number, "--roster": roster, "--rev": revision}
        origin = [word for name in named if named[name] for word in (name, str(named[name]))]
        check_report(summary, wanted, wanted.check, origin + ["--allow-invalid"] * allow_invalid)
    elif wanted.folder is not None:
        write_report_folder(wanted.folder, folder_of(summary, wanted), folder)
    else:
        made = one_file(summary, wanted)
        _deliver(made.data, wanted.output, (folder, *made.read))


def _refuse_ending(wanted: Wanted, folder: Path) -> None:
    """Fail where the name of the output file ends as no form does, and none is asked for."""
    output = wanted.output
    if output is None or wanted.form or wanted.template or not output.suffix:
        return
    refuse_inputs([output], [folder])
    raise misused(
        _("'{ending}' is the ending of no form").format(ending=output.suffix),
        _("end the name in one of {endings}, or add --format").format(
            endings=_(", ").join(f".{each.endings[0]}" for each in FORMS.values())
        ),
    )


def _refuse_terminal(wanted: Wanted) -> None:
    """Fail where bytes that nobody can read would go to a terminal."""
    nowhere = wanted.output is None and wanted.check is None
    if not FORMS[wanted.form or MARKDOWN].is_text and nowhere and sys.stdout.isatty():
        raise misused(
            _("--format {form} cannot be shown on a terminal").format(form=wanted.form),
            _("write it into a file: --output summary.{form}").format(form=wanted.form),
        )


def _deliver(data: bytes, output: Path | None, inputs: Iterable[Path] = ()) -> None:
    if output is None:
        put_bytes(data)
    else:
        write_file(output, data, inputs)
        say(_("wrote {file}").format(file=output))
