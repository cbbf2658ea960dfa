"""What happens to all teams in the course of a period, and what is mended after it."""

from typing import Annotated

from pydantic import ValidationInfo, field_validator

from banso_cli.records.fields.field import optional, told
from banso_cli.records.fields.record import Part, Source
from banso_cli.records.fields.values import Day, Text
from banso_cli.records.teams.team import PERSONAL_KEYS


class Event(Part):
    """A meeting of the teams, such as a 報告会; it may lie ahead."""

    date: Annotated[Day, told("日", "その日。何日かにわたるなら最初の日")]
    until: Day | None = optional("終わりの日", "何日かにわたるときの最後の日")
    title: Annotated[Text, told("行事", "何を行ったか、行うか")]
    sources: Annotated[tuple[Source, ...], told("出典", "この行事を載せる資料")]


class Erratum(Part):
    """What was wrong in a closed period; without `field` the record itself is gone.

    Of gender, track and age no value is kept: errata are printed.
    """

    date: Annotated[Day, told("日", "訂正した日")]
    record: Annotated[Text, told("記録", "ファイルの名前。例: teams/1/013455-mori")]
    field: Text | None = optional(
        "項目", "項目のキー。例: members.2.rank。記録そのものを除いたなら書かない"
    )
    was: Text | None = optional("誤", "誤っていた値")
    now: Text | None = optional("正", "正しい値。値を除いただけなら書かない")
    reason: Annotated[Text, told("理由", "なぜ改めたか")]
    sources: Annotated[tuple[Source, ...], told("出典", "正しい値を載せる資料")]

    @field_validator("was", "now")
    @classmethod
    def _impersonal(cls, value: str | None, info: ValidationInfo) -> str | None:
        last = (info.data.get("field") or "").rpartition(".")[2]
        return None if last in PERSONAL_KEYS else value
