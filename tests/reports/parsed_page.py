"""A page of HTML read back by the standard library's parser, as far as tests ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "wbr"})


@dataclass
class Element:
    """An element: its name, attributes, and what stands in it, elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all text in it, as it is shown."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def all(self, tag: str, **attributes: str) -> Iterator[Element]:
        """Yield the elements in it of this name and these attributes, in their order."""
        for each in self.children:
            if isinstance(each, Element):
                if tag in {each.tag, "*"} and attributes.items() <= each.attributes.items():
                    yield each
                yield from each.all(tag, **attributes)

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def cells(self) -> list[list[str]]:
        """Return the texts of a table's cells, row by row, its head first."""
        cells = [
            [each for each in row.children if isinstance(each, Element)] for row in self.all("tr")
        ]
        return [[cell.text for cell in row] for row in cells]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.whole = Element("")
        self.open = [self.whole]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(page: str) -> Element:
    """Read a page; every element must be closed, in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.whole]
    return reader.whole
