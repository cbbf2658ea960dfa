"""New records: filled in from what is known, and checked with the roster before they are files."""

from __future__ import annotations

import datetime as dt

import pytest

from banso_cli.editing.changes import Change
from banso_cli.editing.edits import new_text
from banso_cli.editing.formatting import formatted
from banso_cli.editing.outcome import Outcome, outcome
from banso_cli.intake.new_records import (
    assumed,
    meant,
    new_municipality,
    seats,
)
from banso_cli.records.kinds import kind_of
from banso_cli.records.municipality import PopulationFigure
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reference.municipalities import official_municipalities

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
  - title: 読みのヘボン式ローマ字（この台帳の定め）
    of: [romaji]
"""


def addition(roster: Roster, record: str, text: str) -> Outcome:
    """Return what comes of a file with this text."""
    path = f"{roster.name}/{record}.yaml"
    return outcome(roster, [Change(path, b"", text.encode(), path)])


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
    assert new_text(record, base_roster) == KYOWA
    added = addition(base_roster, record.id, KYOWA)
    assert added == Outcome((), 0)


def test_what_the_table_gives_is_a_file_in_canonical_form(base_roster: Roster) -> None:
    for official in list(OFFICIAL.values())[::10]:
        record = new_municipality(official, [FIGURE])
        text = new_text(record, base_roster).encode()
        assert formatted(text, kind_of(record.id).declaration) == text


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
