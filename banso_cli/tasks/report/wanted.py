"""Which report is wanted, as the options of `banso report` tell, and which of them go together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.tasks.report.forms import FORMS, MARKDOWN, form_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is wanted; None where an option was not given."""

    form: str | None = None
    output: Path | None = None
    folder: Path | None = None
    table: str | None = None
    encoding: str | None = None
    header: str | None = None
    template: Path | None = None
    check: Path | None = None
    context: bool = False
    by_region: bool = False

    @property
    def told(self) -> str | None:
        """The form that the name of the output file tells; None where it tells none."""
        return form_of(self.output) if self.output and self.template is None else None

    @property
    def given(self) -> frozenset[str]:
        """The options that were given, by their names."""
        values = {**self._shaping, "--output": self.output, "--out-dir": self.folder}
        values |= {"--check": self.check, "--context": self.context or None}
        return frozenset(name for name, value in values.items() if value is not None)

    @property
    def words(self) -> Iterator[str]:
        """Yield the options that shape the report, as they are written on the command line."""
        for name, value in self._shaping.items():
            if value is not None:
                yield from (name, str(value))

    @property
    def _shaping(self) -> dict[str, object]:
        return {
            "--format": self.form,
            "--table": self.table,
            "--encoding": self.encoding,
            "--header": self.header,
            "--template": self.template,
            "--list-by": "region" if self.by_region else None,
        }


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
