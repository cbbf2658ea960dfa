"""The sheet of the prefectures, a row for each in a period."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.datasets.prefecture_entries import PrefectureEntry
from banso_cli.datasets.sheet import INCOMPLETE, Count, Dataset, Text, status_word
from banso_cli.datasets.teams import NOT_RECORDED, RECORDED
from banso_cli.records.teams.team import STATUS_LABELS
from banso_cli.statistics.tables.table import TableStatus


@dataclass(frozen=True, slots=True)
class PrefectureLine:
    """A row about a prefecture in a period."""

    period: int
    prefecture: PrefectureEntry
    errors: int

    @property
    def status(self) -> str:
        """Return the word of the column 状態."""
        is_unknown = self.prefecture.teams is None
        status = TableStatus.NOT_RECORDED if is_unknown else TableStatus.RECORDED
        return status_word(status, self.errors)


PREFECTURES = Dataset(
    "prefectures",
    "都道府県",
    "47都道府県の伴走支援自治体の数",
    key=("period", "prefecture_code"),
    of="prefecture",
    columns=(
        Count("period", "期", "第何期か", "period"),
        Text(
            "prefecture_code",
            "都道府県コード",
            "2桁の文字。1桁なら、失われた先頭の 0 を補う",
            "prefecture.code",
            pattern="[0-9]{2}",
        ),
        Text("prefecture", "都道府県", "名称", "prefecture.name"),
        Count(
            "teams",
            "伴走支援自治体",
            "市町村の数。この期のチームの収録がなければ空",
            optional=True,
        ),
        *(
            Count(
                status,
                label,
                f"うち{label}と収録された数。「新規・継続の未収録」の数を含まない",
                optional=True,
            )
            for status, label in STATUS_LABELS.items()
        ),
        Count(
            "unrecorded",
            "新規・継続の未収録",
            "うち新規か継続かが未収録の数。新規と継続はその分だけ多いことがある",
            "prefecture.unknown",
            optional=True,
        ),
        Text(
            "status",
            "状態",
            "収録（台帳の集計）、未収録（この期のチームの収録がない）。エラーの残る台帳では不完全",
            "status",
            choices=(RECORDED, NOT_RECORDED, INCOMPLETE),
        ),
    ),
)
