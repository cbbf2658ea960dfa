"""What happens to all teams in the course of a period, and what is mended after it."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator

from banso_cli.records.fields.record import Day, Part, Source, Text, optional
from banso_cli.records.teams.team import PERSONAL_KEYS


class Event(Part):
    """A meeting of the teams, such as a 報告会; it may lie ahead."""

    date: Day = Field(title="日", description="その日。何日かにわたるなら最初の日")
    until: Day | None = optional("終わりの日", "何日かにわたるときの最後の日")
    title: Text = Field(title="行事", description="何を行ったか、行うか")
    sources: tuple[Source, ...] = Field(title="出典", description="この行事を載せる資料")


class Erratum(Part):
    """What was wrong in a closed period; without `field` the record itself is gone.

    Of gender, track and age no value is kept: errata are printed.
    """

    date: Day = Field(title="日", description="訂正した日")
    record: Text = Field(title="記録", description="ファイルの名前。例: teams/1/013455-mori")
    field: Text | None = optional(
        "項目", "項目のキー。例: members.2.rank。記録そのものを除いたなら書かない"
    )
    was: Text | None = optional("誤", "誤っていた値")
    now: Text | None = optional("正", "正しい値。値を除いただけなら書かない")
    reason: Text = Field(title="理由", description="なぜ改めたか")
    sources: tuple[Source, ...] = Field(title="出典", description="正しい値を載せる資料")

    @field_validator("was", "now")
    @classmethod
    def _impersonal(cls, value: str | None, info: ValidationInfo) -> str | None:
        last = (info.data.get("field") or "").rpartition(".")[2]
        return None if last in PERSONAL_KEYS else value
