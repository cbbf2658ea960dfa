"""Files as people write them: any order, any quotes, any indentation, comments everywhere.

Each comment says where it stands: `# on members.0.rank` is on the line of that value, `# before
themes` above that entry, `# end of members` below the last entry of that list. The module is long
because the ways of writing one file depend on one another: they are drawn together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal, TypeAlias, get_args, get_origin

from hypothesis import strategies as st

from banso_cli.records.fields.record import Part, Record
from banso_cli.yaml.events import FORBIDDEN
from banso_cli.yaml.yaml_text import quoted, scalar

Draw = Callable[..., Any]

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


@dataclass
class Writer:
    """Writes values in lines, as wildly as YAML allows."""

    chance: Random
    lines: list[str] = field(default_factory=list)

    def maybe(self, rarity: float = 4) -> bool:
        """Tell something that holds once in so many times."""
        return self.chance.random() * rarity < 1

    def comment(self, words: str) -> str:
        """Return a comment."""
        return f"#{self.chance.choice(('', ' ', '  '))}{words}"

    def alone(self, words: str, column: int) -> None:
        """Maybe write blank lines and comments on lines of their own."""
        for _again in range(2):
            if self.maybe():
                self.lines.append(" " * self.chance.randint(0, 1))
            if self.maybe():
                self.lines.append(" " * column + self.comment(words))

    def behind(self, words: str) -> str:
        """Return what ends a line: maybe blanks, maybe a comment."""
        blanks = " " * self.chance.randint(0, 2)
        return f"{blanks} {self.comment(words)}" if self.maybe() else blanks

    def within(self, words: str, column: int) -> str:
        """Return what parts two marks within brackets: a blank, or a comment and a line end."""
        if self.maybe(5):
            return f" {self.comment(words)}\n{' ' * column}"
        return str(self.chance.choice(("", " ", f"\n{' ' * column}")))

    def mapping(self, value: dict[str, Tree], path: str, column: int, first: str = "") -> None:
        """Write a part in lines of its own; `first` is what precedes it on its first line."""
        for name, each in value.items():
            own = f"{path}.{name}".lstrip(".")
            if not first:
                self.alone(f"before {own}", column)
            key = self.chance.choice((name, f'"{name}"', f"'{name}'"))
            colon = self.chance.choice((":", " :"))
            self.entry(first or " " * column, f"{key}{colon}", each, own, column)
            first = ""
        if path and self.maybe():
            self.lines.append(" " * column + self.comment(f"end of {path}"))

    def sequence(self, value: list[Tree], path: str, column: int, first: str = "") -> None:
        """Write a list in lines of its own."""
        for index, each in enumerate(value):
            own = f"{path}.{index}"
            if not first:
                self.alone(f"before {own}", column)
            self.entry(first or " " * column, "-", each, own, column, is_item=True)
            first = ""

    def entry(
        self, pad: str, mark: str, value: Tree, path: str, column: int, *, is_item: bool = False
    ) -> None:
        """Write a value behind a key or a dash that stands in this column."""
        if not isinstance(value, (dict, list)):
            self.leaf(f"{pad}{mark}", value, path, column)
        elif not value or self.maybe(2):
            inner = column + self.chance.randint(1, 4)
            text = f"{' ' * self.chance.randint(1, 3)}{self.flow(value, path, inner)}"
            self.lines += f"{pad}{mark}{text}{self.behind(f'on {path}')}".split("\n")
        elif is_item and self.maybe(1.5):
            gap = " " * self.chance.randint(1, 3)
            self.below(value, path, column + 1 + len(gap), f"{pad}{mark}{gap}")
        else:
            words = f"before {path}" if is_item else f"on {path}"
            self.lines.append(f"{pad}{mark}{self.behind(words)}")
            least = 0 if isinstance(value, list) and not is_item else 1
            self.below(value, path, column + self.chance.randint(least, 4))

    def below(self, value: Tree, path: str, column: int, first: str = "") -> None:
        """Write a part or a list in lines of its own."""
        if isinstance(value, dict):
            self.mapping(value, path, column, first)
        elif isinstance(value, list):
            self.sequence(value, path, column, first)

    def leaf(self, head: str, value: str, path: str, column: int) -> None:
        """Write a single value behind its key or dash, or below."""
        styles = [*_styles(value, in_flow=False), *self.block_styles(value)]
        text, *content = self.chance.choice(styles).split("\n")
        inner = " " * (column + self.chance.randint(1, 4))
        behind = self.behind(f"on {path}")
        if content or not self.maybe(6):
            self.lines.append(f"{head} {text}{behind}")
        elif re.fullmatch(r"""(["']?)[^-#?:& ]+( [^-#?:&'" ]+)+\1""", text):  # words line by line
            self.lines += [head, *(f"{inner}{word}" for word in text.split(" "))]
            self.lines[-1] += behind
        else:
            self.lines += [head, f"{inner}{text}{behind}"]
        if "2" in text and content:  # the indentation is told
            inner = " " * (column + 2)
        self.lines += [f"{inner}{line}" if line else "" for line in content]

    def block_styles(self, value: str) -> Iterator[str]:
        """Yield the text as block scalars, as far as it can be one."""
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        if (
            isinstance(value, Bare)
            or not body.strip()
            or "\t" in value
            or body != body.lstrip("\n")
        ):
            return
        told = "2" if body[0] == " " else self.chance.choice(("", "2"))
        chomping = {0: "-", 1: ""}.get(ends, "+")
        yield f"|{told}{chomping}\n{body}" + "\n" * max(ends - 1, 0)
        if "\n" not in body and body[0] != " ":
            yield f">{chomping}{told}\n{body}" + "\n" * max(ends - 1, 0)

    def flow(self, value: Tree, path: str, column: int) -> str:
        """Return a value within brackets, on one line or several."""
        if not isinstance(value, (dict, list)):
            return str(self.chance.choice(list(_styles(value, in_flow=True))))
        opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
        text = opening + self.within(f"in {path}", column)
        entries = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
        for index, (name, each) in enumerate(entries, start=1):
            own = f"{path}.{name}"
            key = f"{name}: " if isinstance(value, dict) else ""
            text += key + self.flow(each, own, column) + self.within(f"in {path}", column)
            if index < len(entries) or self.maybe():
                text += "," + self.within(f"in {path}", column)
        return text + closing


def _styles(text: str, *, in_flow: bool) -> Iterator[str]:
    """Yield the ways to write a text on one line."""
    yield quoted(text)
    if "\n" not in text:
        yield "'{}'".format(text.replace("'", "''"))
    if isinstance(text, Bare) or (not in_flow and scalar(text) == text):
        yield text
    if re.fullmatch(r"(?!(?i:null)$)[0-9A-Za-z一-鿿][-0-9A-Za-z一-鿿・_.]*", text):
        yield text  # what other readers take for a number is a text here


@st.composite
def noisy_files(draw: Draw, declaration: type[Record]) -> str:
    """Draw a file of a record of this declaration."""
    chance = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - for tests
    writer = Writer(chance)
    if writer.maybe():
        writer.lines += [writer.comment("head"), *[""] * chance.randint(0, 2)]
    if writer.maybe(6):
        writer.lines.append("---")
    inventor = Inventor(chance, draw(st.lists(texts(), min_size=1, max_size=5)))
    writer.mapping(inventor.part(declaration), "", 0)
    writer.alone("foot", 0)
    if writer.maybe(6):
        writer.lines.append("..." + writer.behind("foot"))
    return "\n".join(writer.lines) + "\n"
