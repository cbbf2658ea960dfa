"""How a list is read, and what is told of it: what was skipped, filled in, left out or not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.lists.printed import status_of
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _, plural
from banso_cli.records.teams.team import Status

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class HowToRead:
    """The choices; without any, what leaves one is refused.

    `hidden` and `struck` are `read` or `skip`.
    `sheets` are read in this order. `fills` is what a filled name stands for and, where it is told,
    what one that is not filled stands for.
    """

    sheets: tuple[str, ...] = ()
    hidden: str | None = None
    struck: str | None = None
    numbers_in_order: bool = False
    is_part: bool = False
    fills: tuple[Status, ...] = ()


AS_IT_STANDS = HowToRead()


def fills_of(words: str | None) -> tuple[Status, ...]:
    """Return what fills stand for, from words such as 継続 or 継続,新規."""
    found = tuple(status_of(word) for word in words.replace("、", ",").split(",")) if words else ()
    known = tuple(each for each in found if each)
    if len(known) != len(found) or len(found) > len(set(found)):
        message = _("--fill: '{words}' is neither 継続 nor 新規, nor both of them")
        help_line = _("write what a fill stands for, and then what no fill stands for: 継続,新規")
        raise Failure(ExitCode.WRONG_USAGE, message.format(words=words), help_line)
    return known


@dataclass(slots=True)
class Told:
    """What was seen while the rows were read, in the order of the file."""

    skipped: list[tuple[Place, str]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    dittos: list[Place] = field(default_factory=list)
    merged: list[Place] = field(default_factory=list)
    prefectures: list[Place] = field(default_factory=list)
    parted: list[Place] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    left_out: list[Place] = field(default_factory=list)
    coloured: list[Place] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield what is to be said, a line each."""
        yield from self.remarks
        if self.skipped:
            yield plural(
                "skipped {count} line that is no row of the list:",
                "skipped {count} lines that are no rows of the list:",
                len(self.skipped),
            )
            for text, found in _by_text(self.skipped).items():
                yield f"  {places(found)}: {text}"
        for text, found in (
            (_("left out as the options say: {places}"), self.left_out),
            (_("read as what stands above: {places}"), self.dittos),
            (_("read as what the merged cell shows: {places}"), self.merged),
            (_("read with the prefecture that stands above: {places}"), self.prefectures),
            (_("read as several members: {places}"), self.parted),
            (_("of a colour that others have not, which is not read: {places}"), self.coloured),
        ):
            if found:
                yield text.format(places=places(found))
        if self.beside:
            text = _("left out beside names, bodies and ranks: {texts}")
            yield text.format(texts=_(", ").join(dict.fromkeys(self.beside)))
        if self.unread:
            yield _("columns not read: {names}").format(names=_(", ").join(self.unread))


def places(found: Iterable[Place]) -> str:
    """Return places in words, and how many more there are."""
    each = list(dict.fromkeys(found))
    text = _(", ").join(map(str, each[:_MOST_PLACES]))
    if len(each) <= _MOST_PLACES:
        return text
    return _("{text} and {count} more").format(text=text, count=len(each) - _MOST_PLACES)


def _by_text(skipped: Iterable[tuple[Place, str]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place, text in skipped:
        found.setdefault(text, []).append(place)
    return found
