"""The figures of a period for programs: as CSV or JSON."""

from __future__ import annotations

from banso_cli.datasets.formats.csv import sheet_csv
from banso_cli.datasets.long_form import statistics
from banso_cli.reports.data.json import as_json
from banso_cli.statistics.tables.results import Results
from banso_cli.terminal.output import put_bytes, put_data


def put_figures(results: Results, form: str) -> None:
    """Write all figures in a form."""
    if form == "csv":
        put_bytes(sheet_csv(statistics(results)))
    else:
        put_data(as_json(results))
