"""`banso explain` and `banso rules`."""

from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from banso_cli.locale import _translations
from banso_cli.rules import RULES
from banso_cli.rules.pages import page_of
from banso_cli.rules.rule import Rule
from tests.commands.running import Banso


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_explained(rule: Rule, banso: Banso) -> None:
    run = banso("explain", rule.id)
    assert (run.code, run.err) == (0, "")
    head, _blank, *page = run.out.splitlines(keepends=True)
    weight = {"error": "エラー", "warning": "警告"}[rule.severity]
    assert head == f"{rule.id} ({rule.family}, {weight})\n"
    assert "".join(page) == page_of(rule)


def test_a_rule_may_be_written_as_a_finding_shows_it(banso: Banso) -> None:
    assert banso("explain", "[unknown-theme]").out == banso("explain", "unknown-theme").out


def test_the_page_is_in_the_language_of_the_user(
    banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANSO_LANG", "en")
    _translations.cache_clear()
    run = banso("explain", "unused-theme")
    assert run.out.startswith("unused-theme (lists, warning)\n\nNo team has this theme.\n")
    assert "\nMend: " in run.out


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("unknwon-theme", "もしかして: unknown-theme"),
        ("mail_adress", "もしかして: mail-address"),
        ("税", "規則の一覧は banso rules で見られます"),
    ],
)
def test_an_unknown_rule_gets_a_suggestion(name: str, proposed: str, banso: Banso) -> None:
    run = banso("explain", name)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"banso: 規則「{name}」はありません\n  対処: {proposed}\n"


def test_piped_rules_are_separated_by_tabs(banso: Banso) -> None:
    run = banso("rules")
    heads, *rows = (line.split("\t") for line in run.out.splitlines())
    assert heads == ["規則", "分類", "重さ", "--fix", "例外", "誤り"]
    assert [row[0] for row in rows] == [rule.id for rule in RULES]
    assert ["alias-for-name", "references", "エラー", "可", "可"] in [row[:5] for row in rows]
    assert {len(row) for row in rows} == {len(heads)}


def test_on_a_terminal_rules_are_a_table(banso: Banso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    run = banso("rules")
    assert run.code == 0
    assert "\t" not in run.out
    assert all(rule.id in run.out for rule in RULES)


def test_rules_as_json(banso: Banso) -> None:
    told = json.loads(banso("rules", "--format", "json").out)
    assert told["schema_version"] == 1
    assert [rule["id"] for rule in told["rules"]] == [rule.id for rule in RULES]
    assert told["rules"][0] == {
        "id": "missing-file",
        "family": "syntax",
        "severity": "error",
        "fixable": False,
        "exceptable": False,
        "fault": "どの台帳にもあるファイルがありません。",
    }


def test_rules_as_markdown(banso: Banso) -> None:
    lines = banso("rules", "--format", "markdown").out.splitlines()
    assert len(lines) == len(RULES) + 2
    assert {line.count("|") for line in lines} == {7}


def test_another_form_is_wrong_usage(banso: Banso) -> None:
    assert banso("rules", "--format", "xml").code == 2


def test_what_fills_a_table_is_told_to_whoever_keeps_the_roster(banso: Banso) -> None:
    lines = banso("explain", "人口規模").out.splitlines()
    assert "".join(line.strip() for line in lines).count("measures_in_force") == 1
    assert max(map(wcswidth, lines)) <= 80
    assert banso("explain", "gender").out == banso("explain", "性別").out
