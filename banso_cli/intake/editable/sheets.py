"""The sheets of the workbook: their rows, how one names its team, and their columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from banso_cli.intake.editable.columns import Column, Computed, Entry, Unreadable, written
from banso_cli.intake.editable.kinds import Choice, Day, Fields, Lines, Name, Number, Seat
from banso_cli.intake.new_records import meant
from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, RANK, THEME
from banso_cli.records.fields.record import Part, Source
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS, Activity
from banso_cli.records.teams.team import STATUS_LABELS, SUPPORT_OFFICER, Member, Team
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import perhaps

ALL_CHANGED = "変更したすべてのチーム"
"""The name of all teams that the workbook changes in what a source is about."""

ID = "ID"
"""The head of the first column: the id of a team, with `#` and the number of an entry of a list."""


def team_name(entry: Entry) -> str:
    """Return the number of a team and the name of its municipality."""
    team = entry.team
    found = entry.roster.municipality_by_code.get(team.municipality)
    name = found.full_name if found else team.municipality
    return name if team.number is None else f"{team.number:02d} {name}"


@dataclass(frozen=True, slots=True)
class TeamName(Column):
    """The column of the team; it is read in new rows alone, to which it gives the team."""

    is_input: ClassVar[bool] = False
    may_be_changed: bool = field(default=False, kw_only=True)

    def text(self, entry: Entry) -> str:
        """Return the name of the team."""
        return team_name(entry)

    def read(self, found: object, entry: Entry) -> str:
        """Return the id of the team in the period of a team of the entry."""
        text = unicodedata.normalize("NFKC", as_meant(written(found)))
        if self.may_be_changed and text == ALL_CHANGED:
            return ALL_CHANGED
        roster, period = entry.roster, entry.team.period
        teams = {each.municipality: each for each in roster.teams_by_period[period]}
        known = [each for each in roster.municipalities if each.code in teams]
        name = _code(re.sub(r"^[0-9]+\s+", "", text), known)
        numbered = [each.id for each in teams.values() if f"{each.number}" == name.lstrip("0")]
        ids = numbered or [teams[each.code].id for each in meant(name, known)]
        if len(ids) == 1:
            return ids[0]
        message = _("no team of period {period} is '{name}'").format(period=period, name=text)
        if not text:
            message = _("no team is named")
        help_line = perhaps(name, [each.full_name for each in known])
        raise Unreadable(message, help_line or _("choose the team from the list of the cell"))

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:
        """Return the names of the teams."""
        names = tuple(team_name(Entry(roster, team)) for team in teams)
        return (ALL_CHANGED, *names) if self.may_be_changed else names


def _code(name: str, known: Iterable[Municipality]) -> str:
    """Return a code with the zero that Excel takes from its beginning; another name as it is."""
    codes = {code for each in known for code in (each.code, each.code[:5])}
    return next((each for each in (f"0{name}", name) if each in codes), name)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: what a row of it is, and its columns without that of the ids.

    A row is a team, or an entry of the list under `key`; `part` declares it, unless it is a text.
    `least` rows of a team have room for further entries, `spare` ones are those of any team;
    `frozen` columns stay in sight.
    """

    name: str
    about: str
    key: str
    part: type[Part] | None
    columns: tuple[Column, ...]
    frozen: int = 2
    least: int = 0
    spare: int = 0

    @property
    def naming(self) -> str:
        """Return the key of the column that names the team of a row."""
        return "team" if self.key else "name"

    @property
    def adds(self) -> bool:
        """Tell whether rows may be added, and taken out by clearing them."""
        return self.spare > 0

    @property
    def inputs(self) -> tuple[Column, ...]:
        """Return the columns that are read back, but for that of the team."""
        return tuple(each for each in self.columns if each.is_input)

    def rows(self, roster: Roster, team: Team) -> Iterator[tuple[str, Entry]]:
        """Yield the rows of a team by their ids; those without a part are to be filled in."""
        if not self.key:
            yield team.id, Entry(roster, team, team)
            return
        parts = getattr(team, self.key)
        for at in range(max(len(parts) + 1, self.least) if self.least else len(parts)):
            part = parts[at] if at < len(parts) else None
            yield f"{team.id}#{at + 1}", Entry(roster, team, part, at)


