"""How a list is read, what is told of it, and what of it is set apart: hidden, struck, coloured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from banso_cli.files.failure import ExitCode, Failure, Refusal, list_refused, refuse
from banso_cli.intake.lists.printed import status_of
from banso_cli.intake.sheets.cells import EMPTY, Line, Place, Sheet, column_letters
from banso_cli.intake.sheets.headings import Block, Heading
from banso_cli.intake.sheets.roles import Role
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

    skipped: dict[str, list[Place]] = field(default_factory=dict)
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
                sum(map(len, self.skipped.values())),
            )
            yield from (f"  {places(found)}: {text}" for text, found in self.skipped.items())
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


def refused_at(found: Sequence[Place], message: str, help_line: str, **shown: object) -> Refusal:
    """Return one refusal of several places, at the first of them."""
    return Refusal(found[0].line, message.format(places=places(found), **shown), help_line)


def without_hidden_columns(sheet: Sheet) -> Sheet:
    """Return a sheet without what hidden columns hold; rows that are hidden stay to be told."""
    lines = (
        line
        if line.is_hidden
        else replace(line, cells=tuple(EMPTY if c.is_hidden else c for c in line.cells))
        for line in sheet.lines
    )
    return replace(sheet, lines=tuple(lines))


def refuse_formulas(sheet: Sheet, columns: Sequence[int] | None = None) -> None:
    """Refuse a sheet of which formulas have no stored value, in these columns or in any."""
    found = [
        sheet.place(line, column)
        for line in sheet.lines
        for column, each in enumerate(line.cells)
        if each.lacks_value and (columns is None or column in columns)
    ]
    if found:
        message = _("{places}: formulas whose values are errors, or are not stored in the file")
        help_line = _("open the file in Excel, mend it, save it there, and import it again")
        raise list_refused([refused_at(found, message, help_line)])


def set_apart(
    sheet: Sheet, heading: Heading, lines: Sequence[Line], how: HowToRead, told: Told
) -> None:
    """Refuse what is hidden or struck out among the rows, or tell it where options let it pass."""
    read = heading.all_columns
    refuse_formulas(replace(sheet, lines=tuple(lines)), read)
    shown = [
        (line, column, each) for line in lines for column in read if (each := line.at(column)).own
    ]
    hidden = [(line, column) for line, column, each in shown if each.is_hidden]
    struck = [sheet.place(line, column) for line, column, each in shown if each.is_struck]
    refusals = []
    if hidden:
        text = _("{sheet}: hidden, but of the list: {places}")
        text = text.format(sheet=sheet.name, places=_hidden_places(hidden))
        help_line = _("show or delete them in Excel, or add --hidden read or --hidden skip")
        refusals += [] if how.hidden else [Refusal(hidden[0][0].number, text, help_line)]
        told.remarks.append(text)
    if struck:
        text = _("struck out, but of the list: {places}").format(places=places(struck))
        help_line = _("delete them in Excel, or add --struck skip or --struck read")
        refusals += [] if how.struck else [Refusal(struck[0].line, text, help_line)]
        told.remarks.append(text)
    refuse(refusals)
    for block in heading.blocks:
        told.coloured += _coloured(sheet, block, lines)


def _coloured(sheet: Sheet, block: Block, lines: Sequence[Line]) -> Iterator[Place]:
    """Yield the cells that have a colour which others of their column have not.

    The fills of names are told by themselves, and with them those of the rows of their teams.
    """
    name = block.columns[Role.NAME].start
    found: dict[int, dict[Place, tuple[str, str]]] = defaultdict(dict)
    team = ""
    for line in lines:
        team = line.at(name).fill if line.at(name).text else team
        for column in block.all_columns:
            each = line.at(column)
            fill = "" if column == name or each.fill == team else each.fill
            if each.own:
                found[column][sheet.place(line, column)] = (fill, each.ink)
    for colours in found.values():
        if len({*colours.values()}) > 1:
            yield from (place for place, colour in colours.items() if any(colour))


def told_beside(sheet: Sheet) -> Iterator[str]:
    """Yield what is said on a sheet beside its cells, and is not read."""
    noted = [
        sheet.place(line, column)
        for line in sheet.lines
        for column, each in enumerate(line.cells)
        if each.has_note and not each.repeats
    ]
    if noted:
        yield _("comments that are not read: {places}").format(places=places(noted))
    if sheet.has_boxes:
        yield _("the workbook has text boxes, whose words are not read")


def _hidden_places(hidden: Sequence[tuple[Line, int]]) -> str:
    """Return the rows that are hidden, and the columns."""
    rows = [Place(line.number) for line, _column in hidden if line.is_hidden]
    columns = sorted({column for line, column in hidden if not line.is_hidden})
    named = [_("column {letters}").format(letters=column_letters(c + 1)) for c in columns]
    return _(", ").join([places(rows), *named] if rows else named)
