"""Rules of codes (C): municipal codes, official names, prefectures and populations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Related
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.rule import rule

_CODE = re.compile("[0-9]{6}", re.ASCII)


def is_sound(code: str) -> bool:
    """Tell whether a code has six digits of which the last is the right check digit."""
    return bool(_CODE.fullmatch(code)) and check_digit(code[:5]) == code[5]


def _codes(roster: Roster) -> Iterator[tuple[str, Place, str]]:
    for municipality in roster.municipalities:
        yield municipality.code, municipality.places.at("code"), municipality.id
    for team in roster.teams:
        yield team.municipality, team.places.at("municipality"), team.id


@rule()
def malformed_code(roster: Roster) -> Iterator[Finding]:
    """A municipal code is not six half-width digits.

    Why: 全国地方公共団体コード has two digits for the prefecture, three for the municipality and
    one check digit; a leading zero that was lost makes it another code.
    """
    for code, place, record in _codes(roster):
        if not _CODE.fullmatch(code):
            yield Finding(
                place,
                _("'{code}' is not a code of six digits").format(code=code),
                _help_for_malformed(code),
                record,
            )


def _help_for_malformed(code: str) -> str:
    digits = "".join(letter for letter in code if letter.isdecimal())
    digits = str(int(digits)).zfill(6) if digits else ""
    if is_sound(digits) and digits in official_municipalities():
        name = official_municipalities()[digits].name
        return _('write "{code}" ({name})').format(code=digits, name=name)
    return _('write six half-width digits in quotes, such as "013455"')


@rule()
def wrong_check_digit(roster: Roster) -> Iterator[Finding]:
    """The last digit of a municipal code does not follow from the others.

    Why: the check digit exists to show a mistyped code (総務省「全国地方公共団体コード仕様」).
    """
    for code, place, record in _codes(roster):
        if _CODE.fullmatch(code) and not is_sound(code):
            right = code[:5] + check_digit(code[:5])
            official = official_municipalities().get(right)
            name = f" ({official.prefecture}{official.name})" if official else ""
            yield Finding(
                place,
                _("the check digit of {code} is wrong").format(code=code),
                _('check the code; with the right check digit it is "{code}"{name}').format(
                    code=right, name=name
                ),
                record,
            )


@rule()
def unknown_code(roster: Roster) -> Iterator[Finding]:
    """No municipality has this code.

    Why: codes and names are checked against the official table of 1,741 municipalities.
    """
    for municipality in roster.municipalities:
        code = municipality.code
        if is_sound(code) and code not in official_municipalities():
            yield Finding(
                municipality.places.at("code"),
                _("no municipality has the code {code}").format(code=code),
                _help_by_name(municipality.prefecture, municipality.name),
                municipality.id,
            )


def _help_by_name(prefecture: str, name: str) -> str:
    for official in official_municipalities().values():
        if (official.prefecture, official.name) == (prefecture, name):
            return _('write "{code}" ({name})').format(code=official.code, name=prefecture + name)
    return _("look the code up in the official table")


@rule()
def unofficial_name(roster: Roster) -> Iterator[Finding]:
    """The name of a municipality is not the official one of its code.

    Why: 南木曾町 in a source is 南木曽町 officially; figures are joined by name as well as by code.
    """
    for municipality in roster.municipalities:
        official = official_municipalities().get(municipality.code)
        if official and municipality.name != official.name:
            yield Finding(
                municipality.places.at("name"),
                _("the official name of {code} is '{official}', not '{name}'").format(
                    code=municipality.code, official=official.name, name=municipality.name
                ),
                _("write {name}").format(name=official.name),
                municipality.id,
            )


@rule()
def prefecture_mismatch(roster: Roster) -> Iterator[Finding]:
    """The first two digits of a code are those of another prefecture.

    Why: either the code or the prefecture is mistaken, and both are counted.
    """
    names = prefecture_names()
    for municipality in roster.municipalities:
        code, prefecture = municipality.code, municipality.prefecture
        right = names.get(code[:2])
        if is_sound(code) and right and prefecture in names.values() and right != prefecture:
            yield Finding(
                municipality.places.at("prefecture"),
                _("the code {code} belongs to {right}, not to {prefecture}").format(
                    code=code, right=right, prefecture=prefecture
                ),
                _("write {name}").format(name=right),
                municipality.id,
            )


@rule()
def repeated_code(roster: Roster) -> Iterator[Finding]:
    """Two files have the same municipal code.

    Why: a code is one municipality; a reference to it could mean either file.
    """
    first: dict[str, Place] = {}
    for municipality in sorted(roster.municipalities, key=lambda found: found.id):
        place = municipality.places.at("code")
        if municipality.code in first:
            yield Finding(
                place,
                _("the code {code} stands in two files").format(code=municipality.code),
                _("keep one of the two files"),
                municipality.id,
                (Related(_("first written here"), first[municipality.code]),),
            )
        first.setdefault(municipality.code, place)


@rule()
def population_over_limit(roster: Roster) -> Iterator[Finding]:
    """A supported municipality has as many people as the limit, or more.

    Why: the programme is for municipalities under 100,000 people, by the measure that
    programme.yaml names for the period.
    """
    programme = roster.programme
    for team in roster.teams if programme else ():
        municipality = roster.municipality_by_code.get(team.municipality)
        measure = programme.measure_in_force(team.period) if programme else None
        if programme is None or municipality is None or measure is None:
            continue
        for index, figure in enumerate(municipality.population):
            in_force = (figure.measure, figure.date) == (measure.measure, measure.date)
            if in_force and figure.value >= programme.population_limit.below:
                yield Finding(
                    municipality.places.at("population", index, "value"),
                    _("{people} people are not below the limit of {limit}").format(
                        people=figure.value, limit=programme.population_limit.below
                    ),
                    _("check the figure, or whether this municipality is supported"),
                    municipality.id,
                    (Related(_("supported here"), team.places.at("municipality")),),
                )


RULES = (
    malformed_code,
    wrong_check_digit,
    unknown_code,
    unofficial_name,
    prefecture_mismatch,
    repeated_code,
    population_over_limit,
)
