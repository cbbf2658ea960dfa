"""The forms of a report; each is a module of its name here, imported only when it is asked for.

`one_file(summary, wanted)` makes it as a file, and `folder(summary, wanted)` where it can be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


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
