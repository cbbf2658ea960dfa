"""What all pictures have: boxes, and a head with the title, a warning and remarks."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.reports.pictures.lettering import Lettering, balanced, column, legible, wrapped

EDGE = 12
"""The margin of a picture, in pixels."""
GAP = 6
TITLE, SIZE, SMALL = 16, 13, 12
"""Sizes of letters."""
LINE = 17
"""From one line of letters to the next, and how far its letters stand below its top."""
BASELINE = 13


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x and y are its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a picture in its own pixels, and the size that it is shown in at most."""

    width: int
    height: int
    shown_width: int
    shown_height: int


@dataclass(frozen=True, slots=True)
class Head:
    """The heading, its lines and what stands beneath; at `bottom` the picture itself begins."""

    heading: str
    title: tuple[Lettering, ...]
    warning: tuple[Lettering, ...]
    remarks: tuple[Lettering, ...]
    bottom: int


def head_of(heading: str, remarks: tuple[str, ...], errors: int, width: int) -> Head:
    """Place the head of a picture of this width."""
    inner = width - 2 * EDGE
    title = column(wrapped(heading, TITLE, inner) or ("",), EDGE, EDGE + TITLE, TITLE + GAP)
    top = title[-1].y + LINE + GAP
    warning = column(wrapped(stamp(errors), SMALL, inner), EDGE, top, LINE)
    top += LINE * len(warning)
    lines = [line for each in remarks for line in balanced(legible(each), SMALL, inner)]
    beneath = column(tuple(lines), EDGE, top, LINE)
    return Head(heading, title, warning, beneath, (*title, *warning, *beneath)[-1].y + EDGE)


def stamp(errors: int) -> str:
    """Return the warning on what was made in spite of errors, or nothing."""
    return f"不完全：台帳に{errors:,}件のエラー。数値を引用しないこと。" if errors else ""
