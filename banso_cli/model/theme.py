"""Themes of support: `themes.yaml`."""

from __future__ import annotations

from pydantic import Field

from banso_cli.model.record import Part, Record, Source, Text


class Theme(Part):
    """One theme; teams name it by its name."""

    id: Text = Field(title="ID")
    name: Text = Field(title="名称")
    aliases: tuple[Text, ...] = Field(default=(), title="別名")
    description: Text | None = Field(default=None, title="説明")
    sources: tuple[Source, ...] = Field(title="出典")


class ThemeList(Record):
    """All themes, in the order in which every output shows them."""

    themes: tuple[Theme, ...] = Field(title="テーマ")
