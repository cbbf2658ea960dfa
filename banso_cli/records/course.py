"""What happens to all teams in the course of a period."""

from __future__ import annotations

from pydantic import Field

from banso_cli.records.record import Day, Part, Source, Text


class Event(Part):
    """A meeting of the teams, such as a 報告会; it may lie ahead."""

    date: Day = Field(title="日", description="その日。何日かにわたるなら最初の日")
    until: Day | None = Field(
        default=None, title="終わりの日", description="何日かにわたるときの最後の日"
    )
    title: Text = Field(title="行事", description="何を行ったか、行うか")
    sources: tuple[Source, ...] = Field(title="出典", description="この行事を載せる資料")
