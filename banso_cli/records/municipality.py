"""A municipality: `municipalities/<code>-<romaji>.yaml`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from banso_cli.records.fields.names import PREFECTURE
from banso_cli.records.fields.record import (
    Day,
    Degrees,
    Number,
    Part,
    Record,
    Source,
    Text,
    optional,
    several,
)


class PopulationFigure(Part):
    """A population (persons) by one measure on one day."""

    value: Number = Field(title="人口", description="人。半角数字だけで書く")
    measure: Text = Field(title="人口の種類", description="国勢調査、住民基本台帳など")
    date: Day = Field(title="基準日", description="いつの時点の人口か")
    source: Text = Field(title="出典", description="資料の名称")


class Office(Part):
    """Where the municipal office stands, in degrees of latitude and longitude (WGS 84)."""

    latitude: Degrees = Field(title="緯度", description="度。世界測地系（WGS 84）")
    longitude: Degrees = Field(title="経度", description="度。世界測地系（WGS 84）")
    source: Text = Field(title="出典", description="位置を調べた資料の名称")


class Municipality(Record):
    """A municipality with its official six-digit code (全国地方公共団体コード)."""

    code: Text = Field(title="団体コード", description="全国地方公共団体コード。6桁を引用符で囲む")
    name: Text = Field(title="名称", description="市町村名。都道府県と郡は含めない")
    kana: Text = Field(title="かな", description="ひらがなの読み")
    romaji: Text = Field(title="ローマ字", description="読みのヘボン式")
    prefecture: Annotated[Text, PREFECTURE] = Field(
        title="都道府県", description="都、道、府、県まで書く"
    )
    county: Text | None = optional("郡", "郡に属する町村だけに書く")
    population: tuple[PopulationFigure, ...] = Field(
        title="人口", description="種類と基準日ごとの人口"
    )
    office: Office | None = optional("役所・役場", "地図に示す位置")
    page: Text | None = optional("ウェブサイト", "公式ウェブサイトのアドレス")
    notes: tuple[Text, ...] = several("注", "読む人への注記")
    sources: tuple[Source, ...] = Field(title="出典", description="この記録の根拠とした資料")

    @property
    def order(self) -> tuple[int | str, ...]:
        """Return what a municipality stands by among all."""
        return (self.code, self.id)

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
