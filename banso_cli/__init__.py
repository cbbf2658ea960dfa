"""The roster of 地方創生伴走支援制度 as flat files: read, checked, counted, rendered.

Facts flow out, one package an arrow, and changes flow in:

    roster/*.yaml ─ reading ─▶ Roster ─┬─ rules ──────▶ findings ─▶ diagnostics
                                       ├─ statistics ─▶ tables ──┬▶ reports
                                       ├─ datasets ───▶ sheets ──┴▶ CSV, parquet, frames
                                       └─ changes ────▶ what a change introduced
    lists, fix, new ─ intake, editing ─▶ edits, shown and checked ─▶ roster/*.yaml, all or none

Only the tasks of commands print, through `terminal`. Programs of one's own use `load` and `frames`.

The layers of the packages, imports running downwards only, are those of the contract in
`pyproject.toml`. A new field goes into `records`, a new rule into a module of its family in
`rules`, a new table into `statistics/dimensions.py`, a column of a list into `datasets`, a new form
of output into `reports` or `diagnostics`, a new command into `commands`, `tasks` and `cli.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banso_cli.datasets.frames import UnsoundRoster, frames, load

__all__ = ["UnsoundRoster", "frames", "load"]


def __getattr__(name: str) -> object:
    """Import the public names when they are asked for: the commands start without them."""
    if name not in __all__:
        raise AttributeError(name)
    from banso_cli.datasets import frames as public  # noqa: PLC0415 - it takes pandas

    return getattr(public, name)
