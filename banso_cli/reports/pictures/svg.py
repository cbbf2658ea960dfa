"""Pictures as SVG: bar charts and tile maps, drawn by template.

Each stands alone as a file, and can stand in a page: its ids begin with its own id. Attributes
carry the light look; a style sheet changes it where a screen is dark, never in print.
"""

from __future__ import annotations

from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.bar_layout import bar_chart
from banso_cli.reports.pictures.tile_layout import NARROW, WIDE, tile_map
from banso_cli.reports.pictures.tile_words import MapKind
from banso_cli.reports.summary import Summary
from banso_cli.reports.templating.templates import environment


def chart_svg(chart: Chart, document: str, errors: int = 0) -> str:
    """Return a table as horizontal bars; `document` is the title of the report it belongs to."""
    template = environment().get_template("chart.svg.jinja")
    return template.render(chart=bar_chart(chart, document, errors))


def map_svg(summary: Summary, kind: MapKind, *, narrow: bool = False) -> str:
    """Return the prefectures as tiles with the number of their teams; `narrow` is for phones."""
    template = environment().get_template("map.svg.jinja")
    return template.render(map=tile_map(summary, kind, NARROW if narrow else WIDE))
