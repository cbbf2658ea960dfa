"""Markdown: the summary of a period, and single tables."""

from __future__ import annotations

from banso_cli.reports.summary import Summary, names_of
from banso_cli.reports.templating.templates import environment
from banso_cli.statistics.tables.results import Results


def summary_markdown(summary: Summary) -> str:
    """Return the published summary of a period as Markdown."""
    return environment().get_template("summary.md.jinja").render(names_of(summary))


def tables_markdown(results: Results) -> str:
    """Return the tables alone, each under its title."""
    return environment().get_template("tables.md.jinja").render(names_of(results))
