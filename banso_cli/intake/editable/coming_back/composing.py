"""From edited cells to the record of a team as it is to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from pydantic import ValidationError

from banso_cli.editing.revising import Order
from banso_cli.intake.editable.columns import Path
from banso_cli.intake.editable.coming_back.comparing import CellEdit, NewEntry
from banso_cli.intake.editable.coming_back.findings import CellFinding
from banso_cli.intake.editable.sheets import Sheet
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Team


class WrittenAt(NamedTuple):
    """Where in the record stands what a cell was edited to."""

    keys: Path
    place: Place


@dataclass(slots=True)
class Composed:
    """A team as it is to be, where its values came from, and what keeps it from being so.

    `cells` are all that were edited, by the keys of their lists, also those that have no value now.
    """

    before: Team
    after: Team
    cells: tuple[WrittenAt, ...]
    moved: dict[str, Order] = field(default_factory=dict)
    written: list[WrittenAt] = field(default_factory=list)
    findings: list[CellFinding] = field(default_factory=list)

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the keys whose values differ."""
        keys = Team.model_fields
        return tuple(k for k in keys if getattr(self.before, k) != getattr(self.after, k))

    def first_cell(self, *keys: str) -> Place:
        """Return the cell of the first edit, of one of these fields if there is one."""
        own = (each.place for each in self.cells if {*each.keys} & {*keys})
        return next(own, self.cells[0].place)

    def with_values(self, **values: object) -> None:
        """Take other values of fields."""
        self.after = self.after.model_copy(update=values)


class _Item(NamedTuple):
    """An entry of a list: where it was, what it is, and the cells it came from, by column."""

    origin: int | None
    part: object
    cells: Mapping[str, Place]


def composed(
    team: Team, sheets: Iterable[Sheet], cells: Sequence[CellEdit], added: Sequence[NewEntry]
) -> Composed:
    """Return a team with the edits of these cells and the rows that were added."""
    edited = [WrittenAt((each.sheet.key, *each.column.path), each.place) for each in cells]
    edited += [WrittenAt((e.sheet.key,), next(iter(e.places.values()))) for e in added]
    found = Composed(team, team, tuple(edited))
    for sheet in sheets:
        own = [each for each in cells if each.sheet.key == sheet.key]
        more = [each for each in added if each.sheet.key == sheet.key]
        if sheet.key and (own or more):
            _compose_list(found, sheet, own, more)
        elif own:
            item = _item(sheet, 0, team, own)
            found.after = cast("Team", _part(found, sheet, item) or team)
            found.written += _written(sheet, (), item)
    return found


def _item(sheet: Sheet, origin: int | None, part: object, cells: Iterable[CellEdit]) -> _Item:
    places: dict[str, Place] = {}
    for edit in cells:
        part = edit.column.put(part, edit.after)
        places[edit.column.key] = edit.place
    if part is None or (isinstance(part, dict) and not any(part.values())):
        part = None if sheet.adds else {}  # a blank entry is taken out, if it may be
    return _Item(origin, part, places)


def _compose_list(
    found: Composed, sheet: Sheet, cells: Sequence[CellEdit], added: Sequence[NewEntry]
) -> None:
    """Take edits of the entries of a list, those that are cleared and those that are added."""
    parts = dict(enumerate(getattr(found.before, sheet.key)))
    items = [
        _item(sheet, at if at in parts else None, parts.get(at), [e for e in cells if e.at == at])
        for at in range(max([len(parts), *(each.at + 1 for each in cells)]))
    ]
    items = [item for item in items if item.part is not None]
    items += [_new(sheet, each) for each in added]
    checked = [item._replace(part=_part(found, sheet, item)) for item in items]
    if any(item.part is None for item in checked):
        return
    placed = _by_day(checked)
    found.with_values(**{sheet.key: tuple(item.part for item in placed)})
    if [item.origin for item in placed] != list(range(len(parts))):
        found.moved[sheet.key] = tuple(item.origin for item in placed)
    for at, item in enumerate(placed):
        found.written += _written(sheet, (sheet.key, at), item)


def _new(sheet: Sheet, added: NewEntry) -> _Item:
    tree: object = None
    for column in sheet.inputs:
        if text := added.texts.get(column.key):
            tree = column.put(tree, text)
    return _Item(None, tree, added.places)


def _by_day(items: Sequence[_Item]) -> list[_Item]:
    """Return entries with new activities behind those of their day or before."""
    placed = [item for item in items if item.origin is not None]
    for new in (item for item in items if item.origin is None):
        at = len(placed)
        if isinstance(new.part, Activity):
            days = [each.part.date for each in placed if isinstance(each.part, Activity)]
            at = max((i + 1 for i, day in enumerate(days) if day <= new.part.date), default=0)
        placed.insert(at, new)
    return placed


def _part(found: Composed, sheet: Sheet, item: _Item) -> object:
    """Return an entry as its declaration has it; None where it lacks something, which is told."""
    if sheet.part is None or isinstance(item.part, sheet.part):
        return item.part
    try:
        return sheet.part.model_validate(item.part)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        found.findings += (_lacking(sheet, item, detail["loc"]) for detail in details)
        return None


def _lacking(sheet: Sheet, item: _Item, keys: Path) -> CellFinding:
    columns = {each.path: each for each in sheet.inputs}
    column = columns.get(keys)
    place = item.cells.get(column.key if column else "", next(iter(item.cells.values())))
    message = _("'{head}' is missing").format(head=column.head if column else keys[-1])
    help_line = _("fill it in")
    if sheet.adds:
        help_line = _("fill it in; to take the row out, clear all its cells that take something")
    return CellFinding(place, message, help_line)


def _written(sheet: Sheet, keys: Path, item: _Item) -> Iterator[WrittenAt]:
    for column in sheet.inputs:
        if column.key in item.cells:
            yield WrittenAt((*keys, *column.path), item.cells[column.key])
