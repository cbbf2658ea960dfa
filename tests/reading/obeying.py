"""Doing what the help of a finding says, as somebody does who knows nothing of YAML."""

from __future__ import annotations

import re

from banso_cli.records.finding import Finding

_PAIR = re.compile(
    r"(?:「(.+?)」(と空白)?|(全角の空白))を半角の(?:「(.+?)」(と空白)?|空白(?:([0-9]+)個)?)に"
)
_INDENT = re.compile(
    r"行を(?:空白なし|半角の空白([0-9]+)個)で始めてください(?:。その下の([0-9]+)行も)?"
)
_DASH = re.compile(r"行を(?:半角の空白([0-9]+)個と)?「(- .*?)」で始めてください")
_HERE = re.compile(
    r"ここに(?:半角の(?:「(.+)」(と空白)?|空白(?:([0-9]+)個)?)を|「(# )」を)書いてください"
    r"|注釈なら、ここに「(# )」を"
)


def obeyed(text: str, finding: Finding) -> str:
    """Return the text with its line written as the help of the finding says."""
    lines = text.split("\n")
    at = finding.place.line - 1
    start, end = finding.place.column - 1, finding.place.end_column - 1
    line, help_line = lines[at], finding.help
    if finding.rule == "full-width-mark":
        lines[at] = _narrow(line, start, help_line)
    elif finding.rule == "indentation":
        _move(lines, at, help_line)
    elif finding.rule == "missing-dash":
        match = _DASH.search(help_line)
        assert match
        rest = line.lstrip().removeprefix(match[2].removeprefix("- "))
        lines[at] = " " * int(match[1] or 0) + match[2] + rest
    elif finding.rule == "missing-separator" and "改行" in help_line:
        indent = " " * (2 if line[end:].startswith("- ") else 0)
        lines[at] = f"{line[:start]}\n{indent}{line[end:]}"
    elif finding.rule == "missing-separator":
        match = _HERE.search(help_line)
        assert match
        mark = f"{match[1] or ''}{' ' if match[2] else ''}" if match[1] else match[4] or match[5]
        lines[at] = line[:start] + (mark or " " * int(match[3] or 1)) + line[end:]
    elif finding.rule == "surplus-mark" and "改行" in help_line:
        lines[at - 1 : at + 1] = [lines[at - 1] + line.lstrip()]
    elif finding.rule == "surplus-mark" or help_line == "消してください":
        lines[at] = line[:start] + line[end:]
    elif match := re.fullmatch(r"対になる「(.)」を補ってください", help_line):
        lines[at] = _paired(line, match[1])
    else:
        lines[at] = _written(line, start, end, help_line.removesuffix(" と書いてください"))
    return "\n".join(lines)


def _narrow(line: str, start: int, help_line: str) -> str:
    head, rest = line[:start], line[start:]
    for wide, _blank, blank, narrow, behind, count in _PAIR.findall(help_line):
        mark = f"{narrow}{' ' if behind else ''}" if narrow else " " * int(count or 1)
        if blank:
            rest = re.sub("\u3000+", mark, rest, count=1)
        elif wide == "＃":
            rest = rest.replace("\u3000＃", "  #").replace("＃", "#", 1)
        elif mark.endswith(" "):
            rest = re.sub(rf"[\u3000 ]*{re.escape(wide)}[\u3000 ]*", mark, rest)
        else:
            rest = rest.replace(wide, mark)
    if help_line == "全角の空白を消してください":
        rest = rest.lstrip("\u3000")
    return head + rest


def _move(lines: list[str], at: int, help_line: str) -> None:
    match = _INDENT.search(help_line)
    assert match
    shift = int(match[1] or 0) - (len(lines[at]) - len(lines[at].lstrip()))
    lines[at] = " " * int(match[1] or 0) + lines[at].lstrip()
    for below in range(at + 1, at + 1 + int(match[2] or 0)):
        rest = lines[below].lstrip()
        lines[below] = " " * (len(lines[below]) - len(rest) + shift) + rest


def _paired(line: str, mark: str) -> str:
    if mark in "[{":
        found = re.match(r"\s*(?:- (?!\w+: .*: )|\w+: |- )", line)
        assert found
        return line[: found.end()] + mark + line[found.end() :]
    return (
        re.sub(r"(\}*\s*(?:  #.*)?)$", rf"{mark}\1", line, count=1) if mark == "]" else line + mark
    )


def _written(line: str, start: int, end: int, text: str) -> str:
    """Write the text instead of the value that the place is in, or at the place alone."""
    is_whole = end - start > 1 and line[start:end] in text.strip("'\"")
    if len(text) == 1 or is_whole:
        return line[:start] + text + line[end:]
    value = re.match(r"(\s*(?:- )?\w+: )(.*?)(\s*(?:  #.*)?)$", line)
    assert value
    return value[1] + text + value[3]
