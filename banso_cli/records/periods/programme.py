"""The rules and definitions of the programme: `programme.yaml`."""

from typing import Annotated

from banso_cli.records.fields.field import about_aliases, optional, several, told
from banso_cli.records.fields.names import PREFECTURE
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Day, Number, Text, Truth
from banso_cli.records.periods.matching_rules import MatchingRules
from banso_cli.records.teams.activity import ACTIVITY_LABELS, ActivityKind


class TeamSize(Part):
    """How many members a team has, both ends included."""

    least: Annotated[Number, told("最少", "一つのチームに少なくとも何人か")]
    most: Annotated[Number, told("最多", "一つのチームに多くとも何人か")]
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class PopulationLimit(Part):
    """The population (persons) that a supported municipality stays below."""

    below: Annotated[Number, told("未満", "支援対象の市町村の人口（人）はこの数に届かない")]
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class Rhythm(Part):
    """How often a kind of activity is due: once in this many days."""

    kind: Annotated[ActivityKind, told("形式", "どの活動か", *ACTIVITY_LABELS.values())]
    days: Annotated[Number, told("日数", "少なくとも何日に一度か")]
    basis: Annotated[Text, told("根拠", "資料に何とあり、なぜこの日数とするか")]
    sources: tuple[Source, ...] = several("出典", "この決まりを載せる資料")


class MeasureInForce(Part):
    """Which population figure counts for a period: its measure and its day."""

    period: Annotated[Number, told("期", "第何期に用いるか")]
    measure: Annotated[Text, told("人口の種類", "市町村のファイルにある種類のどれか")]
    date: Annotated[Day, told("基準日", "いつの時点の人口か")]
    basis: Annotated[Text, told("根拠", "なぜこの人口を用いるか")]


class Rank(Part):
    """A class of 役職 as published, with other spellings that are counted in it."""

    name: Annotated[Text, told("役職", "公表資料の区分。チームのファイルではこの名称で書く")]
    aliases: tuple[Text, ...] = several("別名", "資料に現れ、この区分に数えるほかの書き方")

    @property
    def about(self) -> str:
        """Return what editors tell about the rank."""
        return about_aliases(self.aliases)


class Band(Part):
    """A class of a number: from `least` (included) to `below` (excluded); open where left out."""

    name: Annotated[Text, told("区分", "統計に示す名称")]
    least: Number = optional("以上", "この数から（含む）。書かなければ 0", default=0)
    below: Number | None = optional("未満", "この数まで（含まない）。上に限りがなければ書かない")

    def holds(self, number: int) -> bool:
        """Tell whether the number falls into this class."""
        return self.least <= number and (self.below is None or number < self.below)


class Region(Part):
    """A region and the prefectures in it, in official order."""

    name: Annotated[Text, told("地域", "統計に示す名称")]
    prefectures: Annotated[
        tuple[Annotated[Text, PREFECTURE], ...],
        told("都道府県", "この地域の都道府県。全国地方公共団体コードの順"),
    ]


class Scheme(Part):
    """How a definition came about: its text, printed wherever it is used, and its source."""

    text: Annotated[Text, told("定義", "統計に添えて示す文")]
    sources: tuple[Source, ...] = several("出典", "この区分の根拠とした資料")


class Definitions(Part):
    """The definitions of classes that every output prints beside its figures."""

    regions: Annotated[Scheme, told("地域区分", "地域をどう分けたか")]
    population_bands: Annotated[Scheme, told("人口区分", "人口をどう分けたか")]
    age_bands: Annotated[Scheme, told("年齢区分", "年齢をどう分けたか")]


class Programme(Record):
    """The programme as a whole; lists are in the order in which every output shows them."""

    name: Annotated[Text, told("名称", "制度の正式な名称")]
    caption: Text | None = optional("副題", "何の制度かを一言で。報告の題に添える")
    team_size: Annotated[TeamSize, told("チームの人数", "一つのチームの支援官の人数")]
    population_limit: Annotated[
        PopulationLimit, told("人口の上限", "支援対象とする市町村の人口の上限")
    ]
    matching: MatchingRules | None = optional(
        "マッチング", "応募からチームを編成するときの決まりと点"
    )
    measures_in_force: Annotated[
        tuple[MeasureInForce, ...], told("用いる人口", "期ごとに、どの人口で量るか")
    ]
    rhythm: tuple[Rhythm, ...] = several("活動の頻度", "次の連絡の目安。形式ごとに書く")
    genders: Annotated[tuple[Text, ...], told("性別", "支援官の性別の区分")]
    tracks: Annotated[tuple[Text, ...], told("事務官・技官の別", "支援官の職種の区分")]
    ranks: Annotated[tuple[Rank, ...], told("役職", "支援官の役職の区分。上から順に書く")]
    age_bands: Annotated[tuple[Band, ...], told("年齢区分", "支援官の年齢の区分。若い順に書く")]
    regions: Annotated[tuple[Region, ...], told("地域", "都道府県をまとめた地域。北から順に書く")]
    population_bands: Annotated[
        tuple[Band, ...], told("人口区分", "市町村の人口の区分。少ない順に書く")
    ]
    definitions: Annotated[Definitions, told("定義", "図表に添える、区分の説明")]
    public: Truth = optional(
        "公開する台帳か", "true なら、支援官一人ひとりの性別、職種、年齢を書けない", default=False
    )
    fictional: Truth = optional(
        "架空データか",
        "true なら、実在の市町村を書けず、公式の名称や団体コードとも照らし合わせない",
        default=False,
    )
    disclosure_threshold: Annotated[
        Number,
        told(
            "秘匿のしきい値",
            "性別・事務官と技官の別・年齢は、この人数に満たない区分を隣の区分とまとめて示す",
        ),
    ]
    sources: Annotated[tuple[Source, ...], told("出典", "この記録の根拠とした資料")]

    def region_of(self, prefecture: str) -> str | None:
        """Return the region of a prefecture; None where no region holds it."""
        return next((r.name for r in self.regions if prefecture in r.prefectures), None)

    def measure_in_force(self, period: int) -> MeasureInForce | None:
        """Return the population figure that counts for a period; None where none is named."""
        return next((m for m in self.measures_in_force if m.period == period), None)
