"""What may be meant by a name that no record has."""

from __future__ import annotations

from collections.abc import Sequence

from banso_cli.locale import _
from banso_cli.records.roster import Roster
from banso_cli.reference.bodies import successors
from banso_cli.rules.codes.municipal_names import meant_municipalities
from banso_cli.rules.codes.official import official_table
from banso_cli.text.suggestion import perhaps, proposal


def meant(wanted: str, roster: Roster, known: Sequence[str]) -> str:
    """Return the help line for a name that nothing has; municipalities have a way of their own."""
    official = official_table(roster).values()
    found = meant_municipalities(wanted, roster.municipalities, official)
    codes = {each.code for each in found}
    names = {each.name for each in official if each.prefecture + each.name == wanted}
    here = [each for each in roster.municipalities if each.code in codes or each.name in names]
    if here:
        return proposal([each.name if len(here) == 1 else each.full_name for each in here])
    own = {name for each in roster.municipalities for name in (each.name, each.full_name)}
    return perhaps(wanted, [name for name in known if name not in own], others=successors())


def absent(wanted: str, roster: Roster) -> str:
    """Return the words for a municipality of Japan that the roster does not hold; else nothing."""
    found = next(
        (e for e in official_table(roster).values() if e.prefecture + e.name == wanted), None
    )
    if found is None:
        return ""
    return _("{name} ({code}) is not in the roster").format(name=wanted, code=found.code)
