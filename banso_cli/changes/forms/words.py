"""What changed, in words: one line for each value, keys and choices by their Japanese names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from banso_cli.changes.difference.difference import (
    Change,
    Difference,
    RecordChange,
    Renaming,
    Value,
)
from banso_cli.changes.difference.identities import IDENTITIES, is_seated
from banso_cli.records.fields.declared import field_title, fields_of
from banso_cli.records.fields.record import Part
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.records.periods.course import Erratum
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import STATUS_LABELS, FormerMember, Member, Team
from banso_cli.statistics.tables.words import day
from banso_cli.text.visible import visible

NOTHING = "（なし）"
SAME = "値は変わりません"
EFFECTS, COLUMNS = "集計への影響", ("期", "表", "区分", "前", "後", "差")
WITHHELD = "読めないファイルがあるため、集計への影響は示しません"
INCOMPLETE = "不完全: 変更後の台帳に{count:,}件のエラーが残っています"

_HOW = {
    "added": "（追加）",
    "removed": "（削除）",
    "moved": "（別の期へ）",
    "given": "（別の市町村へ）",
}
_LARGE = 10_000
"""The first number whose digits are parted; years and numbers of records are smaller."""

_SEATS = {(Activity, "attended"), (FormerMember, "seat")}
"""Where a number is that of a seat."""

_DAYS, _DAY = {"date", "until"}, re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
"""The keys of days among those that entries are known by, and how days are written there."""


def title(record: RecordChange) -> str:
    """Return the heading of a record: what it is called and what became of it."""
    return f"{record.label}{_HOW.get(record.change, '')}"


def lines(record: RecordChange) -> Iterator[str]:
    """Yield a line for each value that changed; of what is gone the heading tells enough."""
    if record.id and record.id_before and record.id != record.id_before:
        yield f"ファイル: {record.id_before}.yaml → {record.id}.yaml"
    if record.change != "removed":
        declaration = KINDS[record.kind].declaration
        is_new = record.change == "added"
        yield from (visible(_line(declaration, each, is_new=is_new)) for each in record.changes)


def renaming(each: Renaming) -> str:
    """Return a renaming in words, with the teams and seats that it reaches."""
    reach = f"{each.teams:,}チーム"
    reach = f"{reach}も" if each.list == "theme" else f"{reach}の{each.seats:,}席も"
    return visible(f"改称: {each.before} → {each.after}") + (f"（{reach}）" if each.teams else "")


def remarks(difference: Difference) -> Iterator[str]:
    """Yield what is not told record by record: files of another form, files that are not read."""
    if difference.rewritten:
        yield f"書式だけが変わったファイル: {len(difference.rewritten):,}件"
    if difference.unread:
        yield from (visible(f"読めないファイル: {each}.yaml") for each in difference.unread)


def _line(declaration: type[Part], change: Change, *, is_new: bool) -> str:
    names, holder, key = _titles(declaration, change.path)
    one, other = (words(value, holder, key) for value in (change.before, change.after))
    if change.seat and is_seated(fields_of(declaration)[change.path[0]].part):
        seat = _seat(change)
        if len(change.path) == 1:
            names = [*names, seat]
        else:
            names = [f"{seat}（{change.whose}）", *names[1:]]
    head = " ".join(names)
    if change.is_order:
        return f"{head}の順序: {one} → {other}"
    if change.before == change.after:  # a mask: what has changed is personal
        return f"{head}の項目"
    if is_new:
        return f"{head}: {other}"
    if change.seat and change.seat[0] is None:
        return f"{head}: ＋ {other}"
    if change.seat and change.seat[1] is None:
        return f"{head}: － {one}"
    return f"{head}: {one} → {other}"


def _seat(change: Change) -> str:
    before, after = change.seat or (None, None)
    moved = before is not None and after is not None and before != after
    nth = Member.nth
    return f"{before}{nth}→{after}{nth}" if moved else f"{after or before}{nth}"


def _titles(declaration: type[Part], path: tuple[str, ...]) -> tuple[list[str], type[Part], str]:
    """Return the words of a path, and the part and the key that its value stands under."""
    part, names, rest, holder, last = declaration, list[str](), list(path), declaration, ""
    while rest:
        key = rest.pop(0)
        field = part.model_fields.get(key)
        if field is None:
            names.append(key)
            break
        names.append(str(field.title))
        declared, holder, last = fields_of(part)[key], part, key
        part = declared.part or part
        if declared.part and declared.is_list and not is_seated(part) and rest:
            names.append(_identity(part, rest.pop(0)))
    return names, holder, last


def _identity(part: type[Part], known: str) -> str:
    """Return what an entry is known by, its choices, days, seats and fields in words."""
    keys = IDENTITIES.get(part, ())
    meant = {value: name for key in keys for value, name in _choices(part, key)}
    found = [meant.get(word, word) for word in known.split(" ")]
    if not _DAYS.isdisjoint(keys):
        found = [day(dt.date.fromisoformat(w)) if _DAY.fullmatch(w) else w for w in found]
    if part is FormerMember:
        seat, until, *twin = found
        found = [words(int(seat), part, "seat"), f"{until}まで", *twin]
    if part is Erratum and len(found) > keys.index("field"):
        date, record, field, *twin = found
        found = [date, record, field_title(kind_of(record).declaration, field), *twin]
    return " ".join(found)


@cache
def _choices(part: type[Part], key: str) -> tuple[tuple[str, str], ...]:
    if (part, key) == (Team, "status"):
        return tuple(STATUS_LABELS.items())
    return tuple(fields_of(part)[key].choices.items())


def words(value: Value, holder: type[Part], key: str) -> str:
    """Return a value as people read it; `holder` declares the key that it stands under."""
    if value is None or value == ():
        return NOTHING
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, int):
        shown = f"{value:,}" if value >= _LARGE else str(value)
        return f"{value}{Member.nth}" if (holder, key) in _SEATS else shown
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, tuple):
        return "、".join(
            _entry(each) if isinstance(each, Part) else words(each, holder, key) for each in value
        )
    return _part(value) if isinstance(value, Part) else _text(str(value), holder, key)


def _text(value: str, holder: type[Part], key: str) -> str:
    return (dict(_choices(holder, key)).get(value) if key else "") or value


def _entry(part: Part) -> str:
    """Return one of several entries in short: what it is known by, and its number if it has one."""
    known = IDENTITIES.get(type(part))
    if not known:
        return _part(part)
    told = _identity(type(part), " ".join(str(v) for key in known if (v := getattr(part, key))))
    number = getattr(part, "value", None)
    further = f"{number:,}" if isinstance(number, int) else ""
    if isinstance(part, FormerMember):
        further = _part(part)
    return f"{told} {further}".rstrip()


def _part(part: Part) -> str:
    """Return a part in one line: a seat as lists show it, another by what it is not known by."""
    if isinstance(part, Member):
        role = f"（{part.role}）" if part.role else ""
        return f"{part.agency} {part.rank}{role}"
    known, found = IDENTITIES.get(type(part), ()), []
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        if key not in known and value != field.default:
            found.append(f"{field.title} {words(value, type(part), key)}")
    return "・".join(found) or _entry(part)
