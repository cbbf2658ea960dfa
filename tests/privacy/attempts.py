"""All that a user may ask of banso, gathered from the table of commands and their options.

A new command or option has no value here yet, and fails a test until it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import typer

from banso_cli.cli import app
from banso_cli.rules import RULES

Arguments = tuple[str, ...]

ARGUMENTS: Mapping[str, tuple[Arguments, ...]] = {
    "validate": ((), ("{team}",)),
    "match": (("--period", "2"),),
    "init": (("{new}", "--example", "--teams", "3"),),
    "fmt": ((), ("{team}",)),
    "stats": ((),),
    "report": (
        (),
        ("--list-by", "region"),
        ("--format", "csv"),
        ("--format", "csv", "--header", "en"),
    ),
    "show": (
        ("013455",),
        ("森町",),
        ("総務省",),
        ("課長級",),
        ("北海道",),
        ("industry",),
        ("第2期",),
        ("1",),
        ("none",),
    ),
    "diff": ((), ("HEAD~1",), ("HEAD~1...HEAD",), ("{roster}", "HEAD"), ("none",)),
    "history": (("森町",), ("013455",), ("第2期",), ("agencies",), ("none",)),
    "query": (
        ("SELECT * FROM members",),
        ("SELECT gender FROM members",),
        ("SELECT * FROM statistics",),
        ("SELECT 支援官の構成 FROM 支援官の構成",),
    ),
    "list": (
        ("teams",),
        ("activities",),
        ("municipalities",),
        ("themes",),
        ("agencies",),
        ("periods",),
    ),
    "import": (
        ("{list}", "--period", "2"),
        ("{list}", "--period", "2", "--overwrite"),
        ("{list}", "--period", "2", "--prune", "--diff"),
        ("{list}", "--period", "3", "--add-municipalities", "--diff"),
        ("{list}", "--period", "2", "--voices", "--choice", "補佐級", "--overwrite"),
        ("{refused}", "--period", "2"),
    ),
    "export": (("{out}.xlsx",), ("{out}.xlsx", "--period", "2")),
    "apply": (("{edited}",), ("{list}",)),
    "explain": tuple((rule.id,) for rule in RULES),
    "rules": ((),),
    "schema": ((), ("team",), ("programme",), ("period",), ("report",), ("findings",)),
    "new team": (
        (
            *("仁木町", "--period", "2", "--number", "6", "--source", "一覧"),
            *("--member", "総務省/補佐級", "--member", "財務省/課長級"),
        ),
        ("森町", "--period", "2", "--number", "6", "--source", "一", "--member", "総務省/補佐級"),
    ),
    "new activity": (
        ("森町", "visit", "2026-06-19..2026-06-20"),
        ("森町", "online", "2026-06-19", "--attended", "9"),
    ),
    "new officer-application": (
        ("R9-001", "--period", "2", "--agency", "総務省", "--rank", "補佐級"),
    ),
    "new municipality-application": (
        ("森町", "--period", "2", "--status", "new", "--issue", "観光"),
    ),
    "new municipality": (("大船渡市",), ("留寿都村", "--population", "1900")),
    "new period": (("3", "--fiscal-year", "2027"),),
    "new agency": (("内閣府", "--kind", "府省庁"),),
    "new theme": (("sea", "海", "--source", "一覧"),),
}
"""What each command is given; words in braces are files and folders."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "--able": ("観光3",),
    "--accept": ("{out}",),
    "--after": ("総務省",),
    "--agency": ("総務省",),
    "--against": ("1", "2"),
    "--alias": ("別名",),
    "--as-of": ("2026-10-01", "2020-01-01"),
    "--attended": ("1,2",),
    "--by": (
        *(
            "gender,track,age",
            "gender",
            "track",
            "rank",
            "age",
            "region",
            "population",
            "agency",
            "prefecture",
        ),
        *("theme", "status", "municipality_type", "team_size", "activity"),
    ),
    "--check": ("{out}.md", "{out}"),
    "--choice": ("補佐級",),
    "--cross": (
        *("gender,track", "gender,agency", "prefecture,age", "rank,track", "track,theme"),
        *("gender,rank", "region,gender", "age,population", "age,status"),
    ),
    "--date": ("2025-01-01",),
    "--description": ("説明",),
    "--end": ("2028-03-31",),
    "--exception": ("single-agency-team=試験",),
    "--exclude": ("東北",),
    "--explain": ("森町",),
    "--fill": ("継続",),
    "--fiscal-year": ("2027",),
    "--ignore": ("text",),
    "--issue": ("観光",),
    "--keep": ("{out}",),
    "--kind": ("独立行政法人",),
    "--loss": ("0.1%",),
    "--marked": ("{out}.xlsx",),
    "--max": ("1",),
    "--measure": ("住民基本台帳",),
    "--member": ("総務省/補佐級",),
    "--next": ("予定",),
    "--next-date": ("2026-07-10",),
    "--note": ("注",),
    "--number": ("7",),
    "--out": ("{roster}",),
    "--out-dir": ("{out}",),
    "--output": ("{out}.md", "{out}.csv", "{out}.xlsx", "{out}.html"),
    "--parent": ("財務省",),
    "--period": ("1", "2"),
    "--place": ("場所",),
    "--population": ("1900",),
    "--question": ("役職",),
    "--quiet-for": ("30",),
    "--rank": ("補佐級",),
    "--rev": ("HEAD", "none"),
    "--roster": (),
    "--seed": ("2",),
    "--select": ("shape", "text", "unknown-attribute"),
    "--sheet": ("一覧",),
    "--since": ("HEAD", "none"),
    "--source": ("出典",),
    "--start": ("2027-04-01",),
    "--stays": ("森町",),
    "--subject": ("内容",),
    "--table": ("gender", "track", "age", "members", "teams", "rank", "none"),
    "--teams": ("2",),
    "--template": ("{template}",),
    "--theme": ("観光",),
    "--time-limit": ("1",),
    "--top": ("1",),
    "--url": ("https://example.jp/",),
    "--where": ("prefecture=北海道", "agency=総務省", "gender=x", "track=x", "age=x", "rank"),
    "--what-if": ("served 森町",),
    "--wish": ("北海道",),
    "--write": ("{out}",),
}
"""What options are given that take neither nothing nor one of a few words."""

