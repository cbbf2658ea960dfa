"""Which options of `banso report` cannot be followed, by themselves or together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.tasks.report.forms import FORMS, MARKDOWN
from banso_cli.tasks.report.wanted import Wanted
from banso_cli.terminal.targets import refuse_inputs


def refuse_contradictions(wanted: Wanted) -> None:
    """Fail where two options cannot both be followed."""
    for first, second in _contradictions(wanted):
        raise misused(
            _("{first} and {second} do not go together").format(first=first, second=second),
            _("give one of the two"),
        )
    form = FORMS[wanted.form or MARKDOWN]
    for name in ("--table", "--encoding", "--header", "--list-by"):
        forms = [each for each, found in FORMS.items() if name in found.options]
        if name in wanted.given and name not in form.options:
            raise misused(
                _("{name} goes with --format {forms} only").format(
                    name=name, forms=_(" or ").join(forms)
                ),
                _("add --format {form}").format(form=forms[0]),
            )
    if wanted.folder is not None and not form.is_folder:
        raise misused(
            _("--format {form} is one file, not a folder").format(form=wanted.form),
            _("write --output FILE instead of --out-dir"),
        )


TARGETS = ("--output", "--out-dir", "--check")
APART = (
    *((first, second) for at, first in enumerate(TARGETS) for second in TARGETS[at + 1 :]),
    ("--template", "--format"),
    ("--template", "--out-dir"),
    ("--out-dir", "--table"),
    *(("--context", name) for name in ("--format", "--out-dir", "--check", "--template")),
)
"""Options of which only one can be followed."""


def _contradictions(wanted: Wanted) -> Iterator[tuple[str, str]]:
    yield from ((first, second) for first, second in APART if {first, second} <= wanted.given)
    if wanted.form and wanted.told and wanted.told != wanted.form:
        yield f"--format {wanted.form}", f"--output {wanted.output}"


def refuse_ending(wanted: Wanted, folder: Path) -> None:
    """Fail where the name of the output file ends as no form does, and none is asked for."""
    output = wanted.output
    if output is None or wanted.form or wanted.template or not output.suffix:
        return
    refuse_inputs([output], [folder])
    raise misused(
        _("'{ending}' is the ending of no form").format(ending=output.suffix),
        _("end the name in one of {endings}, or add --format").format(
            endings=_(", ").join(f".{each.endings[0]}" for each in FORMS.values())
        ),
    )


def refuse_terminal(wanted: Wanted) -> None:
    """Fail where bytes that nobody can read would go to a terminal."""
    nowhere = wanted.output is None and wanted.check is None
    if not FORMS[wanted.form or MARKDOWN].is_text and nowhere and sys.stdout.isatty():
        raise misused(
            _("--format {form} cannot be shown on a terminal").format(form=wanted.form),
            _("write it into a file: --output summary.{form}").format(form=wanted.form),
        )
