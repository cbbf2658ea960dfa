"""From names as printed to the names of the roster: exact, by alias, or by variants of letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from banso_cli.files.failure import Refusal
from banso_cli.locale import _
from banso_cli.records.municipality import Municipality
from banso_cli.records.names import AGENCY, RANK, NameList
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.municipal_names import meant_municipalities
from banso_cli.rules.codes.official import is_fictional
from banso_cli.rules.references.namings import likely, not_in_list
from banso_cli.text.meaning import as_meant, in_other_letters
from banso_cli.text.suggestion import proposal

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Found(Generic[Known]):
    """What a printed name stands for; `printed` is empty where it is written in the same way."""

    what: Known
    printed: str | None = None


@dataclass(frozen=True)
class OfficialNames:
    """The names of one roster, asked for names as a list prints them."""

    roster: Roster

    def municipality(self, printed: str) -> Found[Municipality] | None:
        """Find a municipality by prefecture and name; `printed` is then the name, with a 郡."""
        printed = as_meant(printed)
        full_name = in_other_letters(printed, self._municipality_by_name, self._with_county)
        if not full_name:
            return None
        meant = self._municipality_by_name[full_name]
        name = _without_prefecture(printed, meant.prefecture)
        return Found(meant, name if name != meant.name else None)

    def municipality_help(self, printed: str) -> str:
        """Return what to do about a municipality that was not found."""
        official = () if is_fictional(self.roster) else official_municipalities().values()
        found = meant_municipalities(printed, self.roster.municipalities, official)
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

    def refusal(self, listed: NameList, printed: str, line: int = 0) -> Refusal:
        """Return what to tell of a name that was not found, and what to do about it."""
        names = self.roster.names[listed.id]
        message = not_in_list(names, printed)
        if line:
            message = _("line {line}: {message}").format(line=line, message=message)
        to_add = {
            AGENCY: _("add it to agencies.yaml, with its kind"),
            RANK: _("add it to the ranks of programme.yaml, as a name or an alias"),
        }
        return Refusal(line, message, likely(names, printed) or to_add[listed])

    @cached_property
    def _with_county(self) -> Mapping[str, str]:
        """The full name of each municipality by that with its 郡 in it, as some lists print it."""
        known = (each for each in self.roster.municipalities if each.county)
        return {f"{each.prefecture}{each.county}{each.name}": each.full_name for each in known}

    @cached_property
    def _municipality_by_name(self) -> Mapping[str, Municipality]:
        return {each.full_name: each for each in self.roster.municipalities}


def _without_prefecture(printed: str, prefecture: str) -> str:
    """Return the name after the prefecture, whose letters may be parted by blanks."""
    for _letter in prefecture:
        printed = printed.lstrip()[1:]
    return printed.strip()
