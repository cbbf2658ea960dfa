"""`banso history` of what was applied for: in a roster that is not public, and in no other."""

from __future__ import annotations

import re

import pytest

from tests.changes.repository import Repository
from tests.commands.running import Banso

OFFICER = "applications/3/officers/R9-001.yaml"
APPLIED = "applications/3/municipalities/013455-mori.yaml"
DECIDED = "applications/3/matching.yaml"
PERSONAL = ("鵺女", "鵺技", "9731")
COMMIT = re.compile(r"\b[0-9a-f]{7,}\b")
"""What git names a commit by, in which any two digits may stand."""


@pytest.fixture
def private(repository: Repository) -> Repository:
    """Return a repository whose roster has applications for a third period, and edits of them."""
    text = (repository.roster / "programme.yaml").read_text("utf-8")
    assert "public:" not in text
    programme = text.replace("女性", PERSONAL[0]).replace("技官", PERSONAL[1])
    (repository.roster / "programme.yaml").write_text(programme, "utf-8")
    for name, lines in {
        OFFICER: "agency: 総務省\nrank: 補佐級\ngender: 男性\ntrack: 事務官\nage: 41\n"
        "wishes: [北海道]\n",
        APPLIED: 'municipality: "013455"\nstatus: new\nissues: [産業振興]\n',
        DECIDED: 'locks:\n  - {officer: R9-001, municipality: "013455", reason: 内諾}\n',
    }.items():
        file = repository.roster / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lines, "utf-8")
    repository.commit("applied")
    repository.edit(OFFICER, "rank: 補佐級", "rank: 課長級")
    repository.edit(OFFICER, "gender: 男性\ntrack: 事務官\nage: 41", f"gender: {PERSONAL[0]}")
    repository.edit(APPLIED, "産業振興", "環境")
    repository.edit(DECIDED, "内諾", "上司の同意")
    repository.commit("changed")
    return repository


@pytest.mark.parametrize(
    ("name", "title", "changed"),
    [
        ("R9-001", "職員 R9-001 の応募", "    役職: 補佐級 → 課長級"),
        (OFFICER, "職員 R9-001 の第3期の応募", "    （非表示）の項目"),
        (f"roster/{OFFICER}", "職員 R9-001 の第3期の応募", "    役職: 補佐級 → 課長級"),
        ("森町", "森町（北海道）", "  森町（北海道）第3期の応募"),
        (APPLIED, "森町（北海道）第3期の応募", "    課題: － 産業振興"),
        (
            DECIDED.removesuffix(".yaml"),
            "第3期のマッチングの決定",
            "    決めた配置 R9-001 013455 理由: 内諾 → 上司の同意",
        ),
        ("periods/2.yaml", "第2期", "    年度（西暦）: 2026"),
    ],
)
@pytest.mark.usefixtures("private")
def test_every_kind_of_record_has_a_life(banso: Banso, name: str, title: str, changed: str) -> None:
    run = banso("history", name)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"{title}の履歴")
    assert f"\n{changed}\n" in run.out
    told = COMMIT.sub("", run.out)
    assert not any(each in told for each in (*PERSONAL, "男性", "事務官", "41"))


def test_what_was_applied_for_and_is_gone_has_one_too(private: Repository, banso: Banso) -> None:
    (private.roster / OFFICER).unlink()
    private.commit("gone")
    out = banso("history", OFFICER).out
    assert out.startswith("職員の応募 applications/3/officers/R9-001の履歴")
    assert "  職員 R9-001 の第3期の応募（削除）\n" in out
    assert banso("history", "R9-001").code == 2


def test_a_public_roster_tells_nothing_of_what_it_once_had(
    private: Repository, banso: Banso
) -> None:
    text = (private.roster / "programme.yaml").read_text("utf-8")
    (private.roster / "programme.yaml").write_text(f"public: true\n{text}", "utf-8")
    for name in (OFFICER, APPLIED, DECIDED):
        run = banso("history", name)
        assert (run.code, run.out) == (2, "")
        assert "公開する台帳では、応募のことを示しません" in run.err
    assert banso("history", "R9-001").code == 2
    assert "応募" not in banso("history", "森町").out
    (private.roster / "programme.yaml").write_text("public: [", "utf-8")
    assert banso("history", OFFICER).code == 2