def sheets(seats: int) -> tuple[Sheet, ...]:
    """Return all sheets; so many seats can be marked as attending."""
    return (
        Sheet("チーム", "1つのチーム", "", Team, _TEAM, frozen=5),
        Sheet("支援官", "1つの席", "members", Member, _MEMBER, frozen=3),
        Sheet("支援テーマ", "チームの1つのテーマ", "themes", None, _THEME, least=3, spare=30),
        Sheet("活動", "1回の活動", "activities", Activity, _activity(seats), spare=100),
        Sheet("出典", "チームの1つの出典", "sources", Source, _SOURCE, spare=50),
    )


def seats_of(team: Team) -> str:
    """Return the seats of a team with their numbers, in a line."""
    return "、".join(f"{number} {each.agency}" for number, each in enumerate(team.members, 1))


def _former(entry: Entry) -> str:
    """Return who left, a line each, with the seat and the last day."""
    return "\n".join(f"{e.seat} {e.agency} {e.rank}（{e.until}まで）" for e in entry.team.former)


def _municipal(entry: Entry, key: str) -> str:
    return str(getattr(entry.roster.municipality_by_code.get(entry.team.municipality), key, ""))


_ROLES = {SUPPORT_OFFICER: SUPPORT_OFFICER}
_OF_TEAM = Computed("team", "チーム", 22, work=team_name)

_TEAM = (
    Number("number", "番号", 6),
    Computed("municipality", "団体コード", 10, work=lambda entry: entry.team.municipality),
    Computed("prefecture", "都道府県", 10, work=lambda entry: _municipal(entry, "prefecture")),
    Computed("name", "市町村", 10, work=lambda entry: _municipal(entry, "name")),
    Choice("status", "継続・新規", 10, "分からないうちは空欄", labels=dict(STATUS_LABELS.items())),
    Computed("themes", "支援テーマ", 28, work=lambda entry: "、".join(entry.team.themes)),
    Computed("members", "支援官", 44, work=lambda entry: seats_of(entry.team)),
    Column("printed.municipality", "市町村名（原文）", 16, "資料の表記が異なるときだけ"),
    Lines("assumptions", "推定した事項", 44, "1行に1つ（セルの中の改行は Alt+Enter）"),
    Computed("former", "以前の支援官", 40, work=_former),
)
_MEMBER = (
    _OF_TEAM,
    Computed("seat", "席", 8, work=lambda entry: str(entry.at + 1)),
    Name("agency", "所属府省庁等", 26, listed=AGENCY),
    Name("rank", "役職", 18, listed=RANK),
    Choice("role", "役割", 12, "オフィサーだけ選ぶ。支援官は空欄", labels=_ROLES),
    Day("since", "加わった日", 12, "期の途中で加わったときだけ"),
    Column("printed.agency", "所属（原文）", 26, "資料の表記が異なるときだけ"),
    Column("printed.rank", "役職（原文）", 18, "資料の表記が異なるときだけ"),
)
_THEME = (TeamName("team", "チーム", 22), Name("", "テーマ", 30, listed=THEME))
_SOURCE = (
    TeamName("team", "チーム", 26, may_be_changed=True),
    Fields("of", "対象", 24, "何の出典か。記録全体なら空欄。複数なら「、」で区切る"),
    Column("title", "資料名", 50),
    Column("url", "URL", 40),
    Day("date", "資料の日付", 12),
    Column("note", "注", 40, "資料のどこに何とあるか"),
)


def _activity(seats: int) -> tuple[Column, ...]:
    about = "出席した席に ○"
    return (
        TeamName("team", "チーム", 22),
        Computed("members", "席と所属", 30, work=lambda entry: seats_of(entry.team)),
        Choice("kind", "形式", 16, labels=dict(ACTIVITY_LABELS.items())),
        Day("date", "日", 12, "何日かにわたるなら最初の日"),
        Day("until", "終わりの日", 12, "1日だけなら空欄"),
        Number("number", "回", 5, "同じ形式の第何回か"),
        Column("subject", "内容", 40, "何をしたか"),
        *(Seat(f"attended.{n}", f"席{n}", 5, about, seat=n) for n in range(1, seats + 1)),
        Lines("places", "訪問先", 24, "1行に1か所（セルの中の改行は Alt+Enter）"),
        Column("next", "次の予定", 24),
        Day("next_date", "次の予定の日", 12),
        Column("sources.0.title", "出典の資料名", 36, "この活動を載せる資料"),
        Column("sources.0.url", "出典の URL", 30),
    )
