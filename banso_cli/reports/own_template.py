"""A template of the user's own, rendered with what the templates of banso get."""

from __future__ import annotations

import traceback
from enum import Enum
from pathlib import Path

from banso_cli.reports.context import template_context
from banso_cli.reports.summary import Summary
from banso_cli.reports.templates import sandbox, template_folder


class FaultKind(Enum):
    """What can be wrong with a template."""

    SYNTAX = "syntax"
    UNKNOWN_NAME = "unknown name"
    FORBIDDEN = "forbidden"
    NO_TEMPLATE = "no such template"
    FAILED = "failed"


class TemplateFault(Exception):  # noqa: N818 - a fault of the template, not of banso
    """What is wrong with a template: its kind, and the file, line and detail as far as known."""

    def __init__(self, kind: FaultKind, name: str, line: int | None, detail: str) -> None:
        self.kind = kind
        self.name = name
        self.line = line
        self.detail = detail
        super().__init__(detail)


_FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What Python raises where a template computes what cannot be computed."""


def rendered(template: Path, summary: Summary) -> str:
    """Render a template with the fields of a summary; it may include its neighbours and banso's.

    Raises TemplateFault; OSError and UnicodeDecodeError where a file cannot be read.
    """
    from jinja2 import FileSystemLoader, TemplateError

    template.read_bytes().decode("utf-8")
    folders = (template.parent, template_folder())
    environment = sandbox(FileSystemLoader(folders, encoding="utf-8"))
    try:
        return environment.get_template(template.name).render(template_context(summary))
    except (TemplateError, *_FAILURES) as error:
        raise _fault(error, template) from None


def _fault(error: Exception, template: Path) -> TemplateFault:
    """Return the fault with its place: a syntax error knows it, others have it in their frames."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        at = error.name or template.name
        return TemplateFault(FaultKind.SYNTAX, at, error.lineno, error.message or "")
    frames = traceback.extract_tb(error.__traceback__)
    folders = {template.parent, template_folder()}
    own = [frame for frame in frames if Path(frame.filename).parent in folders]
    name, line = (Path(own[-1].filename).name, own[-1].lineno) if own else (template.name, None)
    detail = str(error.name if isinstance(error, TemplateNotFound) else error)
    return TemplateFault(_kind(error), name, line, detail or type(error).__name__)


def _kind(error: Exception) -> FaultKind:
    from jinja2 import TemplateNotFound, UndefinedError
    from jinja2.exceptions import SecurityError

    kinds = (
        (TemplateNotFound, FaultKind.NO_TEMPLATE),
        (UndefinedError, FaultKind.UNKNOWN_NAME),
        (SecurityError, FaultKind.FORBIDDEN),
    )
    return next((kind for type_, kind in kinds if isinstance(error, type_)), FaultKind.FAILED)