COMBINED = ("validate", "fmt", "stats", "report")
"""Commands of whose options any two are given together."""


MOST_OF_ONE = 6
"""Values of an option that are tried together with another option."""


def commands() -> dict[str, Any]:
    """Return all commands by name, those of a group with its name in front."""
    group: Any = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        below = command.list_commands(None) if hasattr(command, "list_commands") else ()
        found |= {f"{name} {own}": command.get_command(None, own) for own in below}
        found |= {} if below else {name: command}
    return found


def _is_choice(parameter: Any) -> bool:  # noqa: ANN401 - Typer's own type
    return getattr(parameter, "is_flag", False) or "|" in (parameter.metavar or "")


def _values(parameter: Any) -> tuple[Arguments, ...]:  # noqa: ANN401 - Typer's own type
    """Return the ways to give one option; KeyError for an option that is not told of here."""
    name = max(parameter.opts, key=len)
    if getattr(parameter, "is_flag", False):
        return ((name,),)
    words = tuple(parameter.metavar.split("|")) if _is_choice(parameter) else VALUES[name]
    return tuple((name, value) for value in words)


def attempts(name: str) -> Iterator[Arguments]:
    """Yield what to ask of one command: each of its options, and of some each two.

    Of two options at least one is a form, a flag or another of a few words.
    """
    given = [each for each in commands()[name].params if each.param_type_name != "argument"]
    given = [each for each in given if "--help" not in each.opts]
    single = [value for each in given for value in _values(each)]
    few = {id(each): _values(each)[:MOST_OF_ONE] for each in given}
    double = [
        first + second
        for one, other in combinations(given, 2)
        if name in COMBINED and (_is_choice(one) or _is_choice(other))
        for first in few[id(one)]
        for second in few[id(other)]
    ]
    usual, *others = ARGUMENTS[name]
    yield from ((*name.split(), *usual, *more) for more in ((), *single, *double))
    yield from ((*name.split(), *each, *more) for each in others for more in ((), *single))
