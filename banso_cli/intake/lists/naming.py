"""The team that a line of a list names, by the columns that tell of it; and what holds on below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal, list_refused
from banso_cli.intake.lists.how import HowToRead, Told, refused_at
from banso_cli.intake.lists.printed import DITTO, PrintedName, numbered, prefecture_of, printed_name
from banso_cli.intake.sheets.cells import Cell, Line, Place, Sheet
from banso_cli.intake.sheets.headings import Block
from banso_cli.intake.sheets.roles import Role
from banso_cli.locale import _
from banso_cli.records.teams.team import Status
from banso_cli.text.meaning import folded


@dataclass(frozen=True, slots=True)
class TeamName:
    """A team as a list names it; `name` begins with prefecture and county, `code` is as printed."""

    number: int | None
    name: str
    place: Place
    code: str = ""
    status: Status | None = None
    fill: str = ""
    is_struck: bool = False

    @property
    def label(self) -> str:
        """Return number and name."""
        return self.name if self.number is None else f"{self.number} {self.name}"


@dataclass(slots=True)
class NameReader:
    """Reads the names of one sheet from above to below; a prefecture holds on until the next."""

    sheet: Sheet
    told: Told
    how: HowToRead
    refusals: list[Refusal] = field(default_factory=list)
    nameless: list[Place] = field(default_factory=list)
    unnumbered: dict[Place, str] = field(default_factory=dict)
    contradicted: list[Place] = field(default_factory=list)
    current: TeamName | None = None
    prefecture: str = ""
    status: Status | None = None

    def open(self, section: PrintedName) -> None:
        """Take over what a heading among the rows says of those below it."""
        if section.status:
            self.status = section.status
        else:
            self.prefecture = section.prefecture

    def all_refusals(self) -> Iterator[Refusal]:
        """Yield what was refused, one for each cause."""
        yield from self.refusals
        if self.unnumbered:
            message = _("{places}: '{text}' is no number of a team")
            help_line = _("write digits alone, or add --number-in-order")
            text = next(iter(self.unnumbered.values()))
            yield refused_at([*self.unnumbered], message, help_line, text=text)
        if self.nameless:
            message = _("{places}: number or code stands there, but no name")
            help_line = _(
                "write the name of the municipality; if the numbers count rows and not teams,"
                " add --number-in-order"
            )
            yield refused_at(self.nameless, message, help_line)
        if self.contradicted:
            message = _("{places}: the number in the name is not that in its own column")
            help_line = _("mend the one that is wrong, or add --number-in-order")
            yield refused_at(self.contradicted, message, help_line)

    def named(self, line: Line, block: Block) -> TeamName | None:
        """Return the team that a line names; None where it names none by itself."""
        cells = block.cells(line, Role.NAME)
        text = "\n".join(each.text for each in cells if each.text)
        number_text, code = _own(block, line, Role.NUMBER), _own(block, line, Role.CODE)
        place = self.sheet.place(line, block.columns[Role.NAME].start)
        if cells[0].repeats or DITTO.fullmatch("".join(text.split())):
            self._without_name(number_text, code, place)
            return self._as_above(cells[0], place)
        if text and not self._is_beside(text):
            found = self._read(text, number_text, line, block, place)
            if found.number is None and self.current and found.name == self.current.name:
                return self.current  # the number is printed once, the name in every row
            self.current = found
            return found
        return self._without_name(number_text, code, place)

    def _is_beside(self, text: str) -> bool:
        """Tell whether a text is only the reading of the name above, or the like."""
        printed = printed_name(text)
        bare = PrintedName(beside=printed.beside)
        is_beside = bool(self.current and printed.beside) and printed == bare
        self.told.beside += printed.beside if is_beside else ()
        return is_beside

    def _as_above(self, cell: Cell, place: Place) -> TeamName | None:
        if not cell.repeats:
            self.told.dittos.append(place)
        if self.current is None:
            message = _("{place}: '{text}', but nothing stands above it")
            self.refusals.append(place.refusal(message, text=cell.joined))
        return self.current

    def _without_name(self, number_text: str, code: str, place: Place) -> TeamName | None:
        """Tell a line that goes on from one whose name is missing, by its number and its code."""
        number = None if self.how.numbers_in_order else numbered(number_text)[0]
        current = self.current
        has_number, has_code = number is not None, any(map(str.isdigit, code))
        if not has_number and not has_code:
            return None
        if (
            current is None
            or (has_number and number != current.number)
            or (has_code and code != current.code)
        ):
            self.nameless.append(place)
        return current

    def _read(
        self, text: str, number_text: str, line: Line, block: Block, place: Place
    ) -> TeamName:
        printed = printed_name(text)
        if not printed.name or prefecture_of(printed.name):
            message = _("{place}: '{text}' stands there without the name of the municipality")
            help_line = _("write number, prefecture and name in one cell, or each in a column")
            raise list_refused([place.refusal(message, help_line, text=text)])
        self.told.beside += printed.beside
        cells = block.cells(line, Role.NAME)
        return TeamName(
            number=self._number(printed, number_text, place),
            name=self._full_name(printed, line, block, place),
            place=place,
            code=_own(block, line, Role.CODE),
            status=printed.status or self.status,
            fill=next((each.fill for each in cells if each.fill), ""),
            is_struck=self.how.struck == "skip" and any(each.is_struck for each in cells),
        )

    def _number(self, printed: PrintedName, number_text: str, place: Place) -> int | None:
        if self.how.numbers_in_order:
            return None
        number = numbered(number_text)[0]
        if number_text and number is None and not DITTO.fullmatch(number_text):
            self.unnumbered[place] = number_text
        if None not in (number, printed.number) and number != printed.number:
            self.contradicted.append(place)
        return printed.number if number is None else number

    def _full_name(self, printed: PrintedName, line: Line, block: Block, place: Place) -> str:
        """Return prefecture, county and name; a prefecture is printed once for several rows."""
        shown = _own(block, line, Role.PREFECTURE)
        here = printed.prefecture
        if shown and not DITTO.fullmatch(shown):
            here = self.prefecture = prefecture_of(shown)
            if not here:
                message = _("{place}: '{text}' is no prefecture")
                self.refusals.append(place.refusal(message, text=shown))
        if printed.has_prefecture:
            if here and not folded(printed.name).startswith(folded(here)):
                message = _("{place}: '{name}' is not in {prefecture}, as stands beside it")
                self.refusals.append(place.refusal(message, name=printed.name, prefecture=here))
            return printed.name
        county = _own(block, line, Role.COUNTY).removesuffix("郡")
        county = f"{county}郡" if county and not DITTO.fullmatch(county) else ""
        if self.prefecture and not here:
            self.told.prefectures.append(place)
        return (here or self.prefecture) + county + printed.name


def _own(block: Block, line: Line, role: Role) -> str:
    return " ".join(each.joined for each in block.cells(line, role) if each.joined)
