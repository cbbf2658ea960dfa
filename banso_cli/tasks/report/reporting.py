"""What `banso report` does: it renders the summary of a period, or compares a stored one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from banso_cli.locale import _, plural
from banso_cli.reports.summary import summary_of
from banso_cli.statistics.counting import Counting
from banso_cli.tasks.opened.opening import folder_of_roster
from banso_cli.tasks.opened.sound import chosen_period, sound_roster
from banso_cli.tasks.report.check import check_report
from banso_cli.tasks.report.folder import write_report_folder
from banso_cli.tasks.report.making import folder_of, one_file
from banso_cli.tasks.report.refusing import refuse_contradictions, refuse_ending, refuse_terminal
from banso_cli.tasks.report.wanted import Wanted
from banso_cli.terminal.output import put_bytes, say, write_file


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
    refuse_terminal(wanted)
    folder = folder_of_roster(roster)
    refuse_ending(wanted, folder)
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


def _deliver(data: bytes, output: Path | None, inputs: Iterable[Path] = ()) -> None:
    if output is None:
        put_bytes(data)
    else:
        write_file(output, data, inputs)
        say(_("wrote {file}").format(file=output))
