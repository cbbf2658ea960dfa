"""The parts of a summary: what templates and the other forms show, and nothing else.

The text beside each type is what `banso report --context` prints.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from banso_cli.datasets.teams import TeamEntry
from banso_cli.statistics.table import Table


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """The programme and its rules."""

    name: Annotated[str, "制度の名称"]
    is_fictional: Annotated[bool, "架空データか"]
    least: Annotated[int, "チームの最少の人数"]
    most: Annotated[int, "チームの最多の人数"]
    below: Annotated[int, "市町村の人口（人）はこの数に届かない"]


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """What share of officers named a benefit."""

    text: Annotated[str, "支援官の挙げた利点"]
    percent: Annotated[int, "割合（%）"]


@dataclass(frozen=True, slots=True)
class PeriodEntry:
    """A period."""

    number: Annotated[int, "第何期か"]
    era_year: Annotated[str, "年度（令和）"]
    start: Annotated[dt.date, "始まりの日"]
    end: Annotated[dt.date, "終わりの日"]
    voices: Annotated[tuple[VoiceEntry, ...], "支援官の声"]
    remarks: Annotated[tuple[str, ...], "支援官の感想"]
    notes: Annotated[tuple[str, ...], "読む人への注記"]


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A published figure in this period and in the one before."""

    label: Annotated[str, "指標の名称"]
    unit: Annotated[str, "数の単位"]
    value: Annotated[int | None, "この期の公表値。なければ none"]
    earlier: Annotated[int | None, "前の期の公表値。なければ none"]


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """The teams of one region in the order of their numbers."""

    name: Annotated[str, "地域"]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one team."""

    number: Annotated[int, "チームの番号"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    text: Annotated[str, "注"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table that is shown with bars; the charts of the summary are numbered."""

    number: Annotated[str, "①から⑥。番号のない図は空"]
    table: Annotated[Table, "図にする表"]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source."""

    title: Annotated[str, "表題"]
    url: Annotated[str, "アドレス。なければ空"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that stands for a figure or beside a name."""

    sign: Annotated[str, "記号"]
    meaning: Annotated[str, "意味"]
