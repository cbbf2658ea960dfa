"""A team that accompanies one municipality in one period: `teams/<period>/<municipality>.yaml`."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import PrivateAttr

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.names import AGENCY, GENDER, RANK, THEME, TRACK
from banso_cli.records.fields.record import Part, RecordOfPeriod, Source
from banso_cli.records.fields.values import Day, Number, Text, Truth
from banso_cli.records.teams.activity import Activity

SUPPORT_OFFICER: Final = "オフィサー"
"""The role of 地方創生支援オフィサー; members without a role are 地方創生支援官."""

Role = Literal["オフィサー"]
ROLE = optional("役割", "地方創生支援オフィサーだけに書く", "地方創生支援オフィサー")

PERSONAL_KEYS = ("gender", "track", "age")
"""The attributes of a member that no output shows."""

Status = Literal["continuing", "new"]

STATUS_LABELS: Mapping[Status, str] = {"new": "新規", "continuing": "継続"}
"""The words of the published summary, in its order."""

STATUS_MEANINGS = ("前の期から続く支援", "この期に始まる支援")
"""What editors tell about each status."""


class PrintedMember(Part):
    """What the source shows for a member, where that differs from the record."""

    agency: Text | None = optional("所属（原文）", "資料に印刷された所属")
    rank: Text | None = optional("役職（原文）", "資料に印刷された役職")


class Member(Part):
    """A seat in a team. Gender, track and age never leave banso for a single member."""

    nth: ClassVar[str] = "人目"

    agency: Annotated[Text, AGENCY, told("所属府省庁等", "agencies.yaml にある名称")]
    rank: Annotated[Text, RANK, told("役職", "programme.yaml にある区分")]
    printed: PrintedMember | None = optional("原文の表記", "資料の表記が台帳と異なるときだけ書く")
    role: Role | None = ROLE
    gender: Annotated[Text, GENDER] | None = optional(
        "性別", "programme.yaml にある区分。公開する台帳には書かない"
    )
    track: Annotated[Text, TRACK] | None = optional(
        "事務官・技官の別", "programme.yaml にある区分。公開する台帳には書かない"
    )
    age: Number | None = optional("年齢", "歳。公開する台帳には書かない")
    since: Day | None = optional(
        "加わった日", "期の途中で加わった最初の日。始めからいるなら書かない"
    )
    officer: Text | None = optional("応募番号", "案のうちだけ。どの応募の職員か")


class FormerMember(Member):
    """Who had a seat of the team before the member of today."""

    seat: Annotated[
        Number, told("席", "members の上から何人目と交代したか。後任がいなければ、その次の数")
    ]
    until: Annotated[Day, told("最後の日", "チームにいた最後の日")]


class PrintedTeam(Part):
    """What the source shows for the team, where that differs from the record."""

    municipality: Text | None = optional("市町村名（原文）", "資料に印刷された市町村名")


class Team(RecordOfPeriod):
    """One team; an absent status means that it is not known whether support continues."""

    ordered_by = ("period", "number")

    number: Number | None = optional(
        "番号", "公表された一覧の番号。一部だけを収めた期で、分からないなら書かない"
    )
    municipality: Annotated[
        Text, told("団体コード", "支援対象の市町村の全国地方公共団体コード。6桁を引用符で囲む")
    ]
    draft: Truth = optional(
        "案", "true なら、まだチームではなく、統計や報告に数えない", default=False
    )
    printed: PrintedTeam | None = optional("原文の表記", "資料の表記が台帳と異なるときだけ書く")
    status: Status | None = optional(
        "継続・新規の別",
        "前の期から続く支援か。分からないうちは書かない",
        *STATUS_MEANINGS,
    )
    themes: tuple[Annotated[Text, THEME], ...] = several("テーマ", "themes.yaml にある名称")
    members: tuple[Member, ...] = several(
        "支援官", "公表された一覧の順に書く。一部だけを収めた期で、分からないなら書かない"
    )
    former: tuple[FormerMember, ...] = several(
        "以前の支援官", "期の途中で交代した支援官。去った日の順に書く"
    )
    activities: tuple[Activity, ...] = several("活動", "日の順に書く")
    assumptions: tuple[Text, ...] = several("推定した事項", "資料から読み取れず、推定した事柄")
    sources: Annotated[tuple[Source, ...], told("出典", "この記録の根拠とした資料")]

    _is_derived: bool = PrivateAttr(default=False)

    @property
    def is_derived(self) -> bool:
        """Tell whether the status was derived from the period before, and is not written."""
        return self._is_derived

    def deriving(self, status: Status) -> Self:
        """Return the team with a status that is derived."""
        found = self.model_copy(update={"status": status})
        found._is_derived = True  # noqa: SLF001 - of its own class
        return found

    @property
    def all_members(self) -> Iterator[tuple[tuple[str, int], Member]]:
        """Yield the members, also those who left, each with the keys where one stands."""
        for name, members in (("members", self.members), ("former", self.former)):
            yield from (((name, index), each) for index, each in enumerate(members))
