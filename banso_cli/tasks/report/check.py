"""`banso report --check`: a stored report against the roster as it is now."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from banso_cli.files.failure import misused, unfit
from banso_cli.files.reasons import cannot_read, reason
from banso_cli.locale import _
from banso_cli.reports.summary import Summary
from banso_cli.tasks.opened.named_files import refuse_special
from banso_cli.tasks.report.folder import left_over
from banso_cli.tasks.report.forms import FORMS, MARKDOWN, form_of
from banso_cli.tasks.report.making import folder_of, one_file
from banso_cli.tasks.report.wanted import Wanted
from banso_cli.terminal.output import put, put_lines, say

SHOWN_LINES = 20
"""Lines of a difference that are shown; what is more is counted."""


def check_report(summary: Summary, wanted: Wanted, stored: Path, origin: Sequence[str]) -> None:
    """Fail where the stored file or folder differs from what the roster gives.

    `origin` are the options that name the roster and the period.
    """
    wanted = _as_stored(wanted, stored)
    report = folder_of(summary, wanted) if stored.is_dir() else None
    files = report.files if report else (one_file(summary, wanted),)
    paths = [stored / file.path if file.path else stored for file in files]
    is_text = FORMS[wanted.form or MARKDOWN].is_text
    pairs = zip(paths, files, strict=True)
    differing = [_differs(path, file.data, is_text=is_text) for path, file in pairs]
    strays = left_over(stored, report) if report else ()
    for stray in strays:
        put_lines([_("{file} does not belong to this report").format(file=stray)])
    if not any(differing) and not strays:
        say(_("{file} agrees with the roster").format(file=stored))
        return
    target = "--out-dir" if stored.is_dir() else "--output"
    command = shlex.join(["banso", "report", *origin, *wanted.words, target, str(stored)])
    raise unfit(
        _("{file} differs from the roster").format(file=stored),
        _("renew it by: {command}").format(command=command),
    )


def _as_stored(wanted: Wanted, stored: Path) -> Wanted:
    """Return what is wanted, its form taken from the file or folder unless it was named."""
    if wanted.form is not None or wanted.template is not None:
        return wanted
    if stored.is_dir():
        telling = {"datapackage.json": "csv", "statistics.parquet": "parquet"}
        forms = (form for name, form in telling.items() if (stored / name).is_file())
        return replace(wanted, form=next(forms, None))
    form = form_of(stored)
    if form is None:
        raise misused(
            _("the form of {file} cannot be told from its name").format(file=stored),
            _("add --format"),
        )
    return wanted if form == MARKDOWN else replace(wanted, form=form)


def _differs(path: Path, new: bytes, *, is_text: bool) -> bool:
    """Show how a stored file differs from the new one, and tell whether it does.

    Git and editors may have ended the lines of a text in another way: that is no difference.
    """
    refuse_special(path)
    try:
        old = path.read_bytes()
    except FileNotFoundError:
        put_lines([_("{file} is missing").format(file=path)])
        return True
    except OSError as error:
        raise cannot_read(path, reason(error)) from None
    if is_text:
        old, new = old.replace(b"\r\n", b"\n"), new.replace(b"\r\n", b"\n")
    if old == new:
        return False
    put("".join(_difference(path, old, new)))
    return True


def _difference(path: Path, old: bytes, new: bytes) -> Iterator[str]:
    try:
        before, after = (data.decode("utf-8").splitlines() for data in (old, new))
    except UnicodeDecodeError:
        yield _("{file} differs").format(file=path) + "\n"
        return
    found = list(difflib.unified_diff(before, after, str(path), _("roster"), n=0, lineterm=""))
    if not found:
        yield _("{file} differs in its line ends").format(file=path) + "\n"
    yield from (f"{line}\n" for line in found[:SHOWN_LINES])
    left = len(found) - SHOWN_LINES
    if left > 0:
        yield _("… lines not shown: {count}").format(count=left) + "\n"
