"""Findings as Markdown, read back by a reader of Markdown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from banso_cli.diagnostics.markdown import LARGEST
from banso_cli.diagnostics.markdown import document as as_markdown
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place
from tests.diagnostics.awkward import FINDINGS, MISNAMED, telling, with_files

APART = "\u2060"
"""What GitHub sees behind a mark that would call somebody or link something; readers do not."""

HEAD = (
    "## 台帳の検査: {errors} 件のエラー・{warnings} 件の警告（{files} ファイル）\n"
    "\n"
    "| 重さ | 場所 | 規則 | 指摘 | 直し方 |\n"
    "| --- | --- | --- | --- | --- |\n"
)


def cells(text: str) -> list[list[str]]:
    """Return the table's rows of cells as a reader sees them, without the head."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inside = [shown(token) for before, token in pairwise(tokens) if before.type == "td_open"]
    return [inside[start : start + 5] for start in range(0, len(inside), 5)]


def shown(inline: Token) -> str:
    """Return the text of a cell, whose only markup is the end of a line."""
    parts = inline.children or ()
    assert {part.type for part in parts} <= {"text", "text_special", "html_inline"}
    text = "".join("\n" if part.type == "html_inline" else part.content for part in parts)
    return text.replace(APART, "")


def test_the_table_is_this(base_roster: Roster) -> None:
    name = r"roster/teams/2/012345-吉野家, 50%:.yaml"
    assert as_markdown(telling(with_files(base_roster), FINDINGS)) == (
        HEAD.format(errors=2, warnings=2, files=4)
        + f"| エラー | {name}:1:1 | misnamed-file | 名前が違う | 改名する |\n"
        + f'| エラー | {name}:5:10 | alias-for-name | 「𠮷野」は"産業\\|振興"の '
        + r"\<b\>別名\</b\>, 100%です<br>次の行: \`x\_y\` \& \[\$1\$\](u) {0} \~a\~ \\<br>"
        + "roster/themes.yaml:2:9: 名前はここ<br>roster/themes.yaml:3:3: 別名はここ"
        + " | 産業振興 と書く |\n"
        + "| 警告 | roster/themes.yaml:2:3 | long-part | 三行にわたる |  |\n"
        + "| 警告 | roster/periods/2.yaml:3:1 | long-part | "
        + "警告だけの\x00\ufffeファイル\u2028 |  |\n"
    )


def test_a_clean_roster_has_its_counts_and_no_table(base_roster: Roster) -> None:
    assert as_markdown(telling(with_files(base_roster), ())) == (
        "## 台帳の検査: 0 件のエラー・0 件の警告（4 ファイル）\n"
    )


READABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=60
)


@given(READABLE, READABLE, READABLE)
def test_a_reader_sees_the_text_as_it_is(
    base_roster: Roster, first: str, second: str, path: str
) -> None:
    finding = Finding(
        replace(MISNAMED.place, path=path), f"{first}\n{second}", second + first, rule="x"
    )
    rows = cells(as_markdown(telling(base_roster, [finding])))
    expected = ["エラー", f"{path}:1:1", "x", f"{first}\n{second}", second + first]
    assert rows == [[each.replace(APART, "") for each in expected]]


def test_nobody_is_called_and_nothing_is_linked(base_roster: Roster) -> None:
    finding = replace(MISNAMED, message="@somebody #12 https://example.jp www.example.jp a@b")
    row = as_markdown(telling(base_roster, [finding])).splitlines()[-1]
    assert f"@{APART}somebody #{APART}12 https:{APART}//example.jp www{APART}.example.jp" in row


def test_what_does_not_fit_is_left_out_as_a_whole_and_counted(base_roster: Roster) -> None:
    place = Place("roster/themes.yaml", 1, 1, 1, 1)
    findings = [Finding(place, f"指摘{number}: " + "𠮷" * 1000, rule="x") for number in range(300)]
    text = as_markdown(telling(base_roster, findings))
    rows = cells(text)
    assert LARGEST - 4200 < len(text.encode()) <= LARGEST
    assert [row[3].partition(":")[0] for row in rows] == [
        f"指摘{number}" for number in range(len(rows))
    ]
    assert text.endswith(
        f"\n\nほかの {300 - len(rows)} 件の指摘はここに収まりません。"
        "banso validate ですべて見られます\n"
    )


@pytest.mark.parametrize("spare", [0, 1])
def test_the_last_byte_is_used(base_roster: Roster, spare: int) -> None:
    roster = with_files(base_roster)
    whole = as_markdown(telling(roster, FINDINGS))
    room = len(whole.encode()) - spare
    assert (as_markdown(telling(roster, FINDINGS), room) == whole) == (spare == 0)
    assert len(as_markdown(telling(roster, FINDINGS), room).encode()) <= room


def test_where_no_finding_fits_all_are_counted(base_roster: Roster) -> None:
    text = as_markdown(telling(with_files(base_roster), FINDINGS), 1)
    assert text == HEAD.format(errors=2, warnings=2, files=4) + (
        "\nほかの 4 件の指摘はここに収まりません。banso validate ですべて見られます\n"
    )


def test_a_name_that_is_no_unicode_is_measured_too(base_roster: Roster) -> None:
    finding = replace(MISNAMED, place=Place("roster/\udc80.yaml", 1, 1, 1, 1))
    assert "roster/\udc80.yaml:1:1" in as_markdown(telling(base_roster, [finding]))


def test_of_all_findings_as_many_are_told_as_asked_for_and_all_are_counted(
    base_roster: Roster,
) -> None:
    roster = with_files(base_roster)
    text = as_markdown(telling(roster, FINDINGS, 1))
    assert len(cells(text)) == 1
    assert text.startswith(HEAD.format(errors=2, warnings=2, files=4))
    assert text.endswith("\n\nほかに3件の指摘があります（示していません）\n")
    assert as_markdown(telling(roster, FINDINGS, 4)) == as_markdown(telling(roster, FINDINGS))
    room = len(text.encode()) - 1
    assert as_markdown(telling(roster, FINDINGS, 1), room).endswith(
        "\nほかの 4 件の指摘はここに収まりません。banso validate ですべて見られます\n"
    )
