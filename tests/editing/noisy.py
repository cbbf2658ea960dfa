"""Files as people write them: any order, any quotes, any indentation, comments everywhere.

Each comment says where it stands: `# on members.0.rank` is on the line of that value, `# before
themes` above that entry, `# end of members` below the last entry of that list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from banso_cli.records.fields.record import Record
from banso_cli.yaml.yaml_text import quoted, scalar
from tests.editing.invented import Bare, Inventor, Tree, texts

Draw = Callable[..., Any]


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
