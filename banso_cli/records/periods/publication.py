"""What the publication of a period says beside its figures: its words, voices and examples."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from banso_cli.records.fields.names import AGENCY, THEME
from banso_cli.records.fields.record import Part, Source, Text, WholePercent, optional


class Voice(Part):
    """What share of officers (percent) named a benefit, as published."""

    text: Text = Field(title="内容", description="支援官が挙げた利点")
    percent: WholePercent = Field(title="割合", description="%。0から100までの半角数字で書く")


class Statement(Part):
    """What the publication says, in the roster's words, one point at a time."""

    text: Text = Field(title="文", description="一つの事柄を一つの文で書く")
    sources: tuple[Source, ...] = Field(title="出典", description="このことを述べる資料")


class Example(Part):
    """A team that the publication shows as an example, as printed there.

    Its bodies need not be those of the municipality's team in this period.
    """

    municipality: Text = Field(
        title="団体コード",
        description="例に挙がる市町村の全国地方公共団体コード。6桁を引用符で囲む",
    )
    agencies: tuple[Annotated[Text, AGENCY], ...] = Field(
        title="所属府省庁等", description="例に示された順に書く"
    )
    themes: tuple[Annotated[Text, THEME], ...] = Field(
        title="テーマ", description="例に示された順に書く"
    )
    caption: Text = Field(title="画面のことば", description="写真や画面が伝えること")
    credit: Text = Field(title="提供", description="写真や画面の提供元。資料の記すとおりに書く")
    note: Text | None = optional("注", "読む人への注記")
    sources: tuple[Source, ...] = Field(title="出典", description="この例を載せる資料")
