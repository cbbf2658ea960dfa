"""Which report is wanted, as the options of `banso report` tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.tasks.report.forms import form_of


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
