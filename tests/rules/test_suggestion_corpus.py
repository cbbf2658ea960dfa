"""How often もしかして is right: every name of the tables, mistaken in every way.

Each name is changed once by leaving out a letter, adding one, mistaking one, swapping two
neighbours, writing a variant letter, and changing its width. The changes are drawn from a seed, so
that the figure is the same in every run; an edit that makes another known name is no mistake.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from banso_cli.reference.municipalities import official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.text.suggestion import closest
from tests.statistics.rosters import real

SEED = 20260401
RIGHT_AT_LEAST = 0.95
WRONG_AT_MOST = 0.02
VARIANTS = dict(
    zip("曽竜高崎梼恵ヶケ沢辺浜斎島国広滝桜", "曾龍髙﨑檮惠ケヶ澤邊濱齋嶋國廣瀧櫻", strict=True)
)


@dataclass(frozen=True)
class Table:
    """Names of one kind, with their aliases."""

    kind: str
    names: tuple[str, ...]
    aliases: Mapping[str, str]


def tables() -> Iterator[Table]:
    """Yield the tables that suggestions are made from."""
    roster = real()
    assert roster.programme is not None
    official = official_municipalities().values()
    yield Table("municipality", tuple(each.prefecture + each.name for each in official), {})
    yield Table("prefecture", tuple(prefecture_names().values()), {})
    bodies = {alias: each.name for each in roster.agencies for alias in each.aliases}
    yield Table("agency", tuple(each.name for each in roster.agencies), bodies)
    themes = {alias: each.name for each in roster.themes for alias in each.aliases}
    yield Table("theme", tuple(each.name for each in roster.themes), themes)
    ranks = {alias: each.name for each in roster.programme.ranks for alias in each.aliases}
    yield Table("rank", tuple(each.name for each in roster.programme.ranks), ranks)


def mistaken(name: str, letters: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield each kind of mistake with the name that it makes."""
    at, letter = chance.randrange(len(name)), chance.choice(letters)
    yield "left out", name[:at] + name[at + 1 :]
    yield "added", name[:at] + letter + name[at:]
    yield "mistaken", name[:at] + letter + name[at + 1 :]
    at = chance.randrange(len(name) - 1)
    yield "swapped", name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    for plain, variant in VARIANTS.items():
        if plain in name:
            yield "variant", name.replace(plain, variant)
    selector = name[:at] + name[at] + "\U000e0100" + name[at + 1 :]
    yield "selector", selector
    yield "blank", f"{name[:at]}\u3000{name[at:]}"


def test_the_first_suggestion_is_right_and_seldom_wrong() -> None:
    chance = random.Random(SEED)  # noqa: S311 - a corpus, no secret
    results: Counter[tuple[str, str]] = Counter()
    for table in tables():
        letters = "".join(table.names)
        for name in table.names:
            for kind, text in mistaken(name, letters, chance):
                if text in table.names or text in table.aliases:
                    continue
                found = closest(text, table.names, table.aliases)
                verdict = "right" if found == name else "wrong" if found else "none"
                results[kind, verdict] += 1
    total = results.total()
    count = {
        verdict: sum(n for (_kind, v), n in results.items() if v == verdict)
        for verdict in ("right", "wrong", "none")
    }
    assert total > 10_000
    assert count["right"] / total >= RIGHT_AT_LEAST, results
    assert count["wrong"] / total <= WRONG_AT_MOST, results
    for kind in ("left out", "added", "mistaken", "swapped"):  # variants do not hide the edits
        of_kind = sum(results[kind, verdict] for verdict in ("right", "wrong", "none"))
        assert results[kind, "right"] / of_kind >= 0.9, (kind, results)


def test_what_resembles_nothing_gets_no_suggestion() -> None:
    for table in tables():
        for text in ("", "謎", "xyz", "銀河鉄道株式会社", "99999"):
            assert closest(text, table.names, table.aliases) == "", (table.kind, text)
