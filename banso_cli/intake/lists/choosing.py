"""Which sheets of a file are the list: named, the only visible one, or several that go on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from banso_cli.files.failure import Failure, file_refused, list_refused
from banso_cli.intake.lists.how import (
    HowToRead,
    Told,
    refuse_formulas,
    told_beside,
    without_hidden_columns,
)
from banso_cli.intake.lists.rows import PublishedList, RowReader
from banso_cli.intake.sheets.cells import Place, Sheet
from banso_cli.intake.sheets.headings import Heading, headings, is_whole, roles_of
from banso_cli.intake.sheets.opening import read_sheets, sheets_named
from banso_cli.intake.sheets.roles import NEEDED, Role, role_of
from banso_cli.locale import _
from banso_cli.text.meaning import narrow

_PERIOD = re.compile(r"第\s*([0-9一二三四五六七八九])\s*期")
_YEAR = re.compile(r"(?:令和|[RＲ])\s*[0-9０-９元]+")
_DRAFT = re.compile(r"案|未定稿|暫定|作成中|調整中|取扱注意|未公表|非公表|参考|前期|前年度|辞退")
_KANJI = "一二三四五六七八九"

_JOINT = re.compile(r"(現?所属|府省庁).{0,6}[・/,、及びと]+(役職|職位|職名|官職)(名|等)?")
_FORM = re.compile(r"[(]?(別記|別添)?様式(第?[0-9一二三]+号?)?[)]?|.*応募(様式|用紙|申請書|書)")
_NAMES = tuple(role.value for role in NEEDED)


def read_list(
    file: Path, period: int, how: HowToRead, is_agency: Callable[[str], bool]
) -> PublishedList:
    """Read the rows of a list of this period; every sheet of the file is told, read or not."""
    sheets = read_sheets(file)
    if how.hidden == "skip":
        sheets = tuple(map(without_hidden_columns, sheets))
    chosen = (
        sheets_named(sheets, how.sheets, file.name)
        if how.sheets
        else _with_headings(sheets, file.name)
    )
    parts = [_read(sheet, period, how, is_agency) for sheet in chosen]
    if not how.sheets:
        if len(parts) > 1:
            _refuse_unless_joined(chosen, parts, file.name)
        _refuse_other_period(chosen, period, file.name)
    if not any(row.is_seat for part in parts for row in part.rows):
        refusals = [refusal for part in parts for refusal in part.refusals]
        message = _("{file}: no rows below the heading").format(file=file.name)
        raise list_refused(refusals) if refusals else file_refused(message)
    return PublishedList(
        tuple(row for part in parts for row in part.rows),
        tuple(refusal for part in parts for refusal in part.refusals),
        (*_told_sheets(sheets, chosen), *(line for part in parts for line in part.told.lines())),
        is_document=chosen[0].is_document,
        is_named=all(part.is_named for part in parts),
    )


def _read(sheet: Sheet, period: int, how: HowToRead, is_agency: Callable[[str], bool]) -> RowReader:
    found = headings(sheet)
    if not found:
        refuse_formulas(sheet)
        raise without_headings([sheet], sheet.name)
    titles = tuple(_titles(sheet, found))
    _refuse_several_periods(titles)
    told = Told(remarks=[text for title in titles if (text := _other_title(title, period))])
    told.remarks += told_beside(sheet)
    reader = RowReader(sheet, how, is_agency, told)
    reader.read(found)
    return reader


def _with_headings(sheets: Sequence[Sheet], name: str) -> tuple[Sheet, ...]:
    """Return the visible sheets that have headings."""
    found = tuple(sheet for sheet in sheets if not sheet.is_hidden and headings(sheet))
    if found:
        return found
    if hidden := [sheet.name for sheet in sheets if sheet.is_hidden and headings(sheet)]:
        message = _("{file}: only hidden sheets have the headings of a list: {names}")
        help_line = _("if one of them is the list, name it: --sheet {name}")
        names = _(", ").join(hidden)
        raise file_refused(message.format(file=name, names=names), help_line.format(name=hidden[0]))
    for sheet in sheets:
        if not sheet.is_hidden:
            refuse_formulas(sheet)
    raise without_headings(sheets, name)


def _refuse_other_period(sheets: Sequence[Sheet], period: int, name: str) -> None:
    """Refuse sheets whose name is that of another period."""
    for sheet in sheets:
        if (found := periods_in(sheet.name)) and period not in found:
            message = _("{file}: the sheet '{name}' is not of period {period}")
            help_line = _("mend --period, or say that it is meant: --sheet {name}")
            text = message.format(file=name, name=sheet.name, period=period)
            raise file_refused(text, help_line.format(name=sheet.name))


def _refuse_unless_joined(sheets: Sequence[Sheet], parts: Sequence[RowReader], name: str) -> None:
    """Refuse several sheets unless each begins with the number after the last of the one before."""
    expected, goes_on = 1, True
    for part in parts:
        numbers = {row.team.number or 0 for row in part.rows if row.team}
        goes_on = goes_on and numbers == {*range(expected, expected + len(numbers))}
        expected += len(numbers)
    times = {frozenset({*periods_in(sheet.name), *_YEAR.findall(sheet.name)}) for sheet in sheets}
    if goes_on and len(times - {frozenset()}) < len(sheets):
        return
    names = _(", ").join(sheet.name for sheet in sheets)
    message = _("{file}: several sheets have the headings of a list: {names}")
    help_line = _("name the one to read: --sheet {name} (give it again to join several)")
    text = message.format(file=name, names=names)
    raise file_refused(text, help_line.format(name=sheets[0].name))


def _told_sheets(sheets: Sequence[Sheet], chosen: Sequence[Sheet]) -> Iterator[str]:
    if not chosen[0].name:
        return
    yield _("sheet read: {names}").format(names=_(", ").join(map(_shown, chosen)))
    others = [_shown(sheet) for sheet in sheets if sheet not in chosen and sheet.lines]
    if others:
        yield _("sheets not read: {names}").format(names=_(", ").join(others))


def _shown(sheet: Sheet) -> str:
    return _("{name} (hidden)").format(name=sheet.name) if sheet.is_hidden else sheet.name


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands above the headings of a list: periods, or that it is a draft or beside."""

    place: Place
    text: str
    periods: frozenset[int]


