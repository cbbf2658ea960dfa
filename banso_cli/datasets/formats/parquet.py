"""Parquet: a sheet with its types, for programs that count; needs pyarrow.

Counts are integers that may be null, shares are decimals as they are written, everything else is
text: codes keep their zeros.
"""

from __future__ import annotations

import io
from decimal import Decimal

from banso_cli.datasets.frames import frame_of
from banso_cli.datasets.sheet import Sheet
from banso_cli.files.reasons import not_installed

_DIGITS_OF_100 = 3


def sheet_parquet(sheet: Sheet) -> bytes:
    """Return a sheet under its ASCII names; headings and descriptions are metadata of the columns.

    It is a failure that pyarrow is not installed. The same sheet gives the same bytes with the same
    pandas and pyarrow: the file names them.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra of the package
    except ImportError:
        raise not_installed("pyarrow", "parquet") from None
    places = _decimal_places(sheet)
    target = io.BytesIO()
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.decimal128(_DIGITS_OF_100 + places, places),
    }
    fields = [
        pa.field(
            each.name,
            types[each.type],
            metadata={"title": each.heading, "description": each.description},
        )
        for each in sheet.columns
    ]
    frame_of(sheet).to_parquet(target, engine="pyarrow", index=False, schema=pa.schema(fields))
    return target.getvalue()


def _decimal_places(sheet: Sheet) -> int:
    """Return how many decimal places hold every share as it is written; at least one."""
    shares = (cell for row in sheet.rows for cell in row if isinstance(cell, Decimal))
    return max((len(format(share, "f").partition(".")[2]) for share in shares), default=1) or 1
