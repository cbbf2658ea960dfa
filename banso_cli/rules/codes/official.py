"""The official table of municipalities, as far as a roster is compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from banso_cli.locale import _
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.reference.codes import abolished_municipalities
from banso_cli.reference.municipalities import OfficialMunicipality, official_municipalities

_NONE: Mapping[str, OfficialMunicipality] = MappingProxyType({})


def is_fictional(roster: Roster) -> bool:
    """Tell whether the programme declares the roster made up."""
    return roster.programme is not None and roster.programme.fictional


def official_table(roster: Roster) -> Mapping[str, OfficialMunicipality]:
    """Return the official municipalities by code; none for a roster that is made up."""
    return _NONE if is_fictional(roster) else official_municipalities()


@cache
def _official_names() -> frozenset[str]:
    return frozenset(each.prefecture + each.name for each in official_municipalities().values())


def real_part(municipality: Municipality) -> tuple[str, str] | None:
    """Return the key of what a municipality has of a real one, and what to tell of it.

    That is the code that one has or had, or else the name and prefecture.
    """
    code, name = municipality.code, municipality.full_name
    official, old = official_municipalities().get(code), abolished_municipalities().get(code)
    if official is not None:
        message = _("{code} is the code of {name}, which exists")
        return "code", message.format(code=code, name=official.prefecture + official.name)
    if old is not None:
        message = _("{code} was the code of {name}, until {day}")
        return "code", message.format(code=code, name=old.name, day=old.abolished)
    return ("name", _("{name} exists").format(name=name)) if name in _official_names() else None
