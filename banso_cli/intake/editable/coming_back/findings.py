"""What is wrong in a cell of the workbook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellFinding:
    """A fault in a cell of a sheet (`E5`), and what to write."""

    sheet: str
    cell: str
    message: str
    help: str = ""

    @property
    def place(self) -> str:
        """Return sheet and cell as Excel writes them."""
        return f"{self.sheet}!{self.cell}"
