"""What a template may use is declared, described, and all that the templates of banso use."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from banso_cli.reports.summary import Summary
from banso_cli.reports.templating.context import NAMES, described
from banso_cli.reports.templating.templates import FILTERS, environment, template_folder

DOCUMENTS = ("summary.md.jinja", "page.html.jinja")
OWN_FILTERS = {
    *("figure", "percent", "signed", "ordinal", "bar", "cell", "day", "strong", "until"),
}


def test_every_field_and_property_is_described_in_japanese() -> None:
    found = described()
    assert found[0].name == ""
    assert [field.name for field in found[0].fields] == [each.name for each in fields(Summary)]
    names = [each.name for each in found]
    assert len(names) == len(set(names))
    assert {"Table", "Row", "TeamEntry", "Seat", "PrefectureEntry"} <= set(names)
    for each in found:
        assert all(field.meaning and not field.meaning.isascii() for field in each.fields)
    table = next(each for each in found if each.name == "Table")
    assert {"most", "columns", "series"} <= {field.name for field in table.fields}


def test_types_are_told_in_words() -> None:
    kinds = {
        f"{each.name}.{field.name}": field.type for each in described() for field in each.fields
    }
    assert kinds[".title"] == "文字列"
    assert kinds[".earlier"] == "整数か none"
    assert kinds[".tables"] == "Tableの並び"
    assert kinds["PeriodEntry.start"] == "日付"
    assert kinds["Seat.is_support_officer"] == "真偽"
    assert kinds["Row.share"] == "十進数か none"
    assert kinds["Table.status"] == "文字列"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_use_the_context_and_nothing_else(name: str) -> None:
    source = (template_folder() / name).read_text("utf-8")
    used = meta.find_undeclared_variables(environment().parse(source))
    declared = {each.name for each in fields(Summary)} | {name for name, _meaning in NAMES}
    assert used <= declared | set(environment().globals)


def test_the_filters_are_those_of_the_environment() -> None:
    added = set(environment().filters) - set(Environment(autoescape=True).filters)
    assert added == {each.__name__ for each, _meaning in FILTERS} == OWN_FILTERS


def test_no_template_can_reach_a_personal_attribute() -> None:
    words = {field.name for each in described() for field in each.fields}
    assert words.isdisjoint({"gender", "track", "age", "member", "members", "roster"})


def test_all_templates_are_where_they_are_looked_for() -> None:
    assert {file.name for file in Path(template_folder()).iterdir()} >= set(DOCUMENTS)
