"""A municipality: `municipalities/<code>-<romaji>.yaml`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from banso_cli.model.record import (
    Day,
    Degrees,
    Number,
    Part,
    Record,
    Source,
    Text,
)


class PopulationFigure(Part):
    """A population (persons) by one measure on one day."""

    value: Number = Field(title="人口")
    measure: Text = Field(title="人口の種類")
    date: Day = Field(title="基準日")
    source: Text = Field(title="出典")


class Office(Part):
    """Where the municipal office stands, in degrees of latitude and longitude (WGS 84)."""

    latitude: Degrees = Field(title="緯度")
    longitude: Degrees = Field(title="経度")
    source: Text = Field(title="出典")


class Municipality(Record):
    """A municipality with its official six-digit code (全国地方公共団体コード)."""

    code: Text = Field(title="団体コード")
    name: Text = Field(title="名称")
    kana: Text = Field(title="かな")
    romaji: Text = Field(title="ローマ字")
    prefecture: Text = Field(title="都道府県")
    county: Text | None = Field(default=None, title="郡")
    population: tuple[PopulationFigure, ...] = Field(title="人口")
    office: Office | None = Field(default=None, title="役所・役場")
    page: Text | None = Field(default=None, title="ウェブサイト")
    notes: tuple[Text, ...] = Field(default=(), title="注")
    sources: tuple[Source, ...] = Field(title="出典")

    @property
    def stem(self) -> str:
        """Return the name of the file without `.yaml`, which a team's file shares."""
        return self.id.rpartition("/")[2]

    @property
    def full_name(self) -> str:
        """Return prefecture and name, as the published list prints them."""
        return f"{self.prefecture}{self.name}"

    def people(self, measure: str, date: dt.date) -> int | None:
        """Return the population by this measure on this day; None where it is not recorded."""
        figures = (f for f in self.population if f.measure == measure and f.date == date)
        return next((f.value for f in figures), None)
