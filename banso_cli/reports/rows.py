"""The rows of the lists behind a summary: teams, seats, themes of teams, prefectures.

No row tells a member's gender, track or age: a seat has its body, its rank and its role.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from banso_cli.model.team import STATUS_LABELS
from banso_cli.reports.columns import INCOMPLETE, STATUS_WORDS, Caution, Heading
from banso_cli.statistics.table import UNRECORDED, TableStatus

OFFICER, SUPPORT_OFFICER = "支援官", "オフィサー"
ASSUMED, NOT_ASSUMED = "あり", "なし"
RECORDED = STATUS_WORDS[TableStatus.RECORDED]
NOT_RECORDED = STATUS_WORDS[TableStatus.NOT_RECORDED]

Period: TypeAlias = Annotated[int, Heading("期", "第何期か")]
Number: TypeAlias = Annotated[int, Heading("番号", "公表された一覧でのチームの番号")]
Code: TypeAlias = Annotated[
    str,
    Heading(
        "団体コード",
        "全国地方公共団体コード。6桁の文字。6桁に満たなければ、失われた先頭の 0 を補う",
        pattern="[0-9]{6}",
    ),
]
PrefectureCode: TypeAlias = Annotated[
    str,
    Heading(
        "都道府県コード",
        "2桁の文字。1桁なら、失われた先頭の 0 を補う",
        pattern="[0-9]{2}",
    ),
]
Prefecture: TypeAlias = Annotated[str | None, Heading("都道府県", "分からなければ空")]
Name: TypeAlias = Annotated[str | None, Heading("市町村", "名称。台帳になければ空")]


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team and the municipality that it supports."""

    period: Period
    number: Number
    municipality_code: Code
    prefecture: Prefecture
    municipality: Name
    kana: Annotated[str | None, Heading("かな", "市町村の名称の読み。分からなければ空")]
    region: Annotated[str, Heading("地域", "統計表の地域の区分")]
    population: Annotated[
        int | None,
        Heading("人口", "人。種類と基準日は、統計表の人口規模別の注に記す。分からなければ空"),
    ]
    population_band: Annotated[str, Heading("人口区分", "統計表の人口規模の区分")]
    status: Annotated[
        str,
        Heading("新規・継続", "前の期から続くか", choices=(*STATUS_LABELS.values(), UNRECORDED)),
    ]
    themes_status: Annotated[
        str,
        Heading(
            "テーマの収録",
            "支援テーマの収録の有無。収録があれば、支援テーマの一覧に行がある",
            choices=(RECORDED, NOT_RECORDED),
        ),
    ]
    seats: Annotated[int, Heading("支援官の数", "名。オフィサーを含む")]
    assumption: Annotated[
        str,
        Heading("推定", "資料から推定した事項の有無", choices=(ASSUMED, NOT_ASSUMED)),
    ]
    page: Annotated[str | None, Heading("ウェブサイト", "市町村のウェブサイト。分からなければ空")]
    caution: Caution


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A member's seat in a team."""

    period: Period
    number: Number
    municipality_code: Code
    prefecture: Prefecture
    municipality: Name
    seat: Annotated[int, Heading("席", "公表された一覧で、チームの上から何人目か")]
    agency: Annotated[str, Heading("所属府省庁等", "併任前の所属")]
    rank: Annotated[str, Heading("役職", "公表資料の区分")]
    role: Annotated[
        str,
        Heading(
            "役割",
            "支援官、または地方創生支援オフィサー",
            choices=(OFFICER, SUPPORT_OFFICER),
        ),
    ]
    caution: Caution


@dataclass(frozen=True, slots=True)
class TeamThemeRow:
    """A theme of a team; a team without recorded themes has no row."""

    period: Period
    number: Number
    municipality_code: Code
    prefecture: Prefecture
    municipality: Name
    theme: Annotated[str, Heading("支援テーマ", "一行に一つ。収録のないチームの行はない")]
    caution: Caution


@dataclass(frozen=True, slots=True)
class PrefectureRow:
    """A prefecture with the number of its teams."""

    period: Period
    prefecture_code: PrefectureCode
    prefecture: Annotated[str, Heading("都道府県", "名称")]
    teams: Annotated[
        int | None, Heading("伴走支援自治体", "市町村の数。この期のチームの収録がなければ空")
    ]
    new: Annotated[
        int | None,
        Heading("新規", "うち新規と収録された数。「新規・継続の未収録」の数を含まない"),
    ]
    continuing: Annotated[
        int | None,
        Heading("継続", "うち継続と収録された数。「新規・継続の未収録」の数を含まない"),
    ]
    unrecorded: Annotated[
        int | None,
        Heading(
            "新規・継続の未収録",
            "うち新規か継続かが未収録の数。新規と継続はその分だけ多いことがある",
        ),
    ]
    status: Annotated[
        str,
        Heading(
            "状態",
            "収録（台帳の集計）、未収録（この期のチームの収録がない）。エラーの残る台帳では不完全",
            choices=(RECORDED, NOT_RECORDED, INCOMPLETE),
        ),
    ]
    caution: Caution
