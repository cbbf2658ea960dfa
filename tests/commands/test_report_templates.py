"""`banso report --template` and `--context`: own templates, and what they may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from banso_cli.reports.templating import memory, own_template
from banso_cli.reports.templating.templates import template_folder
from tests.commands.running import Banso, break_theme


def test_what_a_template_may_use_is_told(banso: Banso) -> None:
    run = banso("report", "--context")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert any(line.split() == ["title", "文字列", "文書の題"] for line in lines)
    assert {"Table:", "Row:", "TeamEntry:", "Seat:", "フィルター:"} <= set(lines)
    assert "gender" not in run.out
    assert max(map(wcswidth, lines)) <= 80


def test_a_template_of_ones_own(banso: Banso, tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("{{ title }}", "utf-8")
    template = tmp_path / "letter.txt"
    template.write_text(
        "{% include 'part.txt' %}\n"
        "{% from '_table.md.jinja' import table %}\n"
        "{{ table(charts[2].table) }}{{ figures[0].value|figure('名') }}\n",
        "utf-8",
    )
    run = banso("report", "--template", template)
    assert run.code == 0
    assert run.out.startswith("地方創生伴走支援制度 第2期")
    assert "| 補佐級 | 130 |" in run.out
    assert run.out.endswith("278名\n")


def test_a_template_of_an_unsound_roster_is_warned_about(
    banso: Banso, copied: Path, tmp_path: Path
) -> None:
    break_theme(copied)
    template = tmp_path / "own.txt"
    template.write_text("{{ title }}", "utf-8")
    run = banso("report", "--roster", copied, "--allow-invalid", "--template", template)
    assert run.code == 0
    assert "不完全: 台帳に1件のエラー" in run.err


@pytest.mark.parametrize("name", ["summary.md.jinja", "illustrated.md.jinja", "page.html.jinja"])
def test_the_templates_of_banso_are_models_for_ones_own(
    name: str, banso: Banso, tmp_path: Path
) -> None:
    own = tmp_path / f"own-{name}"
    own.write_bytes((template_folder() / name).read_bytes())
    assert "地方創生伴走支援制度 第2期" in banso("report", "--template", own).out


def test_what_goes_into_html_is_escaped(banso: Banso, tmp_path: Path) -> None:
    markup = ("a.html", "a.HTML", "a.html.jinja2", "a.svg.jinja", "a.xml.j2")
    for name, expected in (*((each, "&lt;b&gt;") for each in markup), ("a.md", "<b>")):
        template = tmp_path / name
        template.write_text("{{ '<b>' ~ title }}", "utf-8")
        assert banso("report", "--template", template).out.startswith(expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{% for %}", "own.md:2: ここに「end of statement block」は書けません"),
        ("{{ title", "own.md:1: タグか式が閉じていません"),
        ("{{ title ? }}", "own.md:1: ここに「?」は書けません"),
        ("{% if title %}", "own.md:1: タグか式が閉じていません"),
        ("{# a", "own.md:1: 注釈が閉じていません"),
        ("{% tabel %}", "own.md:1: 「tabel」というタグはありません"),
        ("{{ title is strnig }}", "own.md:1: 「strnig」という判定はありません"),
        ("{{ [1, 2]|random }}", "own.md:1: 「random」というフィルターはありません"),
        ("{% extends %}", "own.md:1: "),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "own.md:1: テンプレートの書き"),
        ("a\n\n{{ titel }}", "own.md:3: 「titel」という名前はありません (もしかして: title)"),
        ("{{ period.nummber }}", "PeriodEntry に「nummber」はありません (もしかして: number)"),
        ("{{ title.foo }}", "own.md:1: str に「foo」はありません"),
        ("{{ [1].first.a }}", "own.md:1: "),
        ("{{ title.__class__ }}", "own.md:1: テンプレートでは「__class__」を使えません"),
        ("{{ teams.append(1) }}", "own.md:1: tuple に「append」はありません"),
        (
            "{% include '../../pyproject.toml' %}",
            "テンプレート「../../pyproject.toml」がありません",
        ),
        ("{% include '/etc/hostname' %}", "own.md:1: テンプレート「/etc/hostname」がありません"),
        ("\n{{ 1 / 0 }}", "own.md:2: 計算できません"),
        ("{{ title + 1 }}", "own.md:1: 計算できません"),
        ("{% for n in range(10000000) %}{% endfor %}", "own.md:1: 計算できません"),
        ("a\n{{ 'x' * 9000000000 }}", "own.md:2: 作られるものがメモリに収まりません"),
        ("a\n{{ '%9999999999d' % 1 }}", "own.md:2: 作られるものがメモリに収まりません"),
        ("a\nb\n{{ '\\ud800' }}", "own.md:3: 文字の片割れ"),
        ("a\n{{ title ~ '\\uDFff' }}\n", "own.md:2: 文字の片割れ"),
        ("a\n\n{% macro m(a, a) %}{% endmacro %}", "own.md:3: テンプレートの書き方に誤り"),
        ("a\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "own.md:2: 入れ子が深すぎるか"),
        (f"a\n{{{{ {'(' * 3000} }}}}", "own.md:2: 入れ子が深すぎるか"),
        (f"a\n{{{{ {'-' * 3000}1 }}}}", "own.md:2: 入れ子が深すぎるか"),
        (f"{{{{ a{'.a' * 3000} }}}}", "own.md:1: 入れ子が深すぎるか"),
        (
            "a\n" + "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
            "own.md:2: テンプレートの書き方に誤り",
        ),
    ],
)
def test_a_faulty_template_is_told_with_its_line(
    text: str, message: str, banso: Banso, tmp_path: Path
) -> None:
    template = tmp_path / "own.md"
    template.write_text(text, "utf-8")
    target = tmp_path / "out.md"
    run = banso("report", "--template", template, "--output", target)
    assert (run.code, run.out, target.exists()) == (3, "", False)
    assert message in run.err
    assert "banso report --context" in run.err


def test_a_template_that_cannot_be_read(banso: Banso, tmp_path: Path) -> None:
    missing = banso("report", "--template", tmp_path / "none.md")
    assert (missing.code, missing.out) == (3, "")
    assert "がありません" in missing.err
    folder = banso("report", "--template", tmp_path)
    assert folder.code == 3
    assert "を読めません" in folder.err
    (tmp_path / "sjis.md").write_bytes("表".encode("cp932"))
    encoded = banso("report", "--template", tmp_path / "sjis.md")
    assert encoded.code == 3
    assert "UTF-8 ではありません" in encoded.err


class _Odd:
    """What raises whatever it is asked to when it is shown."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __str__(self) -> str:
        raise self.error


@pytest.mark.parametrize("error", [StopIteration(), EOFError(), OSError(5, "x"), RuntimeError("x")])
def test_whatever_a_template_raises_is_its_own_fault(
    error: Exception, banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_template, "template_context", lambda _summary: {"odd": _Odd(error)})
    template = tmp_path / "own.md"
    template.write_text("a\n{{ odd }}", "utf-8")
    run = banso("report", "--template", template)
    assert (run.code, run.out) == (3, "")
    assert "own.md:2: 計算できません" in run.err


def test_a_report_without_end_is_told_where_no_memory_can_be_limited(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_PAGES", tmp_path / "none")
    monkeypatch.setattr(own_template, "MOST_LETTERS", 10_000)
    template = tmp_path / "own.md"
    template.write_text("a\n{% for n in range(9999) %}\n{{ title }}{% endfor %}", "utf-8")
    run = banso("report", "--template", template)
    assert (run.code, run.out) == (3, "")
    assert "own.md:3: 作られるものがメモリに収まりません" in run.err
