"""Which sheets of a file are the list: named, the only visible one, or several that go on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from banso_cli.files.failure import Failure, file_refused, list_refused, refuse
from banso_cli.intake.lists.how import HowToRead, refuse_formulas, without_hidden_columns
from banso_cli.intake.lists.rows import PublishedList, RowReader
from banso_cli.intake.sheets.cells import Place, Sheet
from banso_cli.intake.sheets.headings import Heading, headings, is_whole, roles_of
from banso_cli.intake.sheets.opening import read_sheets
from banso_cli.intake.sheets.roles import NEEDED, Role, role_of
from banso_cli.intake.tables import sheets_named
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
    chosen = _chosen(sheets, how.sheets, file.name)
    parts = [_read(sheet, period, how, is_agency) for sheet in chosen]
    if not how.sheets:
        if len(parts) > 1:
            _refuse_unless_joined(chosen, parts, file.name)
        _refuse_other_period(chosen, period, file.name)
    rows = tuple(row for part in parts for row in part.rows)
    refusals = tuple(refusal for part in parts for refusal in part.refusals)
    if not any(row.is_seat for row in rows):
        refuse(refusals)
        raise file_refused(_("{file}: no rows below the heading"), file=file.name)
    told = (*_told_sheets(sheets, chosen), *(line for part in parts for line in part.told.lines()))
    is_named = all(part.is_named for part in parts)
    return PublishedList(rows, refusals, told, chosen[0].is_document, is_named)


def _read(sheet: Sheet, period: int, how: HowToRead, is_agency: Callable[[str], bool]) -> RowReader:
    found = headings(sheet)
    if not found:
        refuse_formulas(sheet)
        raise without_headings([sheet], sheet.name)
    titles = tuple(_titles(sheet, found))
    _refuse_several_periods(titles)
    reader = RowReader(sheet, how, is_agency)
    reader.told.remarks += filter(None, (_other_title(*title, period) for title in titles))
    reader.read(found)
    return reader


def _chosen(sheets: Sequence[Sheet], names: Sequence[str], name: str) -> tuple[Sheet, ...]:
    """Return the sheets that are named, or else the visible ones that have headings."""
    if names:
        return sheets_named(sheets, names, name)
    found = tuple(sheet for sheet in sheets if not sheet.is_hidden and headings(sheet))
    if found:
        return found
    if hidden := [sheet.name for sheet in sheets if sheet.is_hidden and headings(sheet)]:
        message = _("{file}: only hidden sheets have the headings of a list: {names}")
        help_line = _("if one of them is the list, name it: --sheet {name}")
        shown = {"names": _(", ").join(hidden), "name": hidden[0]}
        raise file_refused(message, help_line, file=name, **shown)
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
            raise file_refused(message, help_line, file=name, name=sheet.name, period=period)


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
    raise file_refused(message, help_line, file=name, names=names, name=sheets[0].name)


def _told_sheets(sheets: Sequence[Sheet], chosen: Sequence[Sheet]) -> Iterator[str]:
    if not chosen[0].name:
        return
    yield _("sheet read: {names}").format(names=_(", ").join(map(_shown, chosen)))
    others = [_shown(sheet) for sheet in sheets if sheet not in chosen and sheet.lines]
    if others:
        yield _("sheets not read: {names}").format(names=_(", ").join(others))


def _shown(sheet: Sheet) -> str:
    return _("{name} (hidden)").format(name=sheet.name) if sheet.is_hidden else sheet.name


def _titles(sheet: Sheet, found: Sequence[Heading]) -> Iterator[tuple[Place, str]]:
    """Yield what stands above the headings of a list: periods, or that it is a draft or beside."""
    starts = (0, *(heading.last + 1 for heading in found))
    for start, heading in zip(starts, found, strict=False):
        for line in sheet.lines[start : heading.first]:
            for column, text in enumerate(line.texts):
                if _periods(text) or _DRAFT.search(text):
                    yield sheet.place(line, column), text


def _refuse_several_periods(titles: Sequence[tuple[Place, str]]) -> None:
    of_periods = (each for each in titles if _periods(each[1]))
    for (first_place, first), (place, text) in pairwise(of_periods):
        if not _periods(first) & _periods(text):
            message = _("{place}: '{text}', but {first_place} has '{first}'")
            help_line = _("copy the list of one period into a sheet of its own")
            shown = {"text": text, "first_place": first_place, "first": first}
            raise list_refused([place.refusal(message, help_line, **shown)])


def _other_title(place: Place, text: str, period: int) -> str:
    """Return what to say of a title that tells of another period, or of no final list."""
    periods = _periods(text)
    if periods and period not in periods:
        message = _("{place}: '{text}', but it is taken in as period {period}")
    else:
        message = _("{place}: '{text}'") if _DRAFT.search(text) else ""
    return message.format(place=place, text=text, period=period)


def _periods(title: str) -> frozenset[int]:
    """Return the periods of which a title says that it is one of theirs."""
    return periods_in(title) if "継続" not in title else frozenset()


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
        message = _("{file}: the headings stand below one another")
        help_line = _("copy the list, and paste it with rows and columns exchanged")
        return file_refused(message, help_line, file=name)
    nearest, lacking = _nearest(sheets)
    for place, text in _cells(sheets) if len(lacking) > 1 else ():
        if _FORM.fullmatch(narrow(text)):
            message = _("{place}: '{text}': the form of one applicant, and no list")
            help_line = _(
                "enter applications in a table, one a row, headed 応募番号, 所属府省庁等, 役職 of"
                " officers, or 団体コード, 課題 of municipalities"
            )
            return list_refused([place.refusal(message, help_line, text=text)])
    message = _("{file}: no heading row")
    if nearest:
        message = _("{file}: no heading row; {place} comes nearest, but lacks {names}")
    usual = _("the headings of the list are {names}").format(names=_(", ").join(_NAMES))
    return file_refused(message, usual, file=name, place=nearest, names=_(", ").join(lacking))


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
