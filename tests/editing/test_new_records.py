"""New records: filled in from what is known, and checked with the roster before they are files."""

from __future__ import annotations

import datetime as dt

import pytest

from banso_cli.editing.adding import addition, with_entry
from banso_cli.editing.formatting import declaration_of, formatted
from banso_cli.editing.new_records import (
    assumed,
    file_text,
    meant,
    new_municipality,
    seats,
)
from banso_cli.model.agency import Agency
from banso_cli.model.municipality import PopulationFigure
from banso_cli.model.programme import Programme
from banso_cli.model.record import Source
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.model.theme import Theme
from banso_cli.reference.municipalities import official_municipalities
from tests.commands.running import ROSTER

OFFICIAL = official_municipalities()
FIGURE = PopulationFigure(
    value=5500, measure="住民基本台帳", date=dt.date(2025, 1, 1), source="総務省"
)
KYOWA = """\
# yaml-language-server: $schema=../.schema/municipality.schema.json
code: "014010"
name: 共和町
kana: きょうわちょう
romaji: Kyowa-cho
prefecture: 北海道
county: 岩内郡
population:
  - {value: 5500, measure: 住民基本台帳, date: 2025-01-01, source: 総務省}
sources:
  - title: 日本郵便「郵便番号データ」
    of: [code, name, kana, prefecture, county]
  - title: 読みからのヘボン式
    of: [romaji]
"""


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ("014010", ["014010"]),
        ("01401", ["014010"]),
        ("０１４０１０", ["014010"]),
        ("北海道共和町", ["014010"]),
        ("共和町", ["014010"]),
        ("森町", ["013455", "224618"]),
        ("静岡県森町", ["224618"]),
        ("駒ケ根市", ["202100"]),
        ("長野県 駒ケ根市", ["202100"]),
        ("森", []),
        ("", []),
    ],
)
def test_what_a_name_or_a_code_may_mean(wanted: str, codes: list[str]) -> None:
    assert [each.code for each in meant(wanted, OFFICIAL.values())] == codes


def test_a_municipality_is_filled_in_from_the_table(base_roster: Roster) -> None:
    record = new_municipality(OFFICIAL["014010"], [FIGURE])
    assert record.id == "municipalities/014010-kyowa"
    assert file_text(record) == KYOWA
    added = addition(base_roster, record.id, KYOWA)
    assert (added.path, added.errors) == ("municipalities/014010-kyowa.yaml", ())


def test_what_the_table_gives_is_a_file_in_canonical_form() -> None:
    for official in list(OFFICIAL.values())[::10]:
        record = new_municipality(official, [FIGURE])
        text = file_text(record).encode()
        assert formatted(text, declaration_of(record.id)) == text


def test_members_are_named_as_the_roster_names_them(base_roster: Roster) -> None:
    given = [("子ども家庭庁", "室長級"), ("独立行政法人情報処理推進機構", "係長級")]
    members, refusals = seats(given, base_roster)
    assert refusals == []
    assert [(each.agency, each.rank, each.role) for each in members] == [
        ("こども家庭庁", "企画官・室長級", None),
        ("独立行政法人情報処理推進機構", "係長級", "オフィサー"),
    ]
    assert members[0].printed is not None
    assert members[0].printed.rank == "室長級"
    assert len(assumed(members)) == 1
    assert assumed(members[:1]) == ()


def test_members_that_are_not_known_are_refused_all_at_once(base_roster: Roster) -> None:
    members, refusals = seats([("総務者", "補佐級"), ("総務省", "補左級")], base_roster)
    assert members == ()
    assert [(each.message, each.help) for each in refusals] == [
        ("the agency '総務者' is not in agencies.yaml", "did you mean: 総務省"),
        ("the rank '補左級' is not in programme.yaml", "did you mean: 補佐級"),
    ]


def test_a_text_that_does_not_read_is_not_added(base_roster: Roster) -> None:
    broken = addition(base_roster, "periods/3", "number: [\n")
    assert [finding.rule for finding in broken.errors] == ["broken-yaml"]
    lacking = addition(base_roster, "periods/3", "number: 3\n")
    assert {finding.rule for finding in lacking.errors} == {"missing-key"}
    known = base_roster.having(Programme, ())
    assert addition(known, "programme", "name: x\n").errors != ()


def test_errors_that_were_there_before_are_no_obstacle(base_roster: Roster) -> None:
    faulty = base_roster.having(Team, base_roster.teams[:1] * 2)
    assert addition(faulty, "municipalities/014010-kyowa", KYOWA).errors == ()


def test_errors_of_other_records_are_counted(base_roster: Roster) -> None:
    text = (
        'number: 6\nmunicipality: "014079"\nmembers:\n  - {agency: 総務省, rank: 補佐級}\n'
        "  - {agency: 環境省, rank: 補佐級}\nsources: []\n"
    )
    added = addition(base_roster, "teams/2/014079-niki", text)
    assert added.errors == ()
    assert added.elsewhere > 0  # the published totals are other ones


THEME = Theme(id="x", name="新", sources=(Source(title="資料"),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("themes: []\n", "themes:\n  - id: x\n    name: 新\n    sources:\n      - title: 資料\n"),
        (
            "themes: [  # まだない\n  ]\n",
            "themes: [  # まだない\n    {id: x, name: 新, sources: [{title: 資料}]}\n  ]\n",
        ),
        (
            "themes: [{id: a, name: b, sources: []}]\n# 終\n",
            (
                "themes: [{id: a, name: b, sources: []},"
                " {id: x, name: 新, sources: [{title: 資料}]}]\n# 終\n"
            ),
        ),
        (
            "themes:\n- id: a # 一\n\n# 二\n- id: b\n  # 三\n# 四\nexceptions: []\r\n",
            (
                "themes:\n  - id: a  # 一\n\n  # 二\n  - id: b\n    # 三\n\n"
                "  - id: x\n    name: 新\n    sources:\n      - title: 資料\n"
                "# 四\nexceptions: []\n"
            ),
        ),
        ("themes: 一\nother: []\n", "themes: 一\nother: []\n"),
    ],
)
def test_an_entry_is_put_into_a_list_as_it_is_written(before: str, after: str) -> None:
    assert with_entry(before, "themes", "themes", THEME, 9) == after


def test_an_entry_goes_where_it_belongs() -> None:
    before = (
        "agencies:\n  - {name: 甲, kind: 府省庁}\n  - {name: 乙, kind: 株式会社}\nsources: []\n"
    )
    after = with_entry(before, "agencies", "agencies", Agency(name="丙", kind="府省庁"), 1)
    assert after.splitlines()[2:4] == ["  - name: 丙", "    kind: 府省庁"]


def test_the_lists_of_the_roster_keep_every_line() -> None:
    file = ROSTER / "agencies.yaml"
    before = file.read_text("utf-8")
    after = with_entry(before, "agencies", "agencies", Agency(name="新庁", kind="府省庁"), 5)
    assert after.replace("  - name: 新庁\n    kind: 府省庁\n", "") == before
