"""The parts of a summary: what templates and the other forms show, and nothing else.

The text beside each type is what `banso report --context` prints.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.statistics.tables.table import Table

NONE = "なし"


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """The programme and its rules."""

    name: Annotated[str, "制度の名称"]
    caption: Annotated[str, "何の制度か。なければ空"]
    is_fictional: Annotated[bool, "架空データか"]
    least: Annotated[int, "チームの最少の人数"]
    most: Annotated[int, "チームの最多の人数"]
    below: Annotated[int, "市町村の人口（人）はこの数に届かない"]
    limit_sources: Annotated[tuple[int, ...], "人口の上限の出典の番号。公表資料によるなら空"]


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """What share of officers named a benefit."""

    text: Annotated[str, "支援官の挙げた利点"]
    percent: Annotated[int, "割合（%）"]


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a sentence in one kind of letters."""

    text: Annotated[str, "ことば"]
    is_emphasised: Annotated[bool, "太字か"] = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the publication, with what is emphasised in it."""

    text: Annotated[str, "文"]
    emphasised: Annotated[tuple[str, ...], "太字のことば"] = ()

    @property
    def runs(self) -> Annotated[tuple[Run, ...], "太字とそうでない部分に分けた文"]:
        """Return the sentence in its parts; where two emphasised words overlap, the longer."""
        words = sorted(self.emphasised, key=len, reverse=True)
        parts = (
            re.split(f"({'|'.join(map(re.escape, words))})", self.text) if words else [self.text]
        )
        return tuple(Run(part, n % 2 == 1) for n, part in enumerate(parts) if part)


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A meeting of the teams."""

    date: Annotated[dt.date, "日。何日かにわたるなら最初の日"]
    until: Annotated[dt.date | None, "何日かにわたるときの最後の日。でなければ none"]
    title: Annotated[str, "何を行ったか、行うか"]
    sources: Annotated[tuple[int, ...], "出典の番号"]


@dataclass(frozen=True, slots=True)
class ErratumEntry:
    """A value that was mended after the period was closed."""

    date: Annotated[dt.date, "訂正した日"]
    record: Annotated[str, "市町村名。期の記録なら空"]
    field: Annotated[str, "項目。記録そのものを除いたなら空"]
    was: Annotated[str, "誤っていた値。なければ空"]
    now: Annotated[str, "正しい値。なければ空"]
    reason: Annotated[str, "理由"]
    sources: Annotated[tuple[int, ...], "出典の番号"]

    @property
    def words(self) -> Annotated[str, "何をどう改めたか"]:
        """Return what was mended, in one sentence."""
        subject = " ".join(filter(None, (self.record, self.field))) or "期の記録"
        if not self.field:
            return f"{subject}：記録を除いた（{self.reason}）"
        return f"{subject}：（誤）{self.was or NONE}（正）{self.now or NONE}（{self.reason}）"


@dataclass(frozen=True, slots=True)
class PeriodEntry:
    """A period."""

    number: Annotated[int, "第何期か"]
    era_year: Annotated[str, "年度（令和）"]
    start: Annotated[dt.date, "始まりの日"]
    end: Annotated[dt.date, "終わりの日"]
    is_partial: Annotated[bool, "チームの一部だけを収めた期か。そうなら何も数えない"]
    events: Annotated[tuple[EventEntry, ...], "チームに共通の行事。日の順"]
    closed: Annotated[dt.date | None, "記録を締めた日。締めていなければ none"]
    errata: Annotated[tuple[ErratumEntry, ...], "締めた後の正誤"]
    outline: Annotated[tuple[Sentence, ...], "概要。公表資料の述べること"]
    footnotes: Annotated[tuple[str, ...], "公表資料が※を付けて述べること"]
    voices: Annotated[tuple[VoiceEntry, ...], "支援官の声"]
    further_voices: Annotated[bool, "ほかにも声があるか（「等」を添える）"]
    voices_answered: Annotated[int | None, "支援官の声の回答数。なければ空"]
    remarks: Annotated[tuple[Sentence, ...], "支援官の感想"]
    notes: Annotated[tuple[str, ...], "読む人への注記"]


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """A team that the publication shows as an example, as printed there."""

    municipality: Annotated[str, "都道府県名と市町村名"]
    agencies: Annotated[tuple[str, ...], "所属府省庁等"]
    themes: Annotated[tuple[str, ...], "支援テーマ"]
    caption: Annotated[str, "写真や画面の伝えること"]
    credit: Annotated[str, "写真や画面の提供元"]
    note: Annotated[str, "注。なければ空"]


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A published figure in this period and in the one before.

    Sources stand beside what the publication does not print.
    """

    id: Annotated[str, "指標の ID"]
    label: Annotated[str, "指標の名称"]
    unit: Annotated[str, "数の単位"]
    value: Annotated[int | None, "この期の公表値。なければ none"]
    earlier: Annotated[int | None, "前の期の公表値。なければ none"]
    note: Annotated[str, "この期の公表値の注。なければ空"]
    sources: Annotated[tuple[int, ...], "この期の数の出典の番号。公表資料によるなら空"]
    earlier_sources: Annotated[tuple[int, ...], "前の期の数の出典の番号。公表資料によるなら空"]


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """The teams of one region in the order of their numbers."""

    name: Annotated[str, "地域"]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one team."""

    number: Annotated[int | None, "チームの番号。分からなければ none"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    text: Annotated[str, "注"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table that is shown with bars; the charts of the summary are numbered."""

    number: Annotated[str, "①から⑥。番号のない図は空"]
    table: Annotated[Table, "図にする表"]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source, with what it is the source of."""

    number: Annotated[int, "出典の番号。本文の [ ] の数"]
    group: Annotated[str, "何の出典か"]
    title: Annotated[str, "表題"]
    url: Annotated[str, "アドレス。なければ空"]
    date: Annotated[dt.date | None, "資料の日付。なければ確かめた日。分からなければ none"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that stands for a figure or beside a name."""

    sign: Annotated[str, "記号"]
    meaning: Annotated[str, "意味"]
