"""The pages of the rules: one each in both languages, of one form, with examples that are true."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from banso_cli.reading.folder import read_roster
from banso_cli.rules import RULES, check
from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule
from tests.commands.running import PROJECT
from tests.conftest import BASE

PAGES = PROJECT / "banso_cli" / "rules" / "pages"
PARTS = {"en": ("Why", "Example", "Mend"), "ja": ("なぜ", "例", "直し方")}
NOT_ALONE = {
    "unknown-place",  # in files of applicants and drafts
    "strength-out-of-range",
    "too-many-wishes",
    "contradicting-wishes",
    "stays-without-team",
    "public-applications",
    "repeated-application",
    "unknown-applicant",
    "officer-twice",
    "officer-in-team",
    "unfit-weights",
    "missing-file",  # names of files
    "unreadable-file",
    "wrong-suffix",
    "stray-file",
    "escaping-link",
    "unknown-period",
    "misnamed-file",
    "oversized-file",  # much more than a page can show
    "too-many-faults",
    "unquoted-text",  # to write it into a record again puts it into quotes
    "not-utf8",  # bytes that the page itself could not have
    "repeated-name",  # seen only beside another list, file or figure
    "near-identical-name",
    "repeated-municipality",
    "unused-theme",
    "unused-agency",
    "repeated-code",
    "missing-population",
    "real-municipality",
    "population-over-limit",
    "closed-agency",
    "status-contradiction",
    "period-overlap",
    "repeated-period",
    "published-total",
    "stale-acknowledgement",
    "status-over-published",
    "contradicting-figures",
    "prefecture-region",  # all 47 are more than a page can show
    "personal-attribute",
    "unnumbered-team",
    "change-without-erratum",
    "stale-erratum",
}
"""The rules whose example is not wrong by itself: it speaks of other files or figures as well."""
MEMBER = {"agency", "rank", "role", "track", "gender", "age", "printed"}
ACTIVITY = {"date", "until", "subject", "next", "attended"}
PROGRAMME = {"public", "disclosure_threshold", "team_size", "age_bands", "population_bands"}
PROGRAMME |= {"regions", "measures_in_force"}
PERIOD = {"fiscal_year", "start", "coverage", "voices", "breakdowns", "remarks", "emphasised"}
MUNICIPALITY = {"code", "name", "kana", "romaji", "prefecture", "county", "population", "office"}
MUNICIPALITY |= {"notes"}
RECORDS: tuple[tuple[set[str], str, tuple[str | int, ...]], ...] = (
    ({"url"}, "teams/2/032034-ofunato.yaml", ("sources", 0)),
    (MEMBER, "teams/2/204234-nagiso.yaml", ("members", 0)),
    (ACTIVITY, "teams/2/032034-ofunato.yaml", ("activities", 0)),
    (PROGRAMME, "programme.yaml", ()),
    (PERIOD, "periods/2.yaml", ()),
    (
        MUNICIPALITY,
        "municipalities/014079-niki.yaml",
        (),
    ),
)
"""Where a snippet with these keys belongs in the base roster; others belong to a team."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
each_language = pytest.mark.parametrize("language", PARTS)


def page_in(rule: Rule, language: str) -> str:
    return rule.page if language == "en" else (PAGES / f"{rule.id}.md").read_text("utf-8")


def paragraphs(rule: Rule, language: str) -> list[str]:
    return page_in(rule, language).rstrip("\n").split("\n\n")


def snippets(rule: Rule, language: str) -> list[str]:
    return [
        re.sub(r"^ {4}", "", part, flags=re.MULTILINE)
        for part in paragraphs(rule, language)
        if part.startswith("    ")
    ]


def test_every_rule_has_a_japanese_page_and_every_page_a_rule() -> None:
    assert {page.name for page in PAGES.iterdir()} == {f"{rule.id}.md" for rule in RULES}


@each_language
@each_rule
def test_a_page_says_what_why_and_how_to_mend_with_an_example(rule: Rule, language: str) -> None:
    page = page_in(rule, language).rstrip("\n")
    what, why, example, wrong, mend, *right = paragraphs(rule, language)
    names = PARTS[language]
    assert what.endswith("." if language == "en" else "。")
    assert why.startswith(f"{names[0]}: ")
    assert example == f"{names[1]}:"
    assert mend.startswith(f"{names[2]}: ")
    assert all(part.startswith("    ") for part in (wrong, *right))
    assert len(right) <= 1
    assert page.count("\n") <= 16
    assert not re.search(r"[ \t]$", page, re.MULTILINE)


@each_rule
def test_the_examples_are_the_same_in_both_languages(rule: Rule) -> None:
    assert snippets(rule, "en") == snippets(rule, "ja")
    assert re.search("[ぁ-ゖ一-鿿]", "".join(paragraphs(rule, "ja")[:2]))


def with_snippet(folder: Path, snippet: str, *, whole: bool) -> Path:
    """Put a snippet into the record of the roster that it belongs to, or instead of a record."""
    if whole:
        (folder / "municipalities" / "014079-niki.yaml").write_text(snippet, encoding="utf-8")
        return folder
    wrong = yaml.load(snippet, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    team = (set[str](), "teams/2/032034-ofunato.yaml", ())
    _keys, name, path = next((each for each in RECORDS if set(wrong) <= each[0]), team)
    file = folder / name
    record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    part: Any = record
    for key in path:
        part = part[key]
    part.update(wrong)
    file.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.id not in NOT_ALONE], ids=lambda rule: rule.id
)
def test_an_example_is_wrong_and_what_is_mended_is_not(rule: Rule, tmp_path: Path) -> None:
    whole = rule.family == "syntax" or rule.id == "empty-value"
    found = []
    for number, snippet in enumerate(snippets(rule, "en")):
        folder = shutil.copytree(BASE, tmp_path / str(number))
        roster = read_roster(with_snippet(folder, f"{snippet}\n", whole=whole))
        found.append(rule.id in {finding.rule for finding in check(roster)})
    assert found == [True, False]


@pytest.mark.parametrize("name", sorted(NOT_ALONE))
def test_an_example_that_is_wrong_only_beside_others_differs_from_the_mended_one(name: str) -> None:
    wrong, *right = snippets(next(rule for rule in RULES if rule.id == name), "en")
    assert all(yaml.safe_load(text) is not None for text in (wrong, *right))
    assert wrong not in right


def test_the_page_is_in_the_language_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULES[0]
    monkeypatch.setenv("BANSO_LANG", "ja")
    assert page_of(rule) == page_in(rule, "ja")
    for other in ("en", "fr"):
        monkeypatch.setenv("BANSO_LANG", other)
        assert page_of(rule) == f"{rule.page}\n"


def test_a_rule_without_a_japanese_page_has_its_docstring() -> None:
    rule = replace(RULES[0], id="none", page="Odd.\n\nWhy: so.")
    assert page_of(rule) == "Odd.\n\nWhy: so.\n"
    assert first_sentence(page_of(rule)) == "Odd."
