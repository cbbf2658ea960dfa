"""A report by a template of the user's."""

from __future__ import annotations

from pathlib import Path

from banso_cli.files.failure import unreadable
from banso_cli.files.reasons import cannot_read, reason
from banso_cli.locale import _
from banso_cli.reports.files import ReportFile
from banso_cli.reports.summary import Summary
from banso_cli.reports.templating.own_template import rendered
from banso_cli.tasks.opened.named_files import refuse_special
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return what the template makes of the report, and what was read for it.

    What is wrong with the template is a failure with file and line.
    """
    template = wanted.template or Path()
    refuse_special(template)
    try:
        return rendered(template, summary)
    except FileNotFoundError:
        raise unreadable(
            _("there is no file {file}").format(file=template),
            _("name a template: --template FILE"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        help_line = _("write the template as text in UTF-8")
        raise cannot_read(template, reason(error), help_line) from None
