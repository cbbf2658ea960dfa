"""What is told of a list beside its teams: what was skipped, filled in, left out or not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _, plural

_MOST_PLACES = 5


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
