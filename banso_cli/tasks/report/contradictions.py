"""Which options of `banso report` go together."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.tasks.report.forms import FORMS, MARKDOWN, form_of
from banso_cli.tasks.report.wanted import Wanted


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
    told = form_of(wanted.output) if wanted.output else None
    if wanted.form and told and told != wanted.form:
        yield f"--format {wanted.form}", f"--output {wanted.output}"
