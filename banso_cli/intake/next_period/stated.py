"""What a table of population says of itself: by which measure, of which day, under what title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from banso_cli.files.failure import Failure, file_refused
from banso_cli.locale import _
from banso_cli.rules.shape.values import meant_day
from banso_cli.text.meaning import narrow

REGISTER, CENSUS, EARLY_CENSUS = "住民基本台帳", "国勢調査", "国勢調査速報"
"""The measures of population, by the names that the roster has for them."""

_PART = re.compile("日本人住民|外国人住民")
_YEAR = r"(?:(?:令和|平成)(?:元|[0-9]{1,2})|[0-9]{4})年"
_DAY = re.compile(rf"{_YEAR}[0-9]{{1,2}}月[0-9]{{1,2}}日")
_CENSUS_YEAR = re.compile(rf"({_YEAR})(?:{CENSUS}|10月)")
_CENSUS_DAY = "10月1日"
"""The day of every census, by 国勢調査令."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Measure and day as far as they are known, and the title to cite."""

    measure: str | None = None
    date: dt.date | None = None
    title: str = ""

    @classmethod
    def above(cls, words: Iterable[str], name: str) -> Self:
        """Return what the words above a table say; one of a part of the residents is refused."""
        printed = {each: narrow(each) for each in words}
        if any(is_of_a_part(each) for each in printed):
            message = _("{file}: this is the population of a part of the residents")
            help_line = _("take the file of all residents (総計)")
            raise file_refused(message, help_line, file=name)
        measures = [m for m in (REGISTER, CENSUS) if any(m in each for each in printed.values())]
        measure = measures[0] if len(measures) == 1 else None
        titles = [each for each, bare in printed.items() if measure and measure in bare]
        if measure == CENSUS and any("速報" in each for each in printed):
            measure = EARLY_CENSUS
        dates = {date for each in printed.values() for date in _dates(each, measure)}
        date = dates.pop() if len(dates) == 1 else None
        return cls(measure, date, " ".join(titles[0].split()) if titles else name)

    def completed(self, given: Stated) -> Self:
        """Return what is known with what the user says; that may not contradict the file."""
        for option, said, told in (
            ("--measure", self.measure, given.measure),
            ("--date", self.date, given.date),
        ):
            if said and told and said != told:
                message = _("{title}: it says {said}, and {option} {told}")
                shown = {"title": self.title, "said": said, "option": option, "told": told}
                raise file_refused(message, _("leave out {option}"), **shown)
        return type(self)(self.measure or given.measure, self.date or given.date, self.title)

    def lacking(self) -> Failure:
        """Return the failure that measure or day is not known."""
        message = _("{title}: it does not say which measure of population it has, or of which day")
        given = "" if self.measure else f"--measure {REGISTER}"
        more = "" if self.date else "--date 2026-01-01"
        options = " ".join(filter(None, (given, more)))
        return file_refused(message, _("add {options}"), title=self.title, options=options)


def is_of_a_part(words: str) -> bool:
    """Tell whether a heading is on Japanese or on foreign residents alone."""
    return bool(_PART.search(words)) and "総計" not in words


def _dates(text: str, measure: str | None) -> Iterator[dt.date]:
    """Yield the days that a text names in full; of a census its year is enough."""
    found = _DAY.findall(text)
    if measure in {CENSUS, EARLY_CENSUS}:
        found = [year + _CENSUS_DAY for year in _CENSUS_YEAR.findall(text)]
    for each in found:
        if meant := meant_day(each):
            yield dt.date.fromisoformat(meant.text)
