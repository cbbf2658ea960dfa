"""Pictures read back: their texts with their colours, and their boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

NAMESPACE = "{http://www.w3.org/2000/svg}"
DARK = "@media screen and (prefers-color-scheme:dark)"


@dataclass(frozen=True)
class Look:
    """The class and the colour that a group or a shape gives to what it holds."""

    name: str
    fill: str


@dataclass(frozen=True)
class Text:
    """A line of text with its colour."""

    x: float
    y: float
    size: float
    anchor: str
    words: str
    look: Look


@dataclass(frozen=True)
class Shape:
    """A rectangle of a path."""

    x: int
    y: int
    width: int
    height: int
    look: Look


class Picture:
    """An SVG picture."""

    def __init__(self, svg: str) -> None:
        self.root = ET.fromstring(svg)  # noqa: S314 - made by the code under test
        assert self.root.tag == f"{NAMESPACE}svg"
        self.texts = tuple(self._texts(self.root, {}))
        self.shapes = tuple(self._shapes())

    @property
    def box(self) -> tuple[int, int]:
        """Return width and height of the view box."""
        x, y, width, height = map(int, self.root.attrib["viewBox"].split())
        assert (x, y) == (0, 0)
        return width, height

    @property
    def axis(self) -> int:
        """Return where the bars of a chart begin: the first line is upright; -1 without bars."""
        found = (p for p in self.root.iter(f"{NAMESPACE}path") if p.attrib["class"] == "line")
        return next((int(path.attrib["d"][1:].split()[0]) for path in found), -1)

    def child(self, name: str) -> str:
        """Return the text of an element directly inside."""
        found = self.root.find(f"{NAMESPACE}{name}")
        assert found is not None
        return found.text or ""

    def words(self) -> str:
        """Return all texts without breaks."""
        return "".join(text.words for text in self.texts)

    def fills(self) -> dict[str, str]:
        """Return the colours of the dark look by class."""
        style = self.child("style")
        assert style.startswith(DARK)
        assert style.count("@") == 1
        found = {}
        for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style.removeprefix(f"{DARK}{{")):
            fill = re.search(r"fill:(#\w+)", body)
            for name in names.split(","):
                found[name.removeprefix(".")] = fill[1] if fill else ""
        return found

    def _texts(self, parent: ET.Element, inherited: dict[str, str]) -> Iterator[Text]:
        for each in parent:
            attributes = {**inherited, **each.attrib}
            if each.tag == f"{NAMESPACE}text":
                look = Look(attributes["class"], attributes["fill"])
                x, y, size = (float(attributes[name]) for name in ("x", "y", "font-size"))
                anchor = attributes.get("text-anchor", "start")
                yield Text(x, y, size, anchor, each.text or "", look)
            yield from self._texts(each, attributes)

    def _shapes(self) -> Iterator[Shape]:
        for path in self.root.iter(f"{NAMESPACE}path"):
            look = Look(path.attrib["class"], path.attrib.get("fill", ""))
            for found in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z", path.attrib["d"]):
                x, y, width, height, back = map(int, found)
                assert width == back
                yield Shape(x, y, width, height, look)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (_linear(int(digits[n : n + 2], 16) / 255) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def lowest_contrast(picture: Picture) -> float:
    """Return the lowest contrast of a text with what it stands on, in both looks."""
    dark, found = picture.fills(), []
    for text in picture.texts:
        under = text.look.name.removeprefix("on-")
        on_shade = under != text.look.name
        light_ground = (
            next(s.look.fill for s in picture.shapes if s.look.name == under)
            if (on_shade)
            else "#fff"
        )
        found.append(contrast(text.look.fill, light_ground))
        found.append(contrast(dark[text.look.name], dark[under if on_shade else "paper"]))
    return min(found)
