"""Values of records that nobody would write, but might: texts out of a few, numbers, days."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias, get_args, get_origin

from hypothesis import strategies as st

from banso_cli.records.fields.record import Part
from banso_cli.yaml.events import FORBIDDEN

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""The values of a record, all of them as texts."""

WORDS = (
    "2020年 6月 の 人口",
    "a b c",
    "012025",
    "no",
    "2026-04-01",
    "1_000",
    "y",
    "a: b",
    "- x",
    "#1",
    "x #1",
    "[a",
    "'",
    '"q"',
)
MORE = (
    "森町",
    "企画官・室長級",
    "20代以下",
    "https://example.jp/?a=1,2#3",
    "a\n b\n\n",
    "\n",
    " x ",
)


def texts() -> st.SearchStrategy[str]:
    """Return texts that may stand in a record: no control characters, and not empty."""
    letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")
    free = st.text(letters, min_size=1).filter(lambda text: not FORBIDDEN.search(text))
    return st.one_of(st.sampled_from(WORDS + MORE), free)


@dataclass
class Inventor:
    """Invents records: texts out of a few, numbers, keys that may be left out."""

    chance: Random
    texts: list[str]

    def value(self, annotation: object) -> Tree:
        """Invent a value of a field: texts, numbers and dates as texts, lists, dicts."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            return str(self.chance.choice(arguments))
        if origin is tuple:
            return [self.value(arguments[0]) for _each in range(self.chance.randrange(4))]
        if origin is not None:
            return self.value(next(each for each in arguments if each is not type(None)))
        assert isinstance(annotation, type)
        if issubclass(annotation, Part):
            return self.part(annotation)
        if issubclass(annotation, str):
            return self.chance.choice(self.texts)
        return Bare(self.chance.choice(BARE[annotation.__name__]))

    def part(self, part: type[Part]) -> dict[str, Tree]:
        """Invent a part, its keys in any order; those that may be left out are half of the time."""
        found = [
            (name, Bare("7") if name == "percent" else self.value(declared.annotation))
            for name, declared in part.model_fields.items()
            if declared.is_required() or self.chance.random() < 0.5
        ]
        self.chance.shuffle(found)
        return dict(found)


BARE = {
    "int": ("0", "7", "100000", "999999999999999"),
    "date": ("2026-04-01", "2027-03-31"),
    "Decimal": ("42.104992", "-0.50", "7"),
    "bool": ("true", "false"),
}


class Bare(str):
    """The text of a number, a date or a truth value."""

    __slots__ = ()
