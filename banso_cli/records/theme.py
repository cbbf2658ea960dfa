"""Themes of support: `themes.yaml`."""

from __future__ import annotations

from pydantic import Field

from banso_cli.records.fields.record import (
    Part,
    Record,
    Source,
    Text,
    about_aliases,
    optional,
    several,
)


class Theme(Part):
    """One theme; teams name it by its name."""

    id: Text = Field(title="ID", description="半角英小文字とハイフンの短い名前")
    name: Text = Field(title="名称", description="チームのファイルではこの名称で書く")
    aliases: tuple[Text, ...] = several("別名", "資料に現れるほかの書き方")
    description: Text | None = optional("説明", "どこまでをこのテーマに含めるか")
    sources: tuple[Source, ...] = Field(title="出典", description="このテーマを載せる資料")

    @property
    def about(self) -> str:
        """Return what editors tell about the theme."""
        return "。".join(filter(None, (self.description, about_aliases(self.aliases))))


class ThemeList(Record):
    """All themes, in the order in which every output shows them."""

    themes: tuple[Theme, ...] = Field(title="テーマ", description="統計と一覧に並べる順に書く")
