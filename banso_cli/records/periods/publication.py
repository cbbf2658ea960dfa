"""What the publication of a period says beside its figures: its words, voices and examples."""

from typing import Annotated

from banso_cli.records.fields.field import optional, told
from banso_cli.records.fields.names import AGENCY, THEME
from banso_cli.records.fields.record import Part, Source
from banso_cli.records.fields.values import Text, WholePercent


class Voice(Part):
    """What share of officers (percent) named a benefit, as published."""

    text: Annotated[Text, told("内容", "支援官が挙げた利点")]
    percent: Annotated[WholePercent, told("割合", "%。0から100までの半角数字で書く")]


class Statement(Part):
    """What the publication says, in the roster's words, one point at a time."""

    text: Annotated[Text, told("文", "一つの事柄を一つの文で書く")]
    sources: Annotated[tuple[Source, ...], told("出典", "このことを述べる資料")]


class Example(Part):
    """A team that the publication shows as an example, as printed there.

    Its bodies need not be those of the municipality's team in this period.
    """

    municipality: Annotated[
        Text, told("団体コード", "例に挙がる市町村の全国地方公共団体コード。6桁を引用符で囲む")
    ]
    agencies: Annotated[
        tuple[Annotated[Text, AGENCY], ...], told("所属府省庁等", "例に示された順に書く")
    ]
    themes: Annotated[tuple[Annotated[Text, THEME], ...], told("テーマ", "例に示された順に書く")]
    caption: Annotated[Text, told("画面のことば", "写真や画面が伝えること")]
    credit: Annotated[Text, told("提供", "写真や画面の提供元。資料の記すとおりに書く")]
    note: Text | None = optional("注", "読む人への注記")
    sources: Annotated[tuple[Source, ...], told("出典", "この例を載せる資料")]
