"""The parts of a summary: what templates and the other forms show, and nothing else.

The text beside each type is what `banso report --context` prints.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

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
class Seat:
    """A member as the list shows one: without gender, track and age."""

    agency: Annotated[str, "所属府省庁等"]
    rank: Annotated[str, "役職"]
    is_support_officer: Annotated[bool, "地方創生支援オフィサーか"]


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team with its municipality, as the list shows them."""

    number: Annotated[int, "一覧の番号"]
    code: Annotated[str, "全国地方公共団体コード（6桁の文字）"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    prefecture: Annotated[str, "都道府県名。分からなければ空"]
    name: Annotated[str, "市町村名"]
    kana: Annotated[str, "市町村名のかな。分からなければ空"]
    region: Annotated[str, "地域。分からなければ「未収録」"]
    population: Annotated[int | None, "この期に用いる人口（人）。なければ none"]
    population_band: Annotated[str, "人口区分。分からなければ「未収録」"]
    label: Annotated[str, "継続、新規。分からなければ空"]
    themes: Annotated[tuple[str, ...], "支援テーマ。分からなければ空"]
    seats: Annotated[tuple[Seat, ...], "支援官。公表された一覧の順"]
    is_assumed: Annotated[bool, "推定した事項があるか"]
    page: Annotated[str, "市町村のウェブサイト。なければ空"]


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """The teams of one region in the order of their numbers."""

    name: Annotated[str, "地域"]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]


@dataclass(frozen=True, slots=True)
class PrefectureEntry:
    """A prefecture with the number of its teams, and its cells in the two tile maps.

    Rows and columns are counted from 1 at the top left. No number is known, not even zero, where no
    team of the period is recorded.
    """

    code: Annotated[str, "都道府県コード（2桁の文字）"]
    name: Annotated[str, "都道府県名"]
    short_name: Annotated[str, "都、府、県を除いた名"]
    kana: Annotated[str, "都道府県名のかな"]
    wide_row: Annotated[int, "横長の地図での行"]
    wide_column: Annotated[int, "横長の地図での列"]
    narrow_row: Annotated[int, "縦長の地図での行"]
    narrow_column: Annotated[int, "縦長の地図での列"]
    teams: Annotated[int | None, "支援自治体の数。この期のチームの収録がなければ none"]
    new: Annotated[int | None, "うち新規と収録されたもの。teams がなければ none"]
    continuing: Annotated[int | None, "うち継続と収録されたもの。teams がなければ none"]
    unknown: Annotated[int | None, "うち新規か継続かが未収録のもの。teams がなければ none"]


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
