"""The forms of a report; each is a module of its name here, imported only when it is asked for.

`one_file(summary, wanted)` makes it as a file, and `folder(summary, wanted)` where it can be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from banso_cli.reports.files import ReportFile, ReportFolder
    from banso_cli.reports.summary import Summary
    from banso_cli.tasks.report.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is; `options` are those of the data that go with it."""

    is_folder: bool = False
    is_text: bool = True
    options: frozenset[str] = frozenset()


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "md": Form(is_folder=True),
        "html": Form(),
        "xlsx": Form(is_text=False),
        "csv": Form(is_folder=True, options=frozenset({"--table", "--encoding", "--header"})),
        "json": Form(),
        "parquet": Form(is_folder=True, is_text=False, options=frozenset({"--table"})),
    }
)
"""All forms, by the suffix of their files."""


class _Maker(Protocol):
    def one_file(self, summary: Summary, wanted: Wanted) -> ReportFile: ...

    def folder(self, summary: Summary, wanted: Wanted) -> ReportFolder: ...


def _maker(name: str) -> _Maker:
    return cast("_Maker", import_module(f"{__name__}.{name}"))


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file, whose path is empty."""
    name = wanted.form or "md" if wanted.template is None else "template"
    return _maker(name).one_file(summary, wanted)


def folder_of(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder of files; Markdown where its form cannot be one."""
    form = wanted.form or "md"
    return _maker(form if FORMS[form].is_folder else "md").folder(summary, wanted)
