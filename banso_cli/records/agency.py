"""Ministries and other bodies that members come from: `agencies.yaml`."""

from typing import Annotated, Literal, get_args

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.names import AGENCY
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Day, Text

AgencyKind = Literal[
    "府省庁",
    "地方支分部局",
    "独立行政法人",
    "国立研究開発法人",
    "地方共同法人",
    "国立大学法人",
    "株式会社",
]
AGENCY_KINDS: tuple[str, ...] = get_args(AgencyKind)
NATIONAL_KINDS = frozenset({"府省庁", "地方支分部局"})


class Agency(Part):
    """One body; `parent` is the body it belongs to, by name, `until` the last day it existed.

    府省庁 takes in the bodies that the published summary counts as 省庁等: ministries, agencies,
    commissions, 人事院 and 会計検査院.
    """

    name: Annotated[
        Text, told("名称", "公表資料のとおりの名称。チームのファイルではこの名称で書く")
    ]
    kind: Annotated[
        AgencyKind, told("種類", "府省庁と地方支分部局の職員は支援官、ほかはオフィサー")
    ]
    parent: Annotated[Text, AGENCY] | None = optional(
        "上位の組織", "属する組織の名称。この一覧にあるもの"
    )
    aliases: tuple[Text, ...] = several("別名", "資料に現れるほかの書き方")
    until: Day | None = optional("廃止された日", "存続した最後の日。今もあるなら書かない")
    note: Text | None = optional("注", "読む人への注記")

    @property
    def about(self) -> str:
        """Return what editors tell about the body."""
        parent = f"（{self.parent}）" if self.parent else ""
        return "。".join(filter(None, (f"{self.kind}{parent}", self.note)))

    @property
    def is_national(self) -> bool:
        """Tell whether this is the national government itself: its people are 支援官."""
        return self.kind in NATIONAL_KINDS


class AgencyList(Record):
    """All bodies, in the order in which every output shows them."""

    agencies: Annotated[tuple[Agency, ...], told("府省庁等", "統計と一覧に並べる順に書く")]
    sources: Annotated[tuple[Source, ...], told("出典", "この一覧の根拠とした資料")]
