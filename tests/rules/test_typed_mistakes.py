"""How often もしかして is right for names as people write them: `tests/data/typed_mistakes*.tsv`.

Each line holds a kind of mistake, the list, the name meant (- where nothing may be proposed) and
the names typed. The lists are those of the real roster.

The first two corpora were looked at while suggestions were made better, so that their shares say
little of other names: at first sight the second was right in 86.5 %, and three of its names were
found to have two successors or none. The third was written after that and never tuned on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from banso_cli.reference.bodies import other_ranks, successors
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.municipal_names import meant_municipalities
from banso_cli.text.suggestion import closest
from tests.conftest import TESTS
from tests.statistics.rosters import real

RIGHT_AT_LEAST = 0.93
WRONG_AT_MOST = 0.01
LATER = {"typed_mistakes_tuned": (0.945, 0.004), "typed_mistakes_fresh": (0.94, 0.0)}
"""The shares measured of right and wrong in the corpora written later."""
KINDS = ("successor", "legal form", "sound", "part", "old letter", "prefecture", "none")


def mistakes(corpus: str = "typed_mistakes") -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, list, name meant and name typed."""
    text = (TESTS / "data" / f"{corpus}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        kind, known, meant, typed = line.split("\t")
        for name in typed.split(" "):
            yield kind, known, "" if meant == "-" else meant, name


def proposed(known: str, typed: str) -> str:
    """Return the name that is proposed, as the rules and the import ask for it."""
    roster = real()
    assert roster.programme is not None
    if known == "municipality":
        official = official_municipalities().values()
        found = meant_municipalities(typed, roster.municipalities, official)
        is_one = len(found) == 1 and found[0].code in roster.municipality_by_code
        return found[0].prefecture + found[0].name if is_one else ""
    if known == "agency":
        named = [(each.name, each.aliases) for each in roster.agencies]
    elif known == "theme":
        named = [(each.name, each.aliases) for each in roster.themes]
    else:
        named = [(each.name, each.aliases) for each in roster.programme.ranks]
    others = {"agency": successors(), "theme": {}, "rank": other_ranks()}[known]
    aliases = {alias: name for name, own in named for alias in own}
    return closest(typed, [name for name, _own in named], aliases, others)


@pytest.fixture(scope="module")
def verdicts() -> Counter[tuple[str, str]]:
    return judged("typed_mistakes")


def judged(corpus: str) -> Counter[tuple[str, str]]:
    """Count the verdicts on the proposals for a corpus, by kind."""
    found: Counter[tuple[str, str]] = Counter()
    for kind, known, meant, typed in mistakes(corpus):
        name = proposed(known, typed)
        found[kind, "right" if name == meant else "wrong" if name else "none"] += 1
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_most_are_right_and_hardly_any_wrong(
    kind: str, verdicts: Counter[tuple[str, str]]
) -> None:
    total = sum(verdicts[kind, verdict] for verdict in ("right", "wrong", "none"))
    assert total >= 30
    assert verdicts[kind, "right"] / total >= RIGHT_AT_LEAST, verdicts
    assert verdicts[kind, "wrong"] / total <= WRONG_AT_MOST, verdicts


def test_the_corpus_has_several_hundred_mistakes(verdicts: Counter[tuple[str, str]]) -> None:
    assert {kind for kind, _verdict in verdicts} == set(KINDS)
    assert verdicts.total() >= 600


@pytest.mark.parametrize("corpus", LATER)
def test_of_names_written_later_as_many_are_right_as_were_measured(corpus: str) -> None:
    found = judged(corpus)
    right, wrong = (
        sum(count for (_kind, verdict), count in found.items() if verdict == asked)
        for asked in ("right", "wrong")
    )
    least, most = LATER[corpus]
    assert right / found.total() >= least, found
    assert wrong / found.total() <= most, found


def test_a_name_short_for_a_former_ministry_leads_to_its_successor() -> None:
    assert proposed("agency", "通産省") == proposed("agency", "通産") == "経済産業省"
