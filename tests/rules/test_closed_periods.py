"""A closed period: it is opened again, or closed on another day, before everybody's eyes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding
from banso_cli.rules import check
from tests.conftest import BASE

OPENED, EARLIER = (
    f"{{date: {date}, record: {record}, field: {field}, was: '{was}', reason: 試験,"
    " sources: [{title: 試験のための資料}]}"
    for date, record, field, was in (
        ("2027-06-01", "periods/2", "closed", "2027-04-30"),
        ("2027-05-02", "teams/2/013455-mori", "themes.2", "観光"),
    )
)
RULES = {"change-without-erratum", "stale-erratum"}


class Periods:
    """A roster whose second period was closed, as it was and as it is now."""

    def __init__(self, folder: Path) -> None:
        self.before, self.now = (
            Path(shutil.copytree(BASE, folder / name / "roster")) for name in ("before", "now")
        )
        self.write(self.before, "closed: 2027-04-30")

    def write(self, roster: Path, lines: str) -> None:
        """Write lines into the second period of a roster."""
        text = (BASE / "periods" / "2.yaml").read_text("utf-8")
        (roster / "periods" / "2.yaml").write_text(f"{lines}\n{text}", "utf-8")

    def found(self, lines: str | None = None) -> list[Finding]:
        """Return what is found of the closing where the period has these lines now."""
        if lines is not None:
            self.write(self.now, lines)
        roster = replace(read_roster(self.now), before=read_roster(self.before))
        return [each for each in check(roster) if each.rule in RULES]


@pytest.fixture
def periods(tmp_path: Path) -> Periods:
    return Periods(tmp_path)


def test_a_closed_period_stays_so_or_says_that_it_is_open_again(periods: Periods) -> None:
    assert periods.found("closed: 2027-04-30") == []
    (finding,) = periods.found("")
    assert (finding.rule, finding.record) == ("change-without-erratum", "periods/2")
    assert finding.message.startswith("第2期は2027-04-30に締められました")
    assert "「closed: 2027-04-30」と書き戻してください" in finding.help
    entry = finding.help.partition("書き加えてください: - ")[2]
    entry = entry.replace("date: …", "date: 2027-06-01").replace("…", "x")
    assert periods.found(f"errata:\n  - {entry}") == []


def test_what_was_published_keeps_its_errata_while_the_period_is_open(periods: Periods) -> None:
    assert periods.found(f"errata:\n  - {EARLIER}\n  - {OPENED}") == []
    (finding,) = periods.found(f"closed: 2027-04-30\nerrata:\n  - {OPENED}")
    assert finding.rule == "stale-erratum"
    assert periods.found(f"closed: 2027-07-31\nerrata:\n  - {EARLIER}\n  - {OPENED}") != []


def test_a_period_is_closed_anew_without_another_erratum(periods: Periods) -> None:
    errata = f"errata:\n  - {EARLIER}\n  - {OPENED}"
    periods.write(periods.before, errata)
    assert periods.found(f"closed: 2027-07-31\n{errata}") == []
    assert [each.rule for each in periods.found(errata.replace("2027-05-02", "2027-04-29"))] == [
        "stale-erratum"
    ]


def test_the_day_of_the_closing_is_corrected_by_an_erratum(periods: Periods) -> None:
    (finding,) = periods.found("closed: 2027-05-31")
    assert 'was: "2027-04-30", now: "2027-05-31"' in finding.help
    moved = OPENED.replace("reason", "now: '2027-05-31', reason")
    assert periods.found(f"closed: 2027-05-31\nerrata:\n  - {moved}") == []


def test_a_closed_period_whose_file_is_gone_is_found(periods: Periods) -> None:
    shutil.rmtree(periods.now / "teams")
    (periods.now / "periods" / "2.yaml").unlink()
    (finding,) = periods.found()
    assert finding.message == "2027-04-30に締められた第2期のファイルがありません"
    (periods.now / "periods" / "2.yaml").write_text("number: [", "utf-8")
    assert periods.found() == []
