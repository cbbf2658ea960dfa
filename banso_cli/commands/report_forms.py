"""The forms of a report; each is imported only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from banso_cli.commands.named_files import refuse_special
from banso_cli.commands.report_options import Wanted
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import cannot_read, reason
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.reports.csv import Encoding, Header
    from banso_cli.reports.files import ReportFile
    from banso_cli.reports.own_template import Rendered
    from banso_cli.reports.summary import Summary


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    from banso_cli.reports.files import ReportFile

    if wanted.template is not None:
        own = _own(summary, wanted.template)
        return ReportFile("", own.text.encode("utf-8"), own.read)
    return ReportFile("", _data(summary, wanted))


def _data(summary: Summary, wanted: Wanted) -> bytes:
    match wanted.form:
        case "html":
            from banso_cli.reports.html import page_html

            return page_html(summary).encode("utf-8")
        case "xlsx":
            from banso_cli.reports.xlsx import workbook

            return workbook(summary)
        case "csv":
            return _csv(summary, wanted)
        case "json":
            from banso_cli.reports.json_report import report_json

            return report_json(summary).encode("utf-8")
        case "parquet":
            from banso_cli.reports.parquet import sheet_parquet
            from banso_cli.reports.sheets import all_statistics

            return sheet_parquet(all_statistics(summary))
        case _:
            from banso_cli.reports.markdown import summary_markdown

            return summary_markdown(summary).encode("utf-8")


def files_of_folder(summary: Summary, wanted: Wanted) -> tuple[ReportFile, ...]:
    """Return the report as a folder of files."""
    if wanted.form != "csv":
        from banso_cli.reports.folder import report_folder

        return report_folder(summary)

    from banso_cli.reports.tables_folder import tables_folder

    return tables_folder(summary, *_manner(wanted))


def _csv(summary: Summary, wanted: Wanted) -> bytes:
    from banso_cli.reports.csv import sheet_csv
    from banso_cli.reports.sheets import TABLES, all_statistics, sheet_of

    if wanted.table is not None and wanted.table not in TABLES:
        from banso_cli.rules.suggestion import closest

        meant = closest(wanted.table, TABLES)
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no table '{name}'").format(name=wanted.table),
            _("did you mean: {name}").format(name=meant)
            if meant
            else _("tables: {names}").format(names=" ".join(TABLES)),
        )
    sheet = all_statistics(summary) if wanted.table is None else sheet_of(summary, wanted.table)
    return sheet_csv(sheet, *_manner(wanted))


def _manner(wanted: Wanted) -> tuple[Encoding, Header]:
    """Return encoding and headings, those of Japanese Excel where none was given."""
    return cast("Encoding", wanted.encoding or "utf-8-sig"), cast("Header", wanted.header or "ja")


def _own(summary: Summary, template: Path) -> Rendered:
    """Render a template of the user's; what is wrong with it is a failure with file and line."""
    from banso_cli.reports.own_template import rendered

    refuse_special(template)
    try:
        return rendered(template, summary)
    except FileNotFoundError:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("there is no file {file}").format(file=template),
            _("name a template: --template FILE"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        help_line = _("write the template as text in UTF-8")
        raise cannot_read(template, reason(error), help_line) from None
