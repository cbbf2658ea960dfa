"""The forms of a report; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from banso_cli.commands.named_files import refuse_special
from banso_cli.commands.report.wanted import Wanted
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import cannot_read, reason
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.datasets.csv import Encoding, Header
    from banso_cli.datasets.sheet import Sheet
    from banso_cli.reports.files import ReportFile, ReportFolder
    from banso_cli.reports.own_template import Rendered
    from banso_cli.reports.summary import Summary


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what makes it as one file, and as a folder where it can be one.

    `options` are those of the data that go with it.
    """

    make: Callable[[Summary, Wanted], bytes]
    folder: Callable[[Summary, Wanted], ReportFolder] | None = None
    is_text: bool = True
    options: frozenset[str] = frozenset()


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    from banso_cli.reports.files import ReportFile

    if wanted.template is not None:
        own = _own(summary, wanted.template)
        return ReportFile("", own.text.encode("utf-8"), own.read)
    return ReportFile("", FORMS[wanted.form or "md"].make(summary, wanted))


def folder_of(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder of files; Markdown where its form cannot be one."""
    make = FORMS[wanted.form or "md"].folder or _markdown_folder
    return make(summary, wanted)


def _markdown(summary: Summary, _wanted: Wanted) -> bytes:
    from banso_cli.reports.markdown import summary_markdown

    return summary_markdown(summary).encode("utf-8")


def _markdown_folder(summary: Summary, _wanted: Wanted) -> ReportFolder:
    from banso_cli.reports.folder import report_folder

    return report_folder(summary)


def _html(summary: Summary, _wanted: Wanted) -> bytes:
    from banso_cli.reports.html import page_html

    return page_html(summary).encode("utf-8")


def _xlsx(summary: Summary, _wanted: Wanted) -> bytes:
    from banso_cli.reports.xlsx import workbook

    return workbook(summary)


def _csv(summary: Summary, wanted: Wanted) -> bytes:
    from banso_cli.datasets.csv import sheet_csv

    return sheet_csv(_sheet(summary, wanted), *_manner(wanted))


def _csv_folder(summary: Summary, wanted: Wanted) -> ReportFolder:
    from banso_cli.reports.tables_folder import tables_folder

    return tables_folder(summary, *_manner(wanted))


def _json(summary: Summary, _wanted: Wanted) -> bytes:
    from banso_cli.reports.json_report import report_json

    return report_json(summary).encode("utf-8")


def _parquet(summary: Summary, wanted: Wanted) -> bytes:
    from banso_cli.datasets.parquet import sheet_parquet

    return sheet_parquet(_sheet(summary, wanted))


def _parquet_folder(summary: Summary, _wanted: Wanted) -> ReportFolder:
    from banso_cli.reports.tables_folder import parquet_folder

    return parquet_folder(summary)


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "md": Form(_markdown, _markdown_folder),
        "html": Form(_html),
        "xlsx": Form(_xlsx, is_text=False),
        "csv": Form(_csv, _csv_folder, options=frozenset({"--table", "--encoding", "--header"})),
        "json": Form(_json),
        "parquet": Form(_parquet, _parquet_folder, is_text=False, options=frozenset({"--table"})),
    }
)
"""All forms, by the suffix of their files."""


def _sheet(summary: Summary, wanted: Wanted) -> Sheet:
    """Return the table that is wanted; without one, all statistics in long form."""
    from banso_cli.datasets.editions import TABLES, sheet_of
    from banso_cli.datasets.long_form import STATISTICS
    from banso_cli.reports.summary import edition_of_summary

    if wanted.table is not None and wanted.table not in TABLES:
        from banso_cli.text.suggestion import closest

        meant = closest(wanted.table, TABLES)
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no table '{name}'").format(name=wanted.table),
            _("did you mean: {name}").format(name=meant)
            if meant
            else _("tables: {names}").format(names=" ".join(TABLES)),
        )
    return sheet_of(edition_of_summary(summary), wanted.table or STATISTICS)


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
