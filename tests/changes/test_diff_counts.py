"""What a difference counts, and what of a closed period it finds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from banso_cli.changes.forms import FORMS
from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, tables, text
from tests.commands.running import ROSTER, Banso


def test_tables_have_the_members_of_the_list_whoever_has_followed_them(
    repository: Repository, told: Told
) -> None:
    member = "  - agency: 総務省\n    rank: 補佐級\n"
    followed = f"{member.replace('補佐級', '課長級')}    since: 2026-07-02\n"
    repository.edit(TEAM, member, followed)
    file = repository.roster / TEAM
    former = "former:\n  - {seat: 2, agency: 総務省, rank: 補佐級, until: 2026-07-01}\n"
    file.write_text(file.read_text("utf-8") + former, encoding="utf-8")
    found = told()
    assert {tuple(path[:1]) for path, *_values in changes(found)} == {("members",), ("former",)}
    assert tables(found) == []


def test_tables_have_the_status_that_follows(repository: Repository, told: Told) -> None:
    before = repository.roster / "teams" / "1"
    shutil.copytree(repository.roster / "teams" / "2", before, dirs_exist_ok=True)
    repository.edit("periods/1.yaml", "coverage: totals", "coverage: teams")
    repository.commit("the teams of the period before")
    repository.edit(TEAM, "status: continuing\n", "")
    found = told("HEAD")
    assert changes(found) == [(["status"], None, "continuing", None)]
    assert tables(found) == []


def test_all_files_of_97_teams_written_anew_are_one_line(tmp_path: Path, banso: Banso) -> None:
    states = [Path(shutil.copytree(ROSTER, tmp_path / name)) for name in ("before", "after")]
    files = sorted(states[1].rglob("*.yaml"))
    for file in files:
        text_now = re.sub(r"(?m)^([ -]*\w+): ", r"\1:   ", file.read_text("utf-8"))
        file.write_text(f"# 一行\n{text_now}", "utf-8")
    said = text(banso("diff", *states))
    assert f"値は変わりません\n\n書式だけが変わったファイル: {len(files)}件\n" in said
    assert len(files) > 97
    assert "チーム" not in said


def test_a_closed_period_that_changed_without_an_erratum_is_found(
    repository: Repository, banso: Banso
) -> None:
    repository.edit("periods/2.yaml", "coverage:", "closed: 2027-04-30\ncoverage:")
    repository.commit("closed")
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    found = text(banso("diff", "HEAD"))
    assert "検査: 新しい指摘 1件" in found
    assert "change-without-erratum" in found


def test_a_renamed_file_of_a_closed_period_is_not_gone(
    repository: Repository, banso: Banso
) -> None:
    repository.edit("periods/2.yaml", "coverage:", "closed: 2027-04-30\ncoverage:")
    repository.commit("closed")
    renamed = "teams/2/013455-morimachi.yaml"
    repository.git("mv", f"roster/{TEAM}", f"roster/{renamed}")
    assert "change-without-erratum" not in text(banso("diff", "HEAD"))
    repository.edit(renamed, "rank: 課長級", "rank: 補佐級")
    assert "change-without-erratum" in text(banso("diff", "HEAD"))
    (repository.roster / renamed).unlink()
    assert "change-without-erratum" in text(banso("diff", "HEAD"))


def test_an_erratum_of_a_personal_attribute_tells_no_value(
    repository: Repository, banso: Banso
) -> None:
    repository.edit("periods/2.yaml", "coverage:", "closed: 2027-04-30\ncoverage:")
    repository.commit("closed")
    errata = (
        "errata:\n  - {date: 2027-06-01, record: teams/2/013455-mori, field: members.1.gender,"
        " was: 女性, now: 男性, reason: 誤り, sources: [{title: 訂正}]}\n"
    )
    file = repository.roster / "periods/2.yaml"
    file.write_text(file.read_text("utf-8") + errata, encoding="utf-8")
    repository.commit("erratum")
    shown = (
        *(text(banso("diff", "HEAD~1", "HEAD", "--format", form)) for form in FORMS),
        text(banso("history", "第2期")),
        banso("report", "--allow-invalid").out,
    )
    for each in shown:
        assert "members.1.gender" in each or "支援官 1人目 性別" in each
        assert "女性" not in each
