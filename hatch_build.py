"""Compile the words of banso in other languages, which git keeps as text only."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Makes `.mo` beside each `.po`: for a wheel, and in the checkout that is used as it stands."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write what is not there yet or not as it is due."""
        for text in Path(self.root, "banso_cli", "locale").rglob("*.po"):
            compiled = BytesIO()
            with text.open("rb") as words:
                write_mo(compiled, read_po(words, locale=text.parts[-3]))
            file = text.with_suffix(".mo")
            if not file.is_file() or file.read_bytes() != compiled.getvalue():
                file.write_bytes(compiled.getvalue())
