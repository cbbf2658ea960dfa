"""A closed period: a change of it wants an erratum."""

from __future__ import annotations

from pathlib import Path

from tests.commands.running import Banso
from tests.commands.test_validate_in_git import git
from tests.commands.test_year import FILE


def test_an_erratum_is_asked_for_in_git_and_printed(banso: Banso, copied: Path) -> None:
    closed = (copied / "periods/2.yaml").read_text(encoding="utf-8")
    erratum = (
        "closed: 2027-04-30\nerrata:\n  - {date: 2027-06-01, record: teams/2/013455-mori,"
        " field: members.1.rank, was: 補佐級, now: 課長級, reason: 誤り,"
        " sources: [{title: お知らせ}]}\n  - {date: 2027-06-02, record: teams/2/014079-niki,"
        " reason: 取りやめ, sources: [{title: お知らせ}]}\n"
        "  - {date: 2027-06-03, record: periods/2, field: published.1.value, was: '12',"
        " now: '13', reason: 誤り, sources: [{title: お知らせ}]}\nvoices:"
    )
    (copied / "periods/2.yaml").write_text(closed.replace("voices:", erratum), encoding="utf-8")
    run = banso("validate", "--roster", copied)
    assert run.code == 0, run.out
    report = banso("report", "--roster", copied).out
    assert "北海道森町 支援官 1人目 役職：（誤）補佐級（正）課長級（誤り）" in report
    assert "北海道仁木町：記録を除いた（取りやめ）" in report
    assert "公表値 1番目 公表値：（誤）12（正）13（誤り）" in report
    assert "<h2>正誤</h2>" in banso("report", "--roster", copied, "--format", "html").out


def test_a_change_in_a_closed_period_wants_an_erratum(banso: Banso, copied: Path) -> None:
    period = copied / "periods/2.yaml"
    text = period.read_text(encoding="utf-8").replace("voices:", "closed: 2027-04-30\nvoices:")
    period.write_text(text, encoding="utf-8")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "start")):
        git(copied.parent, *command)
    team = copied / FILE
    changed = team.read_text(encoding="utf-8").replace("rank: 課長級", "rank: 係長級")
    team.write_text(changed, encoding="utf-8")
    since = ("validate", "--roster", copied, "--since", "HEAD")
    run = banso(*since)
    assert (run.code, run.out.count("[change-without-erratum]")) == (1, 1)
    assert banso("validate", "--roster", copied).code == 0
    help_line = next(line for line in run.out.splitlines() if "errata に書き加えて" in line)
    entry = help_line.partition(": - ")[2].replace("…", "x").replace("date: x", "date: 2027-05-01")
    text = period.read_text(encoding="utf-8").replace("voices:", f"errata:\n  - {entry}\nvoices:")
    period.write_text(text, encoding="utf-8")
    assert banso(*since).code == 0
    assert banso(*since, "--ignore", "change-without-erratum").code == 0
