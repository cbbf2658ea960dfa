"""The forms of a report; each is a module of its name here, imported only when it is asked for.

`one_file(summary, wanted)` makes it as a file, and `folder(summary, wanted)` where it can be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from banso_cli.reports.files import ReportFile, ReportFolder
    from banso_cli.reports.summary import Summary
    from banso_cli.tasks.report.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is: how its files end, the usual way first; `options` go with it alone."""

    endings: tuple[str, ...]
    is_folder: bool = False
    is_text: bool = True
    options: frozenset[str] = frozenset()


MARKDOWN = "markdown"
"""The form without any option."""

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        MARKDOWN: Form(("md",), is_folder=True, options=frozenset({"--list-by"})),
        "html": Form(("html", "htm")),
        "xlsx": Form(("xlsx",), is_text=False),
        "csv": Form(
            ("csv",), is_folder=True, options=frozenset({"--table", "--encoding", "--header"})
        ),
        "json": Form(("json",)),
        "parquet": Form(
            ("parquet",), is_folder=True, is_text=False, options=frozenset({"--table"})
        ),
    }
)
"""All forms by their names."""


def form_of(file: Path) -> str | None:
    """Return the form that the ending of a file tells, in letters of any case."""
    ending = file.suffix.removeprefix(".").lower()
    return next((name for name, each in FORMS.items() if ending in each.endings), None)


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    name = wanted.form or MARKDOWN if wanted.template is None else "template"
    made: ReportFile = _module(name).one_file(summary, wanted)
    return made


def folder_of(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder of files; Markdown where its form cannot be one."""
    form = wanted.form or MARKDOWN
    module = _module(form if FORMS[form].is_folder else MARKDOWN)
    made: ReportFolder = module.folder(summary, wanted)
    return made


def _module(form: str) -> ModuleType:
    return import_module(f"{__name__}.{form}")
