"""Findings as workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.diagnostics.github import as_github, first_shown
from banso_cli.records.finding import Finding, Severity
from banso_cli.text.visible import OBEYED
from banso_cli.yaml.place import Place
from tests.diagnostics.awkward import ALIAS, FINDINGS, THEMES

MANY = [
    Finding(Place(THEMES, line, 1, line, 4), f"{line}", rule="x", severity=severity)
    for line in range(1, 13)
    for severity in (Severity.WARNING, Severity.ERROR)
]


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Return what the runner takes from a line: the command, its properties, its message."""
    _before, head, message = line.split("::", 2)
    command, _blank, properties = head.partition(" ")
    pairs = (each.split("=", 1) for each in properties.split(",") if each)
    return command, {name: plain(value) for name, value in pairs}, plain(message, ":,")


def plain(text: str, literal: str = "") -> str:
    for letter in "\r\n:,%":
        if letter not in literal:
            text = text.replace(f"%{ord(letter):02X}", letter)
    return text


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    return map(read, text.removesuffix("\n").split("\n"))


def test_the_commands_are_these() -> None:
    assert as_github(FINDINGS) == (
        "::error file=roster/teams/2/012345-吉野家%2C 50%25%3A.yaml,line=1,col=1,endLine=1,"
        "endColumn=1,title=misnamed-file::名前が違う%0A改名する\n"
        "::error file=roster/teams/2/012345-吉野家%2C 50%25%3A.yaml,line=5,col=10,endLine=5,"
        'endColumn=12,title=alias-for-name::「𠮷野」は"産業|振興"の <b>別名</b>, 100%25です'
        "%0A次の行: `x_y` & [$1$](u) {0} ~a~ \\%0A産業振興 と書く"
        "%0Aroster/themes.yaml:2:9: 名前はここ%0Aroster/themes.yaml:3:3: 別名はここ\n"
        "::warning file=roster/themes.yaml,line=2,endLine=4,title=long-part::三行にわたる\n"
        "::warning file=roster/periods/2.yaml,line=3,endLine=4,title=long-part::"
        "警告だけ%0Dの�\ufffeファイル�\n"
    )


def test_without_findings_nothing_is_said() -> None:
    assert as_github(()) == ""


@given(st.text(), st.text(min_size=1))
def test_the_runner_reads_every_message_and_path(message: str, path: str) -> None:
    finding = replace(ALIAS, message=message, place=replace(ALIAS.place, path=path))
    command, properties, told = read(as_github([finding]).removesuffix("\n"))
    assert (command, properties["file"]) == ("error", seen(path))
    assert told.endswith("別名はここ")
    assert told.startswith(seen(message))


def seen(text: str) -> str:
    """Return a text with � for what a terminal obeys; the escapes of a command hold line ends."""
    return "".join("�" if c not in "\t\r\n" and OBEYED.match(c) else c for c in text)


def test_ten_errors_and_ten_warnings_are_shown_and_the_others_are_counted() -> None:
    told = list(commands(as_github(MANY)))
    assert [command for command, _properties, _message in told] == (
        ["error"] * 10 + ["warning"] * 10 + ["notice"]
    )
    assert [message for _command, _properties, message in told[:10]] == [
        f"{line}" for line in range(1, 11)
    ]
    assert told[-1] == ("notice", {}, "ほかの 4 件の指摘は、このジョブの要約にあります")


def test_as_many_as_are_shown_need_no_notice() -> None:
    assert "notice" not in as_github(MANY[:20])


def test_those_first_in_order_are_shown() -> None:
    assert [finding.place.line for finding in first_shown(MANY[::-1])] == [*range(12, 2, -1)] * 2


def test_no_more_are_shown_than_asked_for_and_all_others_are_counted() -> None:
    told = list(commands(as_github(MANY, 3)))
    assert [command for command, _properties, _message in told] == [
        *("error", "warning", "warning", "notice")
    ]
    assert told[-1][2] == "ほかの 21 件の指摘は、このジョブの要約にあります"