def _titles(sheet: Sheet, found: Sequence[Heading]) -> Iterator[_Title]:
    starts = (0, *(heading.last + 1 for heading in found))
    for start, heading in zip(starts, found, strict=False):
        for line in sheet.lines[start : heading.first]:
            for column, each in enumerate(line.cells):
                periods = periods_in(each.own) if "継続" not in each.own else frozenset()
                if periods or _DRAFT.search(each.own):
                    yield _Title(sheet.place(line, column), each.own, periods)


def _refuse_several_periods(titles: Sequence[_Title]) -> None:
    for first, second in pairwise(title for title in titles if title.periods):
        if not first.periods & second.periods:
            message = _("{place}: '{text}', but {first_place} has '{first}'")
            help_line = _("copy the list of one period into a sheet of its own")
            shown = {"text": second.text, "first_place": first.place, "first": first.text}
            raise list_refused([second.place.refusal(message, help_line, **shown)])


def _other_title(title: _Title, period: int) -> str:
    """Return what to say of a title that tells of another period, or of no final list."""
    if period in title.periods or not title.periods:
        is_draft = _DRAFT.search(title.text)
        return _("{place}: '{text}'").format(place=title.place, text=title.text) if is_draft else ""
    text = _("{place}: '{text}', but it is taken in as period {period}")
    return text.format(place=title.place, text=title.text, period=period)


def periods_in(text: str) -> frozenset[int]:
    """Return the periods that a text names."""
    found = _PERIOD.findall(unicodedata.normalize("NFKC", text))
    return frozenset(_KANJI.find(each) + 1 or int(each) for each in found)


def without_headings(sheets: Sequence[Sheet], name: str) -> Failure:
    """Return the failure that there are none: what the file is instead, or what comes nearest."""
    for place, text in _cells(sheets):
        if _JOINT.fullmatch(narrow(text)):
            message = _("{place}: '{text}': body and rank stand in one column")
            help_line = _("part it into two columns, {agency} and {rank}")
            roles = {"agency": Role.AGENCY.value, "rank": Role.RANK.value}
            return list_refused([place.refusal(message, help_line.format(**roles), text=text)])
    firsts = ([next(filter(None, line.texts), "") for line in each.lines] for each in sheets)
    if any(is_whole(map(role_of, each)) for each in firsts):
        message = _("{file}: the headings stand below one another").format(file=name)
        help_line = _("copy the list, and paste it with rows and columns exchanged")
        return file_refused(message, help_line)
    nearest, lacking = _nearest(sheets)
    for place, text in _cells(sheets) if len(lacking) > 1 else ():
        if _FORM.fullmatch(narrow(text)):
            message = _("{place}: '{text}': the form of one applicant, and no list")
            help_line = _(
                "enter applications in a table, one a row, headed 応募番号, 所属府省庁等, 役職 of"
                " officers, or 団体コード, 課題 of municipalities"
            )
            return list_refused([place.refusal(message, help_line, text=text)])
    message = _("{file}: no heading row").format(file=name)
    if nearest:
        message = _("{file}: no heading row; {place} comes nearest, but lacks {names}")
        message = message.format(file=name, place=nearest, names=_(", ").join(lacking))
    usual = _("the headings of the list are {names}").format(names=_(", ").join(_NAMES))
    return file_refused(message, usual)


def _cells(sheets: Iterable[Sheet]) -> Iterator[tuple[Place, str]]:
    for sheet in sheets:
        for line in sheet.lines:
            yield from ((sheet.place(line, at), text) for at, text in enumerate(line.texts) if text)


def _nearest(sheets: Iterable[Sheet]) -> tuple[Place | None, list[str]]:
    """Return the first row that lacks the fewest headings, and which."""
    nearest, fewest = None, list(_NAMES)
    for sheet in sheets:
        for line in sheet.lines:
            found = set(roles_of([line]))
            lacking = [role.value for role in NEEDED if role not in found]
            if len(lacking) < len(fewest):
                nearest, fewest = sheet.place(line, 0), lacking
    return nearest, fewest
