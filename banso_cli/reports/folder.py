"""The summary of a period as a folder: Markdown with pictures beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from banso_cli.datasets.prefecture_entries import are_known
from banso_cli.reports.entries import Chart
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.pictures.bar_words import alternative
from banso_cli.reports.pictures.svg import chart_svg, map_svg
from banso_cli.reports.pictures.tile_words import MapKind, map_heading, map_remarks
from banso_cli.reports.summary import Summary, names_of
from banso_cli.reports.templating.templates import environment
from banso_cli.statistics.dimensions import AGENCY, STATUS, SUMMARY, THEME

DOCUMENT = "summary.md"

CHARTS: Mapping[str, str] = MappingProxyType(
    {
        **{by.id: f"{number}-{by.id}.svg" for number, by in enumerate(SUMMARY, start=1)},
        **{by.id: f"{by.id}.svg" for by in (STATUS, AGENCY, THEME)},
    }
)
"""The files of the charts by the ids of their tables, in the order of the summary."""

MAPS: Mapping[MapKind, tuple[str, str]] = MappingProxyType(
    {kind: (f"map-{kind}.svg", f"map-{kind}-narrow.svg") for kind in MapKind}
)
"""The files of the maps, each beside the narrow one for phones."""

OWN_NAMES = frozenset({DOCUMENT, *CHARTS.values(), *chain.from_iterable(MAPS.values())})
"""All names that files of such a folder can have; a period without teams has fewer files."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document: its path beside it, and what it says in a line.

    `narrow_path` is the same picture for phones; empty where one serves all.
    """

    path: str
    alt: str
    narrow_path: str = ""


def report_folder(summary: Summary) -> ReportFolder:
    """Return the document and all its pictures; the names of the files are ASCII."""
    template = environment().get_template("illustrated.md.jinja")
    files = {DOCUMENT: template.render(names_of(summary), pictures=pictures_of(summary))}
    for each in _charts(summary):
        files[CHARTS[each.table.id]] = chart_svg(each, summary.title, summary.errors)
    for kind, (wide, narrow) in _maps(summary).items():
        files[wide] = map_svg(summary, kind)
        files[narrow] = map_svg(summary, kind, narrow=True)
    made = tuple(ReportFile(path, text.encode("utf-8")) for path, text in files.items())
    return ReportFolder(made, OWN_NAMES)


def _charts(summary: Summary) -> tuple[Chart, ...]:
    return (*summary.charts, summary.status, summary.agencies, summary.themes)


def _maps(summary: Summary) -> Mapping[MapKind, tuple[str, str]]:
    """Return the maps; none where no team of the period is recorded."""
    return MAPS if are_known(summary.prefectures) else {}


def pictures_of(summary: Summary) -> Mapping[str, Picture]:
    """Return the pictures by the id of their table or map."""
    charts = {each.table.id: each for each in _charts(summary)}
    found = {name: Picture(CHARTS[name], alternative(each)) for name, each in charts.items()}
    for kind, (wide, narrow) in _maps(summary).items():
        alt = f"{map_heading(summary, kind)}の地図。{''.join(map_remarks(summary, kind))}"
        found[f"map-{kind}"] = Picture(wide, alt, narrow)
    return found
