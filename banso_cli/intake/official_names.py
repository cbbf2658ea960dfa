"""From names as printed to the names of the roster: exact, by alias, or by variants of letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from banso_cli.files.failure import Refusal
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, RANK, THEME, NameList
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.reference.codes import is_sound
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.rules.codes.municipal_names import Municipal, meant_municipalities
from banso_cli.rules.codes.official import is_fictional
from banso_cli.rules.references.namings import likely, not_in_list
from banso_cli.text.meaning import as_meant, folded, in_other_letters
from banso_cli.text.suggestion import proposal

Known = TypeVar("Known")

_OFFICE = re.compile(
    r"(?P<body>[^\s(（]+)(?:\s+|\s*[(（]\s*)"
    r"(?P<office>[^\s()（）]+(?:局|部|課|室|官房|院|事務所|センター))\s*[)）]?"
)
_WITHOUT_CHECK = 5
"""Digits of a code without its check digit."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Known]):
    """What a printed name stands for; `printed` is empty where it is written in the same way."""

    what: Known
    printed: str | None = None


@dataclass(frozen=True)
class OfficialNames:
    """The names of one roster, asked for names as a list prints them."""

    roster: Roster

    def municipality(self, printed: str, code: str = "") -> Found[Municipality] | None:
        """Find a municipality by its name; `printed` is then the name alone.

        Prefecture and county may stand before it. A code, which may have lost its zero or lack its
        check digit, has to be that of the name; it tells apart those that share one.
        """
        printed, codes = as_meant(printed), possible_codes(code)
        full_name = in_other_letters(printed, self._municipality_by_name, self._other_names)
        found = [self._municipality_by_name[full_name]] if full_name else []
        known = self.roster.municipality_by_code
        of_code = (known[each] for each in codes if each in known)
        found += [each for each in of_code if folded(printed) in _spellings(each)]
        meant = next((each for each in found if each.code in codes or not code.strip()), None)
        if meant is None:
            return None
        name = _without(_without(printed, meant.prefecture), meant.county or "")
        return Found(meant, name if name != meant.name else None)

    def contradicted(self, printed: str, code: str) -> str:
        """Return whose code this is if it is not that of the name; empty where there is none."""
        every = {**self._official, **self.roster.municipality_by_code}
        known = [every[each] for each in possible_codes(code) if each in every]
        if not code.strip() or any(folded(as_meant(printed)) in _spellings(m) for m in known):
            return ""
        names = (f"{each.prefecture}{each.name}" for each in known)
        return _(" / ").join(names) or _("no municipality")

    def body(self, printed: str) -> Found[str] | None:
        """Find a body, also by its name with that of one of its offices, as 国土交通省（…局）."""
        if found := self.find(AGENCY, printed):
            return found
        parts = _OFFICE.fullmatch(as_meant(printed))
        if parts is None or self.find(AGENCY, parts["office"]):
            return None
        found = self.find(AGENCY, parts["body"])
        return Found(found.what, as_meant(printed)) if found else None

    def is_agency(self, printed: str) -> bool:
        """Tell whether a name is that of a body."""
        return self.find(AGENCY, printed) is not None

    def municipality_help(self, printed: str) -> str:
        """Return what to do about a municipality that was not found."""
        printed = as_meant(printed)
        found = meant_municipalities(printed, self.roster.municipalities, self._official.values())
        here = [each for each in found if each.code in self.roster.municipality_by_code]
        if len(found) == 1 and not here and printed.startswith(found[0].prefecture):
            name = found[0].prefecture + found[0].name
            help_line = _("add municipalities/{code}-….yaml ({name})")
            return help_line.format(code=found[0].code, name=name)
        names = [each.prefecture + each.name for each in found] if here else []
        return proposal(names) or _("write its name of today, or add its file to municipalities/")

    def find(self, listed: NameList, printed: str) -> Found[str] | None:
        """Find a name of a list, also by an alias, in its letters or in others for them."""
        printed, names = as_meant(printed), self.roster.names[listed.id]
        name = in_other_letters(printed, names.known, names.aliases)
        return Found(name, printed if printed != name else None) if name else None

    def refusal(self, listed: NameList, printed: str, place: Place | None = None) -> Refusal:
        """Return what to tell of a name that was not found, and what to do about it."""
        names = self.roster.names[listed.id]
        message = not_in_list(names, printed)
        if place:
            message = f"{place}: {message}"
        to_add = {
            AGENCY: _("add it to agencies.yaml, with its kind"),
            THEME: _("add it to themes.yaml: banso new theme"),
            RANK: _("add it to the ranks of programme.yaml, as a name or an alias"),
        }
        return Refusal(
            place.line if place else 0, message, likely(names, printed) or to_add[listed]
        )

    @cached_property
    def _municipality_by_name(self) -> Mapping[str, Municipality]:
        return {each.full_name: each for each in self.roster.municipalities}

    @cached_property
    def _other_names(self) -> Mapping[str, str]:
        """Return the full name by the one with the county, and by the name that no other has."""
        known = {**self._official, **self.roster.municipality_by_code}
        shared = Counter(folded(each.name) for each in known.values())
        found = {}
        for each in self.roster.municipalities:
            bare = (each.name, f"{each.county or ''}{each.name}")
            names = bare if shared[folded(each.name)] == 1 else ()
            for name in (*names, f"{each.prefecture}{each.county or ''}{each.name}"):
                found[name] = each.full_name
        return found

    @cached_property
    def _official(self) -> Mapping[str, Municipal]:
        return {} if is_fictional(self.roster) else official_municipalities()


def possible_codes(printed: str) -> tuple[str, ...]:
    """Return the codes that a printed one may be: its zero or its check digit may be lost."""
    digits = "".join(each for each in unicodedata.normalize("NFKC", printed) if each.isdigit())
    short = digits.zfill(_WITHOUT_CHECK)
    whole = short.zfill(_WITHOUT_CHECK + 1)
    codes = [short + check_digit(short), whole] if len(short) == _WITHOUT_CHECK else [whole]
    return tuple(code for code in codes if is_sound(code))


def _spellings(municipality: Municipal) -> frozenset[str]:
    """Return the ways in which the name may be written, folded."""
    prefecture, county = municipality.prefecture, municipality.county or ""
    starts = ("", county, prefecture, prefecture + county)
    return frozenset(folded(start + municipality.name) for start in starts)


def _without(printed: str, start: str) -> str:
    """Return a name without its start, the letters of which may be parted by blanks."""
    if not folded(printed).startswith(folded(start)):
        return printed
    for _letter in start:
        printed = printed.lstrip()[1:]
    return printed.strip()
