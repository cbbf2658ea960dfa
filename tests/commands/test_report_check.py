"""`banso report --check`: a stored report against the roster as it is now."""

from __future__ import annotations

from pathlib import Path

from tests.commands.running import ROSTER, Banso


def test_a_stored_report_is_compared(banso: Banso, tmp_path: Path) -> None:
    stored = tmp_path / "summary.md"
    banso("report", "--output", stored)
    same = banso("report", "--check", stored)
    assert (same.code, same.out) == (0, "")
    assert "一致しています" in same.err
    text = stored.read_text("utf-8")
    stored.write_text(text.replace("| 補佐級 | 130 |", "| 補佐級 | 131 |"), "utf-8")
    before = stored.read_bytes()
    differing = banso("report", "--check", stored, "--period", "2")
    assert differing.code == 1
    assert [line[:14] for line in differing.out.splitlines()[3:]] == [
        "-| 補佐級 | 131 |",
        "+| 補佐級 | 130 |",
    ]
    assert f"banso report --period 2 --output {stored}" in differing.err
    named = banso("report", "--check", stored, "--roster", ROSTER, "--allow-invalid")
    assert f"--period 2 --roster {ROSTER} --allow-invalid --output" in named.err
    assert stored.read_bytes() == before


def test_a_long_difference_is_cut_short(banso: Banso, tmp_path: Path) -> None:
    stored = tmp_path / "summary.md"
    stored.write_text("古い\n", "utf-8")
    run = banso("report", "--check", stored)
    lines = run.out.splitlines()
    assert run.code == 1
    assert len(lines) == 21
    assert lines[-1].startswith("… 省いた行: ")


def test_line_ends_may_differ_and_bytes_may_not(banso: Banso, tmp_path: Path) -> None:
    stored = tmp_path / "summary.md"
    banso("report", "--output", stored)
    stored.write_bytes(stored.read_bytes().replace(b"\n", b"\r\n"))
    run = banso("report", "--check", stored)
    assert (run.code, run.out, run.err) == (0, "", f"{stored} は台帳と一致しています\n")
    stored.write_bytes(stored.read_bytes().removesuffix(b"\r\n"))
    run = banso("report", "--check", stored)
    assert (run.code, run.out) == (1, f"{stored} は改行だけが異なります\n")
    stored.write_bytes(b"\xff\xfe")
    run = banso("report", "--check", stored)
    assert (run.code, run.out) == (1, f"{stored} が異なります\n")


def test_a_stored_report_that_cannot_be_read(banso: Banso, tmp_path: Path) -> None:
    run = banso("report", "--check", tmp_path / "none.md")
    assert run.code == 1
    assert "がありません" in run.out
    locked = tmp_path / "a" / "b.md"
    (tmp_path / "a").write_text("", "utf-8")
    run = banso("report", "--check", locked)
    assert run.code == 3
    assert "を読めません" in run.err


def test_a_stored_rendering_of_a_template_is_compared(banso: Banso, tmp_path: Path) -> None:
    template, stored = tmp_path / "own.txt", tmp_path / "out"
    template.write_text("{{ title }}\n", "utf-8")
    stored.write_text("古い\n", "utf-8")
    run = banso("report", "--template", template, "--check", stored)
    assert run.code == 1
    assert f"banso report --period 2 --template {template} --output {stored}" in run.err
