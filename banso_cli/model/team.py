"""A team that accompanies one municipality in one period: `teams/<period>/<municipality>.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from banso_cli.model.record import Day, Number, Part, Record, Source, Text

SUPPORT_OFFICER = "オフィサー"
"""The role of 地方創生支援オフィサー; members without a role are 地方創生支援官."""

Status = Literal["continuing", "new"]


class PrintedMember(Part):
    """What the source shows for a member, where that differs from the record."""

    agency: Text | None = Field(default=None, title="所属(原文)")
    rank: Text | None = Field(default=None, title="役職(原文)")


class Member(Part):
    """A seat in a team. Gender, track and age never leave banso for a single member."""

    agency: Text = Field(title="所属府省庁等")
    rank: Text = Field(title="役職")
    printed: PrintedMember | None = Field(default=None, title="原文の表記")
    role: Literal["オフィサー"] | None = Field(default=None, title="役割")
    gender: Text | None = Field(default=None, title="性別")
    track: Text | None = Field(default=None, title="事務官・技官の別")
    age: Number | None = Field(default=None, title="年齢")


class Activity(Part):
    """A meeting or a visit; `attended` counts members from 1 in the order of the team."""

    kind: Literal["online", "visit", "talk", "round_table"] = Field(title="形式")
    date: Day = Field(title="日")
    until: Day | None = Field(default=None, title="終わりの日")
    number: Number | None = Field(default=None, title="回")
    subject: Text | None = Field(default=None, title="内容")
    attended: tuple[Number, ...] = Field(default=(), title="出席")
    places: tuple[Text, ...] = Field(default=(), title="訪問先")
    next: Text | None = Field(default=None, title="次の予定")
    sources: tuple[Source, ...] = Field(default=(), title="出典")


class PrintedTeam(Part):
    """What the source shows for the team, where that differs from the record."""

    municipality: Text | None = Field(default=None, title="市町村名(原文)")


class Team(Record):
    """One team; an absent status means that it is not known whether support continues."""

    number: Number = Field(title="番号")
    municipality: Text = Field(title="団体コード")
    printed: PrintedTeam | None = Field(default=None, title="原文の表記")
    status: Status | None = Field(default=None, title="継続・新規の別")
    themes: tuple[Text, ...] = Field(default=(), title="テーマ")
    members: tuple[Member, ...] = Field(title="支援官")
    activities: tuple[Activity, ...] = Field(default=(), title="活動")
    assumptions: tuple[Text, ...] = Field(default=(), title="推定した事項")
    sources: tuple[Source, ...] = Field(title="出典")

    @property
    def period(self) -> int:
        """Return the number of the period, which is the name of the folder."""
        return int(self.id.split("/")[1])

    @property
    def stem(self) -> str:
        """Return the name of the file without `.yaml`, which is that of the municipality's file."""
        return self.id.rpartition("/")[2]
