"""Which municipality a mistaken code means: by its digits, the file's name and the name given."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from banso_cli.locale import _
from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.fields.record import Record
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reference.codes import is_sound
from banso_cli.reference.municipalities import check_digit
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.codes.official import official_table
from banso_cli.rules.rule import Keys
from banso_cli.text.meaning import folded
from banso_cli.yaml.place import Place

Names: TypeAlias = Mapping[str, str]
"""Municipalities by code, with prefecture and name."""

_LENGTH = 6


class WrittenCode(NamedTuple):
    """A code with the record that gives it, and the keys that it stands under."""

    code: str
    record: Record
    keys: Keys

    @property
    def place(self) -> Place:
        """Return where the code stands."""
        return self.record.places.at(*self.keys)


def written_codes(roster: Roster) -> Iterator[WrittenCode]:
    """Yield the codes of all municipalities, and those that refer to one."""
    for municipality in roster.municipalities:
        yield WrittenCode(municipality.code, municipality, ("code",))
    yield from references(roster)


def references(roster: Roster) -> Iterator[WrittenCode]:
    """Yield the codes by which teams, applications and examples of periods name a municipality."""
    for team in roster.teams_and_drafts:
        yield WrittenCode(team.municipality, team, ("municipality",))
    for applied in roster.of(MunicipalityApplication):
        yield WrittenCode(applied.municipality, applied, ("municipality",))
    for period in roster.periods:
        for index, each in enumerate(period.examples):
            yield WrittenCode(each.municipality, period, ("examples", index, "municipality"))


def help_for_code(roster: Roster, written: WrittenCode, otherwise: str) -> str:
    """Return what to write for a mistaken code; `otherwise` where nothing tells what is meant."""
    names = roster.once(_names)
    codes = _meant(roster, written)
    if len(codes) == 1:
        return _('write "{code}" ({name})').format(code=codes[0], name=names[codes[0]])
    if codes:
        shown = (f'"{code}"（{names[code]}）' for code in codes)
        return _("write one of: {names}").format(names=_(", ").join(shown))
    return otherwise


def sure_code(roster: Roster, written: WrittenCode) -> str:
    """Return the code that its digits and the file's name or the name given agree on, or none."""
    clues = _clues(roster, written)
    agreed = clues & _by_digits(written.code, roster.once(_names))
    return next(iter(agreed)) if len(agreed) == 1 == len(clues) else ""


def _meant(roster: Roster, written: WrittenCode) -> list[str]:
    """Return the codes that may be meant; what is told beside the code outweighs its digits."""
    clues = _clues(roster, written)
    if written.code in clues:
        return []
    digits = _by_digits(written.code, roster.once(_names)) - {written.code}
    return sorted((clues & digits) or clues or digits)


def _clues(roster: Roster, written: WrittenCode) -> set[str]:
    """Return what the file's name, the name given and the comment tell."""
    record, names = written.record, roster.once(_names)
    given = [record.places.comment(*written.keys)]
    if isinstance(record, Municipality):
        given += [record.full_name, record.name]
    elif isinstance(record, Team) and record.printed and record.printed.municipality:
        given.append(record.printed.municipality)
    named = next((code for text in given if (code := _code_of(roster, text))), "")
    return {code for code in (record.stem.partition("-")[0], named) if code in names}


def _by_digits(code: str, names: Names) -> set[str]:
    """Return the codes that have lost a leading zero, the check digit, or both."""
    narrow = unicodedata.normalize("NFKC", code)
    digits = "".join(letter for letter in narrow if "0" <= letter <= "9")
    body = digits.zfill(_LENGTH - 1)[: _LENGTH - 1]
    found = {digits.zfill(_LENGTH)[-_LENGTH:], digits.lstrip("0").zfill(_LENGTH)}
    found |= {body + check_digit(body)} if len(digits) <= _LENGTH else set()
    return {each for each in found if digits and is_sound(each) and each in names}


def _names(roster: Roster) -> Names:
    """Return the official municipalities; in a made-up roster its own."""
    if table := official_table(roster):
        return {code: each.prefecture + each.name for code, each in table.items()}
    return {each.code: each.full_name for each in roster.municipalities if is_sound(each.code)}


def _code_of(roster: Roster, name: str) -> str:
    """Return the code of the one municipality that a name may be of, with prefecture or without."""
    codes = roster.once(_by_name).get(folded(name), frozenset())
    return next(iter(codes)) if len(codes) == 1 else ""


def _by_name(roster: Roster) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for code, full in roster.once(_names).items():
        for name in (full, full.removeprefix(prefecture_names().get(code[:2], ""))):
            found[folded(name)] = found.get(folded(name), frozenset()) | {code}
    return found
