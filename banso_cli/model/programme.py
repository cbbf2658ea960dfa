"""The rules and definitions of the programme: `programme.yaml`."""

from __future__ import annotations

from pydantic import Field

from banso_cli.model.record import Day, Number, Part, Record, Source, Text


class TeamSize(Part):
    """How many members a team has, both ends included."""

    least: Number = Field(title="最少")
    most: Number = Field(title="最多")
    sources: tuple[Source, ...] = Field(default=(), title="出典")


class PopulationLimit(Part):
    """The population (persons) that a supported municipality stays below."""

    below: Number = Field(title="未満")
    sources: tuple[Source, ...] = Field(default=(), title="出典")


class MeasureInForce(Part):
    """Which population figure counts for a period: its measure and its day."""

    period: Number = Field(title="期")
    measure: Text = Field(title="人口の種類")
    date: Day = Field(title="基準日")
    basis: Text = Field(title="根拠")


class Rank(Part):
    """A class of 役職 as published, with other spellings that are counted in it."""

    name: Text = Field(title="役職")
    aliases: tuple[Text, ...] = Field(default=(), title="別名")


class Band(Part):
    """A class of a number: from `least` (included) to `below` (excluded); open where left out."""

    name: Text = Field(title="区分")
    least: Number = Field(default=0, title="以上")
    below: Number | None = Field(default=None, title="未満")

    def holds(self, number: int) -> bool:
        """Tell whether the number falls into this class."""
        return self.least <= number and (self.below is None or number < self.below)


class Region(Part):
    """A region and the prefectures in it, in official order."""

    name: Text = Field(title="地域")
    prefectures: tuple[Text, ...] = Field(title="都道府県")


class Scheme(Part):
    """How a definition came about: its text, printed wherever it is used, and its source."""

    text: Text = Field(title="定義")
    sources: tuple[Source, ...] = Field(default=(), title="出典")


class Definitions(Part):
    """The definitions of classes that every output prints beside its figures."""

    regions: Scheme = Field(title="地域区分")
    population_bands: Scheme = Field(title="人口区分")
    age_bands: Scheme = Field(title="年齢区分")


class Programme(Record):
    """The programme as a whole; lists are in the order in which every output shows them."""

    name: Text = Field(title="名称")
    team_size: TeamSize = Field(title="チームの人数")
    population_limit: PopulationLimit = Field(title="人口の上限")
    measures_in_force: tuple[MeasureInForce, ...] = Field(title="用いる人口")
    genders: tuple[Text, ...] = Field(title="性別")
    tracks: tuple[Text, ...] = Field(title="事務官・技官の別")
    ranks: tuple[Rank, ...] = Field(title="役職")
    age_bands: tuple[Band, ...] = Field(title="年齢区分")
    regions: tuple[Region, ...] = Field(title="地域")
    population_bands: tuple[Band, ...] = Field(title="人口区分")
    definitions: Definitions = Field(title="定義")
    disclosure_threshold: Number = Field(title="秘匿のしきい値")
    sources: tuple[Source, ...] = Field(title="出典")

    def region_of(self, prefecture: str) -> str | None:
        """Return the region of a prefecture; None where no region holds it."""
        return next((r.name for r in self.regions if prefecture in r.prefectures), None)

    def measure_in_force(self, period: int) -> MeasureInForce | None:
        """Return the population figure that counts for a period; None where none is named."""
        return next((m for m in self.measures_in_force if m.period == period), None)
