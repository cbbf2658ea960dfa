"""Markdown: the summary of a period, and single tables."""

from __future__ import annotations

from dataclasses import fields

from banso_cli.reports.results import Results
from banso_cli.reports.summary import Summary
from banso_cli.reports.templates import environment


def summary_markdown(summary: Summary) -> str:
    """Return the published summary of a period as Markdown."""
    context = {field.name: getattr(summary, field.name) for field in fields(summary)}
    return environment().get_template("summary.md.jinja").render(context)


def tables_markdown(results: Results) -> str:
    """Return the tables alone, each under its title."""
    return (
        environment()
        .get_template("tables.md.jinja")
        .render(
            title=results.title,
            errors=results.errors,
            tables=results.tables,
            crosses=results.crosses,
            comparisons=results.comparisons,
        )
    )
