"""What templates may use: bars, cells, figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from banso_cli.reports.templating import templates
from banso_cli.reports.templating.templates import cell, environment
from banso_cli.statistics.tables.words import BAR_WIDTH, bar, figure, percent, signed


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_bars_are_in_proportion(count: int, most: int) -> None:
    drawn = bar(min(count, most), most)
    assert set(drawn) <= {"█"}
    assert len(drawn) == max(min(count, 1), int(min(count, most) * BAR_WIDTH / most + 0.5))


def test_nothing_has_no_bar() -> None:
    assert bar(None, 5) == bar(0, 5) == bar(0, 0) == ""
    assert bar(1, 10_000) == "█"


def test_cells_show_text_as_it_is() -> None:
    assert cell("a|b") == "a\\|b"
    assert cell("<script>\n*x*") == "\\<script\\> \\*x\\*"
    assert cell("森町") == "森町"


def test_figures_say_what_is_not_known() -> None:
    assert figure(1234, "名") == "1,234名"
    assert figure(0) == "0"
    assert figure(None, "名") == "…"
    assert percent(Decimal("2.5")) == "2.5%"
    assert percent(None) == ""
    assert [signed(number) for number in (1, -2, 0, None)] == ["+1", "-2", "±0", "…"]


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_templates_are_found_in_a_package_and_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "banso_cli"
    package.mkdir()
    monkeypatch.setattr("importlib.resources.files", lambda _name: package)
    assert templates.template_folder() == tmp_path / "templates"
    (package / "templates").mkdir()
    assert templates.template_folder() == package / "templates"
