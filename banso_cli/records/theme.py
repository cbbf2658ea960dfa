"""Themes of support: `themes.yaml`."""

from typing import Annotated

from banso_cli.records.fields.field import about_aliases, optional, several, told
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Text


class Theme(Part):
    """One theme; teams name it by its name."""

    id: Annotated[Text, told("ID", "半角英小文字とハイフンの短い名前")]
    name: Annotated[Text, told("名称", "チームのファイルではこの名称で書く")]
    aliases: tuple[Text, ...] = several("別名", "資料に現れるほかの書き方")
    description: Text | None = optional("説明", "どこまでをこのテーマに含めるか")
    sources: Annotated[tuple[Source, ...], told("出典", "このテーマを載せる資料")]

    @property
    def about(self) -> str:
        """Return what editors tell about the theme."""
        return "。".join(filter(None, (self.description, about_aliases(self.aliases))))


class ThemeList(Record):
    """All themes, in the order in which every output shows them."""

    themes: Annotated[tuple[Theme, ...], told("テーマ", "統計と一覧に並べる順に書く")]
