"""Who applied for a period, and what people have decided: `applications/<period>/…`."""

from typing import Annotated

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.names import AGENCY, GENDER, RANK, THEME, TRACK
from banso_cli.records.fields.record import Part, RecordOfPeriod
from banso_cli.records.fields.values import Number, Text, Truth
from banso_cli.records.teams.team import ROLE, STATUS_MEANINGS, Role, Status

WITHDRAWN = optional("取下げ", "取り下げた理由。書いてあれば応募に数えない")


class ThemeStrength(Part):
    """A theme that an officer is able in, and how much, from 1 to 3."""

    theme: Annotated[Text, THEME, told("テーマ", "themes.yaml にある名称")]
    strength: Annotated[Number, told("得意の度合い", "1から3まで。3が最も得意")]


class OfficerApplication(RecordOfPeriod):
    """What an officer who is known by a number applied for; a place is told by its name or code.

    Gender, track and age are personal, as those of a member are.
    """

    agency: Annotated[Text, AGENCY, told("所属府省庁等", "agencies.yaml にある名称")]
    rank: Annotated[Text, RANK, told("役職", "programme.yaml にある区分")]
    role: Role | None = ROLE
    themes: tuple[ThemeStrength, ...] = several("得意なテーマ", "テーマとその度合い")
    wishes: tuple[Text, ...] = several(
        "希望する地域", "希望の順に三つまで。地域、都道府県、または団体コード"
    )
    elsewhere: Truth = optional(
        "希望のほかでもよいか",
        "false なら、希望する地域（と継続したい市町村）だけを支援する",
        default=True,
    )
    excluded: tuple[Text, ...] = several("支援できない地域", "地域、都道府県、または団体コード")
    stays: Text | None = optional("継続したい市町村", "前の期に支援し、続けたい市町村の団体コード")
    gender: Annotated[Text, GENDER] | None = optional("性別", "programme.yaml にある区分")
    track: Annotated[Text, TRACK] | None = optional("事務官・技官の別", "programme.yaml にある区分")
    age: Number | None = optional("年齢", "歳")
    withdrawn: Text | None = WITHDRAWN


class MunicipalityApplication(RecordOfPeriod):
    """What a municipality applied for."""

    municipality: Annotated[
        Text, told("団体コード", "応募した市町村の全国地方公共団体コード。6桁を引用符で囲む")
    ]
    status: Annotated[Status, told("継続・新規の別", "前の期から続く支援か", *STATUS_MEANINGS)]
    issues: Annotated[
        tuple[Annotated[Text, THEME], ...], told("課題", "支援を望むテーマを、重い順に一つから三つ")
    ]
    agencies: tuple[Annotated[Text, AGENCY], ...] = several(
        "希望する府省庁等", "希望の順に三つまで"
    )
    note: Text | None = optional("注", "応募に添えられた事柄")
    withdrawn: Text | None = WITHDRAWN


class SeatDecision(Part):
    """A decision on an officer and a municipality, and why."""

    officer: Annotated[Text, told("応募番号", "職員の応募のファイル名（.yaml を除く）")]
    municipality: Annotated[Text, told("団体コード", "応募した市町村の団体コード")]
    reason: Annotated[Text, told("理由", "なぜそう決めたか")]


class MunicipalityDecision(Part):
    """A decision on a municipality, and why."""

    municipality: Annotated[Text, told("団体コード", "応募した市町村の団体コード")]
    reason: Annotated[Text, told("理由", "なぜそう決めたか")]


class Decisions(RecordOfPeriod):
    """How many teams may be formed, and what people have decided before any matching.

    A decision is named by its list and place, from 1: `locks[2]`.
    """

    teams: Number | None = optional(
        "チームの数", "多くともいくつ編成するか。書かなければ、応募した市町村すべて"
    )
    locks: tuple[SeatDecision, ...] = several("決めた配置", "この職員をこの市町村に置く")
    forbids: tuple[SeatDecision, ...] = several("避ける配置", "この職員をこの市町村に置かない")
    served: tuple[MunicipalityDecision, ...] = several("必ず支援する市町村", "必ずチームを置く")
    declined: tuple[MunicipalityDecision, ...] = several("支援しない市町村", "チームを置かない")
