"""The prefectures with the number of their teams."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.records.teams.team import STATUS_LABELS
from banso_cli.reference.prefectures import prefectures


@dataclass(frozen=True, slots=True)
class PrefectureEntry:
    """A prefecture with the number of its teams, and its cells in the two tile maps.

    Rows and columns are counted from 1 at the top left. No number is known, not even zero, where no
    team of the period is recorded.
    """

    code: Annotated[str, "都道府県コード（2桁の文字）"]
    name: Annotated[str, "都道府県名"]
    short_name: Annotated[str, "都、府、県を除いた名"]
    kana: Annotated[str, "都道府県名のかな"]
    romaji: Annotated[str, "都道府県名のローマ字"]
    region: Annotated[str, "地域。この期のチームがなければ空"]
    wide_row: Annotated[int, "横長の地図での行"]
    wide_column: Annotated[int, "横長の地図での列"]
    narrow_row: Annotated[int, "縦長の地図での行"]
    narrow_column: Annotated[int, "縦長の地図での列"]
    teams: Annotated[int | None, "支援自治体の数。この期のチームの収録がなければ none"]
    new: Annotated[int | None, "うち新規と収録されたもの。teams がなければ none"]
    continuing: Annotated[int | None, "うち継続と収録されたもの。teams がなければ none"]
    unknown: Annotated[int | None, "うち新規か継続かが未収録のもの。teams がなければ none"]


def by_prefecture(teams: tuple[TeamEntry, ...]) -> tuple[PrefectureEntry, ...]:
    """Return all 47 prefectures in official order, with the number of their teams.

    Without teams nothing is known about any prefecture.
    """
    regions = {team.prefecture: team.region for team in teams}
    labels = Counter((team.prefecture, team.label) for team in teams)

    def number(prefecture: str, *wanted: str) -> int | None:
        return sum(labels[prefecture, label] for label in wanted) if teams else None

    return tuple(
        PrefectureEntry(
            code=each.code,
            name=each.name,
            short_name=each.name if each.name == "北海道" else each.name[:-1],
            kana=each.kana,
            romaji=each.romaji,
            region=regions.get(each.name, ""),
            wide_row=each.wide.row,
            wide_column=each.wide.column,
            narrow_row=each.narrow.row,
            narrow_column=each.narrow.column,
            teams=number(each.name, *STATUS_LABELS.values(), ""),
            new=number(each.name, STATUS_LABELS["new"]),
            continuing=number(each.name, STATUS_LABELS["continuing"]),
            unknown=number(each.name, ""),
        )
        for each in prefectures().values()
    )


def are_known(entries: tuple[PrefectureEntry, ...]) -> bool:
    """Tell whether the numbers of prefectures are known."""
    return any(each.teams is not None for each in entries)
