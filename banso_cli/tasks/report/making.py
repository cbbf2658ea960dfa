"""A report in the form that is wanted; the module of a form is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary
from banso_cli.tasks.report import forms
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    name = wanted.form or forms.MARKDOWN if wanted.template is None else "template"
    made: ReportFile = _module(name).one_file(summary, wanted)
    return made


def folder_of(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder of files; Markdown where its form cannot be one."""
    form = wanted.form or forms.MARKDOWN
    module = _module(form if forms.FORMS[form].is_folder else forms.MARKDOWN)
    made: ReportFolder = module.folder(summary, wanted)
    return made


def _module(form: str) -> ModuleType:
    return import_module(f"{forms.__name__}.{form}")
