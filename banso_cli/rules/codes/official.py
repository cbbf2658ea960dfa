"""The official table of municipalities, as far as a roster is compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

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
def _by_name() -> Mapping[str, OfficialMunicipality]:
    return {each.prefecture + each.name: each for each in official_municipalities().values()}


@dataclass(frozen=True, slots=True)
class RealPart:
    """What a municipality has of a real one: the key of the value, and what to tell of it."""

    key: Literal["code", "name"]
    message: str


def real_part(municipality: Municipality) -> RealPart | None:
    """Return the code that a real municipality has or had, or else the name and prefecture."""
    code, name = municipality.code, municipality.full_name
    official, old = official_municipalities().get(code), abolished_municipalities().get(code)
    if official is not None:
        name = official.prefecture + official.name
        message = _("{code} is the code of {name}, which exists")
        return RealPart("code", message.format(code=code, name=name))
    if old is not None:
        message = _("{code} was the code of {name}, until {day}")
        return RealPart("code", message.format(code=code, name=old.name, day=old.abolished))
    if name in _by_name():
        return RealPart("name", _("{name} exists").format(name=name))
    return None
