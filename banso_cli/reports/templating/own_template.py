"""A template of the user's own, rendered with what the templates of banso get.

Whatever it raises is its own fault: it computes with what it is given, and banso does not.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Collection, Generator, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import cast

from jinja2 import (
    Environment,
    FileSystemLoader,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.nodes import Node
from jinja2.parser import Parser

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.reports.files import ReportFile
from banso_cli.reports.summary import Summary
from banso_cli.reports.templating.context import template_context
from banso_cli.reports.templating.memory import limited
from banso_cli.reports.templating.templates import sandbox, template_folder

MOST_MEMORY = 1_000_000_000
"""Bytes that a template may take; the largest report takes a hundredth of it."""
MOST_LETTERS = 100_000_000
"""Letters that a report may have, where the system cannot limit the memory."""


def rendered(template: Path, summary: Summary) -> ReportFile:
    """Render a template with the fields of a summary; it may include its neighbours and banso's.

    What is wrong with it is a failure with file and line; OSError and UnicodeDecodeError tell that
    a file cannot be read.
    """
    template.read_bytes().decode("utf-8")
    folders = (template.parent, template_folder())
    environment = sandbox(FileSystemLoader(folders, encoding="utf-8"))
    context = template_context(summary)
    try:
        with limited(MOST_MEMORY):
            text = "".join(_parts(environment.get_template(template.name), context))
    except Exception as error:  # noqa: BLE001 - there is no end of what a template can do wrong
        name, line = _place(error, template, environment)
        raise Failure(
            ExitCode.CANNOT_READ,
            f"{name if line is None else f'{name}:{line}'}: {_words_of(error)}",
            _("see what a template may use: banso report --context"),
        ) from None
    loaded = (each.filename for each in (environment.cache or {}).values() if each.filename)
    return ReportFile("", text.encode("utf-8"), tuple(map(Path, loaded)))


def _parts(template: Template, context: Mapping[str, object]) -> Iterator[str]:
    """Yield the text in parts; what no report can be fails where the template writes it."""
    parts = cast("Generator[str]", template.generate(context))
    length = 0
    for part in parts:
        length += len(part)
        try:
            part.encode("utf-8")
        except UnicodeEncodeError as error:
            parts.throw(error)
        if length > MOST_LETTERS:
            parts.throw(MemoryError())
        yield part


def _place(error: Exception, template: Path, environment: Environment) -> tuple[str, int | None]:
    """Return file and line: a syntax error knows them, others have them in their frames."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template.name, error.lineno
    if isinstance(error, SyntaxError):
        file = Path(error.filename or template)
        return file.name, _line(error, file, environment)
    folders = {template.parent, template_folder()}
    own = _own_frames(error, folders)
    made = [] if own or error.__cause__ is None else _own_frames(error.__cause__, folders)
    file = Path((own or made)[-1].filename) if own or made else template
    line = own[-1].lineno if own else _parsed_line(error.__traceback__)
    if made:  # StopIteration gets lost in a generator, and with it what Jinja2 knows of its line
        loaded = environment.get_template(file.name)
        line = loaded.get_corresponding_lineno(made[-1].lineno or 0)
    if isinstance(error, UnicodeEncodeError):
        line = _escape_line(file, line or 1)
    return file.name, line


def _own_frames(error: BaseException, folders: Collection[Path]) -> list[traceback.FrameSummary]:
    """Return the places in templates, the innermost last; not those in what Python made of them."""
    frames = traceback.extract_tb(error.__traceback__)
    return [
        each
        for each in frames
        if Path(each.filename).parent in folders and not each.filename.startswith("<")
    ]


def _escape_line(file: Path, line: int) -> int:
    """Return the line that writes half of a letter: Jinja2 knows where its text begins."""
    lines = file.read_text("utf-8").split("\n")
    written = (n for n, text in enumerate(lines, 1) if re.search(r"\\u[dD][89a-fA-F]", text))
    return next((number for number in written if number >= line), line)


def _line(error: SyntaxError, file: Path, environment: Environment) -> int | None:
    """Return the line of a template, of which Python cannot take what Jinja2 made of it."""
    python = environment.compile(file.read_text("utf-8"), raw=True)
    pairs = re.findall(r"([0-9]+)=([0-9]+)", python.rpartition("\ndebug_info = ")[2])
    lines = [int(line) for line, made in pairs if int(made) <= (error.lineno or 0)]
    return lines[-1] if lines else None


def _parsed_line(frame: TracebackType | None) -> int | None:
    """Return the line that Jinja2 was reading or turning into Python when it failed."""
    line = None
    while frame is not None:
        found = frame.tb_frame.f_locals
        if isinstance(found.get("self"), Parser):
            line = int(found["self"].stream.current.lineno)
        elif isinstance(found.get("node"), Node):
            line = int(found["node"].lineno)
        frame = frame.tb_next
    return line


def _words_of(error: Exception) -> str:
    """Return the error as a sentence; what Jinja2 says in English is put into own words."""
    detail = str(error) or type(error).__name__
    if isinstance(error, (SyntaxError, TemplateSyntaxError)):
        return _syntax(getattr(error, "message", None) or "")
    if isinstance(error, UndefinedError):
        return detail
    if isinstance(error, TemplateNotFound):
        name = str(error.name) or type(error).__name__
        return _("there is no template '{name}'").format(name=name)
    if isinstance(error, SecurityError):
        named = re.search(r"'(\w+)'", detail)
        return _("a template may not use '{name}'").format(name=named[1] if named else detail)
    words: tuple[tuple[type[Exception], str], ...] = (
        (MemoryError, _("what this makes is larger than the memory; make less of it")),
        (RecursionError, _("this is nested too deep, or calls itself without end")),
        (
            UnicodeEncodeError,
            _("this writes half of a letter (U+D800 to U+DFFF), which no file can hold"),
        ),
    )
    otherwise = _("this cannot be computed; see the types of the names that are used")
    return next((told for kind, told in words if isinstance(error, kind)), otherwise)


def _syntax(detail: str) -> str:
    patterns = (
        (r"unknown tag '(.+?)'", _("there is no tag '{found}'")),
        (r"[Nn]o filter named '(.+?)'", _("there is no filter '{found}'")),
        (r"[Nn]o test named '(.+?)'", _("there is no test '{found}'")),
        (r"[Mm]issing end of (.+) tag", _("a comment or raw text is not closed")),
        (r"end of template", _("a block or an expression is not closed")),
        (r"got '(.+)'", _("'{found}' does not fit here")),
        (r"unexpected (?:char )?'(.+?)'", _("'{found}' does not fit here")),
    )
    for pattern, words in patterns:
        if found := re.search(pattern, detail):
            return words.format(found=found[1] if found.groups() else "")
    return _("this is not how a template is written")
