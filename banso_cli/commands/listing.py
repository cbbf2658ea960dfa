"""What `banso list` shows of each kind of record, and what `--where` chooses by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from banso_cli.model.roster import Roster
from banso_cli.model.team import STATUS_LABELS

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key that `--where` knows, its title, and whether the list shows it."""

    key: str
    title: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """The records of one kind; a cell has several values where the record has."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Values, ...], ...]

    def where(self, key: str, value: str) -> Listing:
        """Return the rows that have this value in the column; KeyError for an unknown column."""
        index = self._column(key)
        return Listing(self.columns, tuple(row for row in self.rows if value in row[index]))

    def values(self, key: str) -> Iterator[str]:
        """Yield all values of a column; KeyError for an unknown one."""
        index = self._column(key)
        return (value for row in self.rows for value in row[index])

    def _column(self, key: str) -> int:
        for index, column in enumerate(self.columns):
            if key in {column.key, column.title}:
                return index
        raise KeyError(key)

    def shown(self) -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...]]:
        """Return the columns that are shown, and their cells as text."""
        at = [index for index, column in enumerate(self.columns) if column.shown]
        rows = tuple(tuple("・".join(row[index]) for index in at) for row in self.rows)
        return tuple(self.columns[index] for index in at), rows


def _teams(roster: Roster) -> Listing:
    columns = (
        Column("period", "期"),
        Column("number", "番号"),
        Column("code", "団体コード"),
        Column("prefecture", "都道府県"),
        Column("municipality", "市町村"),
        Column("status", "継続・新規"),
        Column("agency", "所属府省庁等"),
        Column("rank", "役職", shown=False),
        Column("theme", "テーマ", shown=False),
        Column("region", "地域", shown=False),
    )
    rows = []
    for team in roster.teams:
        found = roster.municipality_by_code.get(team.municipality)
        prefecture = (found.prefecture,) if found else ()
        region = roster.programme.region_of(found.prefecture) if found and roster.programme else ""
        rows.append(
            (
                (str(team.period),),
                (str(team.number),),
                (team.municipality,),
                prefecture,
                (found.name,) if found else (),
                (STATUS_LABELS[team.status],) if team.status else (),
                tuple(dict.fromkeys(member.agency for member in team.members)),
                tuple(dict.fromkeys(member.rank for member in team.members)),
                team.themes,
                (region,) if region else (),
            )
        )
    return Listing(columns, tuple(rows))


def _municipalities(roster: Roster) -> Listing:
    columns = (
        Column("code", "団体コード"),
        Column("prefecture", "都道府県"),
        Column("county", "郡"),
        Column("name", "市町村"),
        Column("kana", "かな"),
        Column("period", "支援した期"),
        Column("region", "地域", shown=False),
    )
    programme = roster.programme
    rows = []
    for each in roster.municipalities:
        region = programme.region_of(each.prefecture) if programme else None
        periods = (str(t.period) for t in roster.teams if t.municipality == each.code)
        county = (each.county,) if each.county else ()
        start: tuple[Values, ...] = ((each.code,), (each.prefecture,), county, (each.name,))
        rows.append((*start, (each.kana,), tuple(periods), (region,) if region else ()))
    return Listing(columns, tuple(rows))


def _themes(roster: Roster) -> Listing:
    columns = (Column("id", "ID"), Column("name", "テーマ"), Column("alias", "別名"))
    rows = tuple(((theme.id,), (theme.name,), theme.aliases) for theme in roster.themes)
    return Listing(columns, rows)


def _agencies(roster: Roster) -> Listing:
    columns = (
        Column("name", "名称"),
        Column("kind", "種類"),
        Column("parent", "上位の組織"),
        Column("alias", "別名"),
    )
    rows = tuple(
        ((each.name,), (each.kind,), (each.parent,) if each.parent else (), each.aliases)
        for each in roster.agencies
    )
    return Listing(columns, rows)


def _periods(roster: Roster) -> Listing:
    columns = (
        Column("number", "期"),
        Column("fiscal_year", "年度"),
        Column("start", "始まり"),
        Column("end", "終わり"),
        Column("coverage", "収録範囲"),
        Column("teams", "収録チーム"),
    )
    words = {"teams": "全チーム", "totals": "合計のみ"}
    rows = tuple(
        (
            (str(each.number),),
            (str(each.fiscal_year),),
            (each.start.isoformat(),),
            (each.end.isoformat(),),
            (words[each.coverage],),
            (str(len(roster.teams_by_period.get(each.number, ()))),),
        )
        for each in roster.periods
    )
    return Listing(columns, rows)


LISTINGS: dict[str, Callable[[Roster], Listing]] = {
    "teams": _teams,
    "municipalities": _municipalities,
    "themes": _themes,
    "agencies": _agencies,
    "periods": _periods,
}
"""Each kind of record that can be listed."""
