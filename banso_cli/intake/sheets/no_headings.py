"""Why a file is no list: where its headings are missing, and what it seems to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from banso_cli.files.failure import Failure
from banso_cli.intake.refusal import file_refused, list_refused
from banso_cli.intake.sheets.cells import Place, Sheet
from banso_cli.intake.sheets.headings import is_whole, narrow, roles_of
from banso_cli.intake.sheets.roles import NEEDED, Role, role_of
from banso_cli.locale import _

_JOINT = re.compile(r"(現?所属|府省庁).{0,6}[・/,、及びと]+(役職|職位|職名|官職)(名|等)?")
_FORM = re.compile(r"[(]?(別記|別添)?様式(第?[0-9一二三]+号?)?[)]?|.*応募(様式|用紙|申請書|書)")
_NAMES = tuple(role.value for role in NEEDED)


def without_headings(sheets: Sequence[Sheet], name: str) -> Failure:
    """Return the failure that there are none: what the file is instead, or what comes nearest."""
    for place, text in _cells(sheets):
        if _JOINT.fullmatch(narrow(text)):
            message = _("{place}: '{text}': body and rank stand in one column")
            help_line = _("part it into two columns, {agency} and {rank}")
            roles = {"agency": Role.AGENCY.value, "rank": Role.RANK.value}
            return list_refused([place.refusal(message, help_line.format(**roles), text=text)])
    if any(map(_is_transposed, sheets)):
        message = _("{file}: the headings stand below one another").format(file=name)
        help_line = _("copy the list, and paste it with rows and columns exchanged")
        return file_refused(message, help_line)
    nearest, lacking = _nearest(sheets)
    usual = _("the headings of the list are {names}").format(names=_(", ").join(_NAMES))
    if len(lacking) == 1:
        message = _("{file}: no heading row; {place} comes nearest, but lacks {names}")
        return file_refused(message.format(file=name, place=nearest, names=lacking[0]), usual)
    for place, text in _cells(sheets):
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
    return file_refused(message, usual)


def _cells(sheets: Iterable[Sheet]) -> Iterator[tuple[Place, str]]:
    for sheet in sheets:
        for line in sheet.lines:
            yield from ((sheet.place(line, at), text) for at, text in enumerate(line.texts) if text)


def _is_transposed(sheet: Sheet) -> bool:
    firsts = (next(filter(None, line.texts), "") for line in sheet.lines)
    return is_whole(map(role_of, firsts))


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
