"""A report in its form: what makes one is imported when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from banso_cli.datasets.editions import TABLES, sheet_of
from banso_cli.datasets.formats.csv import Encoding, Header, sheet_csv
from banso_cli.datasets.long_form import STATISTICS
from banso_cli.datasets.sheet import Sheet
from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.files.reasons import cannot_read, reason
from banso_cli.locale import _
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.tasks.opened.named_files import refuse_special
from banso_cli.tasks.report.wanted import Wanted
from banso_cli.text.suggestion import closest


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    if wanted.template is not None:
        return _templated(summary, wanted.template)
    return ReportFile("", _data(summary, wanted))


def _data(summary: Summary, wanted: Wanted) -> bytes:
    if wanted.form == "html":
        from banso_cli.reports.html import page_html

        return page_html(summary).encode("utf-8")
    if wanted.form == "xlsx":
        from banso_cli.reports.xlsx import workbook

        return workbook(summary)
    if wanted.form == "json":
        from banso_cli.reports.data.json_report import report_json

        return report_json(summary).encode("utf-8")
    if wanted.form == "csv":
        return sheet_csv(_sheet(summary, wanted), *_manner(wanted))
    if wanted.form == "parquet":
        from banso_cli.datasets.formats.parquet import sheet_parquet

        return sheet_parquet(_sheet(summary, wanted))
    from banso_cli.reports.markdown import summary_markdown

    return summary_markdown(summary).encode("utf-8")


def folder_of(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder of files; Markdown where its form cannot be one."""
    if wanted.form == "csv":
        from banso_cli.reports.data.tables_folder import tables_folder

        return tables_folder(summary, *_manner(wanted))
    if wanted.form == "parquet":
        from banso_cli.reports.data.tables_folder import parquet_folder

        return parquet_folder(summary)
    from banso_cli.reports.folder import report_folder

    return report_folder(summary)


def _manner(wanted: Wanted) -> tuple[Encoding, Header]:
    """Return encoding and headings, those of Japanese Excel where none was given."""
    return cast("Encoding", wanted.encoding or "utf-8-sig"), cast("Header", wanted.header or "ja")


def _sheet(summary: Summary, wanted: Wanted) -> Sheet:
    """Return the table that is wanted; without one, all statistics in long form."""
    if wanted.table is not None and wanted.table not in TABLES:
        meant = closest(wanted.table, TABLES)
        raise misused(
            _("there is no table '{name}'").format(name=wanted.table),
            _("did you mean: {name}").format(name=meant)
            if meant
            else _("tables: {names}").format(names=" ".join(TABLES)),
        )
    return sheet_of(edition_of_summary(summary), wanted.table or STATISTICS)


def _templated(summary: Summary, template: Path) -> ReportFile:
    """Render a template of the user's; what is wrong with it is a failure with file and line."""
    from banso_cli.reports.templating.own_template import rendered

    refuse_special(template)
    try:
        own = rendered(template, summary)
    except FileNotFoundError:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("there is no file {file}").format(file=template),
            _("name a template: --template FILE"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        help_line = _("write the template as text in UTF-8")
        raise cannot_read(template, reason(error), help_line) from None
    return ReportFile("", own.text.encode("utf-8"), own.read)
