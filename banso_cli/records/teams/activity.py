"""What a team does on a day: a meeting, a visit."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.record import Part, Source
from banso_cli.records.fields.values import Day, Number, Text

ActivityKind = Literal["online", "visit", "talk", "round_table"]

ACTIVITY_LABELS: Mapping[ActivityKind, str] = {
    "online": "オンライン会議",
    "visit": "現地訪問",
    "talk": "首長との意見交換",
    "round_table": "座談会",
}

NUMBERED_KINDS = frozenset({"online", "visit"})
"""What teams number from 1, each kind by itself."""


class Activity(Part):
    """A meeting or a visit; `attended` counts members from 1 in the order of the team."""

    kind: Annotated[
        ActivityKind, told("形式", "会議、訪問、意見交換、座談会の別", *ACTIVITY_LABELS.values())
    ]
    date: Annotated[Day, told("日", "その日。何日かにわたるなら最初の日")]
    until: Day | None = optional("終わりの日", "何日かにわたるときの最後の日")
    number: Number | None = optional("回", "同じ形式の第何回か")
    subject: Text | None = optional("内容", "何をしたか")
    attended: tuple[Number, ...] = several(
        "出席", "出席した支援官。members の上から何人目かを数で書く"
    )
    places: tuple[Text, ...] = several("訪問先", "訪れた場所")
    next: Text | None = optional("次の予定", "この後の予定")
    next_date: Day | None = optional("次の予定の日", "この後の予定の日。何日かなら最初の日")
    sources: tuple[Source, ...] = several("出典", "この活動を載せる資料")


def newest(activities: Iterable[Activity]) -> Activity | None:
    """Return the activity of the latest day; of several of that day the one that stands last."""
    return max(reversed(tuple(activities)), key=lambda each: each.date, default=None)
