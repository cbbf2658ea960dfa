"""A municipality: `municipalities/<code>-<romaji>.yaml`."""

import datetime as dt
from typing import Annotated

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.names import PREFECTURE
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Day, Degrees, Number, Text


class PopulationFigure(Part):
    """A population (persons) by one measure on one day."""

    value: Annotated[Number, told("人口", "人。半角数字だけで書く")]
    measure: Annotated[Text, told("人口の種類", "国勢調査、住民基本台帳など")]
    date: Annotated[Day, told("基準日", "いつの時点の人口か")]
    source: Annotated[Text, told("出典", "資料の名称")]


class Office(Part):
    """Where the municipal office stands, in degrees of latitude and longitude (WGS 84)."""

    latitude: Annotated[Degrees, told("緯度", "度。世界測地系（WGS 84）")]
    longitude: Annotated[Degrees, told("経度", "度。世界測地系（WGS 84）")]
    source: Annotated[Text, told("出典", "位置を調べた資料の名称")]


class Municipality(Record):
    """A municipality with its official six-digit code (全国地方公共団体コード)."""

    ordered_by = ("code",)

    code: Annotated[Text, told("団体コード", "全国地方公共団体コード。6桁を引用符で囲む")]
    name: Annotated[Text, told("名称", "市町村名。都道府県と郡は含めない")]
    kana: Annotated[Text, told("かな", "ひらがなの読み")]
    romaji: Annotated[Text, told("ローマ字", "読みのヘボン式")]
    prefecture: Annotated[Text, PREFECTURE, told("都道府県", "都、道、府、県まで書く")]
    county: Text | None = optional("郡", "郡に属する町村だけに書く")
    population: Annotated[tuple[PopulationFigure, ...], told("人口", "種類と基準日ごとの人口")]
    office: Office | None = optional("役所・役場", "地図に示す位置")
    page: Text | None = optional("ウェブサイト", "公式ウェブサイトのアドレス")
    notes: tuple[Text, ...] = several("注", "読む人への注記")
    sources: Annotated[tuple[Source, ...], told("出典", "この記録の根拠とした資料")]

    @property
    def usual_stem(self) -> str:
        """Return what the name of the file should be, without `.yaml`."""
        return f"{self.code}-{self.romaji.partition('-')[0].lower()}"

    @property
    def full_name(self) -> str:
        """Return prefecture and name, as the published list prints them."""
        return f"{self.prefecture}{self.name}"

    def people(self, measure: str, date: dt.date) -> int | None:
        """Return the population by this measure on this day; None where it is not recorded."""
        figures = (f for f in self.population if f.measure == measure and f.date == date)
        return next((f.value for f in figures), None)
