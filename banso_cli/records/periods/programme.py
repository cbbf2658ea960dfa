"""The rules and definitions of the programme: `programme.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from banso_cli.records.fields.names import PREFECTURE
from banso_cli.records.fields.record import (
    Day,
    Number,
    Part,
    Record,
    Source,
    Text,
    Truth,
    about_aliases,
    optional,
    several,
)
from banso_cli.records.periods.matching_rules import MatchingRules
from banso_cli.records.teams.activity import ACTIVITY_LABELS, ActivityKind


class TeamSize(Part):
    """How many members a team has, both ends included."""

    least: Number = Field(title="最少", description="一つのチームに少なくとも何人か")
    most: Number = Field(title="最多", description="一つのチームに多くとも何人か")
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class PopulationLimit(Part):
    """The population (persons) that a supported municipality stays below."""

    below: Number = Field(
        title="未満", description="支援対象の市町村の人口（人）はこの数に届かない"
    )
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class Rhythm(Part):
    """How often a kind of activity is due: once in this many days."""

    kind: ActivityKind = Field(
        title="形式",
        description="どの活動か",
        json_schema_extra={"enumDescriptions": [*ACTIVITY_LABELS.values()]},
    )
    days: Number = Field(title="日数", description="少なくとも何日に一度か")
    basis: Text = Field(title="根拠", description="資料に何とあり、なぜこの日数とするか")
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class MeasureInForce(Part):
    """Which population figure counts for a period: its measure and its day."""

    period: Number = Field(title="期", description="第何期に用いるか")
    measure: Text = Field(title="人口の種類", description="市町村のファイルにある種類のどれか")
    date: Day = Field(title="基準日", description="いつの時点の人口か")
    basis: Text = Field(title="根拠", description="なぜこの人口を用いるか")


class Rank(Part):
    """A class of 役職 as published, with other spellings that are counted in it."""

    name: Text = Field(
        title="役職", description="公表資料の区分。チームのファイルではこの名称で書く"
    )
    aliases: tuple[Text, ...] = several("別名", "資料に現れ、この区分に数えるほかの書き方")

    @property
    def about(self) -> str:
        """Return what editors tell about the rank."""
        return about_aliases(self.aliases)


class Band(Part):
    """A class of a number: from `least` (included) to `below` (excluded); open where left out."""

    name: Text = Field(title="区分", description="統計に示す名称")
    least: Number = optional("以上", "この数から（含む）。書かなければ 0", default=0)
    below: Number | None = optional("未満", "この数まで（含まない）。上に限りがなければ書かない")

    def holds(self, number: int) -> bool:
        """Tell whether the number falls into this class."""
        return self.least <= number and (self.below is None or number < self.below)


class Region(Part):
    """A region and the prefectures in it, in official order."""

    name: Text = Field(title="地域", description="統計に示す名称")
    prefectures: tuple[Annotated[Text, PREFECTURE], ...] = Field(
        title="都道府県", description="この地域の都道府県。全国地方公共団体コードの順"
    )


class Scheme(Part):
    """How a definition came about: its text, printed wherever it is used, and its source."""

    text: Text = Field(title="定義", description="統計に添えて示す文")
    sources: tuple[Source, ...] = several("出典", "この区分の根拠とした資料")


class Definitions(Part):
    """The definitions of classes that every output prints beside its figures."""

    regions: Scheme = Field(title="地域区分", description="地域をどう分けたか")
    population_bands: Scheme = Field(title="人口区分", description="人口をどう分けたか")
    age_bands: Scheme = Field(title="年齢区分", description="年齢をどう分けたか")


class Programme(Record):
    """The programme as a whole; lists are in the order in which every output shows them."""

    name: Text = Field(title="名称", description="制度の正式な名称")
    caption: Text | None = optional("副題", "何の制度かを一言で。報告の題に添える")
    team_size: TeamSize = Field(title="チームの人数", description="一つのチームの支援官の人数")
    population_limit: PopulationLimit = Field(
        title="人口の上限", description="支援対象とする市町村の人口の上限"
    )
    matching: MatchingRules | None = optional(
        "マッチング", "応募からチームを編成するときの決まりと点"
    )
    measures_in_force: tuple[MeasureInForce, ...] = Field(
        title="用いる人口", description="期ごとに、どの人口で量るか"
    )
    rhythm: tuple[Rhythm, ...] = several("活動の頻度", "次の連絡の目安。形式ごとに書く")
    genders: tuple[Text, ...] = Field(title="性別", description="支援官の性別の区分")
    tracks: tuple[Text, ...] = Field(title="事務官・技官の別", description="支援官の職種の区分")
    ranks: tuple[Rank, ...] = Field(title="役職", description="支援官の役職の区分。上から順に書く")
    age_bands: tuple[Band, ...] = Field(
        title="年齢区分", description="支援官の年齢の区分。若い順に書く"
    )
    regions: tuple[Region, ...] = Field(
        title="地域", description="都道府県をまとめた地域。北から順に書く"
    )
    population_bands: tuple[Band, ...] = Field(
        title="人口区分", description="市町村の人口の区分。少ない順に書く"
    )
    definitions: Definitions = Field(title="定義", description="図表に添える、区分の説明")
    public: Truth = optional(
        "公開する台帳か", "true なら、支援官一人ひとりの性別、職種、年齢を書けない", default=False
    )
    fictional: Truth = optional(
        "架空データか",
        "true なら、実在の市町村を書けず、公式の名称や団体コードとも照らし合わせない",
        default=False,
    )
    disclosure_threshold: Number = Field(
        title="秘匿のしきい値",
        description="性別・事務官と技官の別・年齢は、この人数に満たない区分を隣の区分とまとめて示す",
    )
    sources: tuple[Source, ...] = Field(title="出典", description="この記録の根拠とした資料")

    def region_of(self, prefecture: str) -> str | None:
        """Return the region of a prefecture; None where no region holds it."""
        return next((r.name for r in self.regions if prefecture in r.prefectures), None)

    def measure_in_force(self, period: int) -> MeasureInForce | None:
        """Return the population figure that counts for a period; None where none is named."""
        return next((m for m in self.measures_in_force if m.period == period), None)
