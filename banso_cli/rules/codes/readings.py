"""Rules of codes (C): reading, county and position of a municipality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.municipality import Municipality, Office
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import OfficialMunicipality
from banso_cli.reference.romaji import romaji
from banso_cli.rules.codes.official import is_fictional, official_table
from banso_cli.rules.rule import faulty_parts, rule
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import write

_HIRAGANA = re.compile("[ぁ-ゖー]+")
_LATIN = re.compile("[A-Za-z][A-Za-z' -]*")

_SOUTH, _NORTH = Decimal("20.4"), Decimal("45.6")
_WEST, _EAST = Decimal("122.9"), Decimal("154.0")
"""The ends of Japan in degrees: 沖ノ鳥島, 択捉島, 与那国島, 南鳥島 (国土地理院)."""


def _official(roster: Roster) -> Iterator[tuple[Municipality, OfficialMunicipality]]:
    """Yield the municipalities whose code and name go together, with what is official of them."""
    table = official_table(roster)
    for municipality in roster.municipalities:
        official = table.get(municipality.code)
        if official is not None and as_meant(municipality.name) == official.name:
            yield municipality, official


@rule()
def unofficial_reading(roster: Roster) -> Iterator[Finding]:
    """The kana of a municipality are not the official reading of its name.

    Why: 森町 is もりまち both in 北海道 and in 静岡県, but 河北町 is かほくちょう; people look a
    municipality up by its reading.

    Example:

        kana: にきまち   # 仁木町

    Mend: write the official reading in hiragana.

        kana: にきちょう   # 仁木町
    """
    for municipality, official in _official(roster):
        kana = as_meant(municipality.kana)
        if _HIRAGANA.fullmatch(kana) and kana != official.kana:
            words = _("{name} is read '{official}', not '{kana}'")
            shown = {"name": official.name, "official": official.kana, "kana": municipality.kana}
            place = municipality.places.at("kana")
            yield Finding(place, words.format(**shown), write(official.kana))


@rule()
def unofficial_county(roster: Roster) -> Iterator[Finding]:
    """The county of a municipality is not the official one, or missing, or a city has one.

    Why: the county tells towns of one name apart; every other list of municipalities prints it.

    Example:

        county: 札幌郡   # 仁木町

    Mend: write the official county; leave the line out for a city.

        county: 余市郡   # 仁木町
    """
    faulty = faulty_parts(roster)
    for municipality, official in _official(roster):
        county = municipality.county
        if county is None and faulty and municipality.places.at() in faulty:
            continue  # the county may be what is at fault
        if county is None and official.county:
            words = _("{name} belongs to {county}, but 'county' is missing")
            message = words.format(name=official.name, county=official.county)
            help_line = _("add a line '{line}'").format(line=f"county: {official.county}")
            yield Finding(municipality.places.at("name"), message, help_line)
        elif county is not None and as_meant(county) not in {"", official.county}:
            words = _("the county of {name} is not '{county}'")
            message = words.format(name=official.name, county=county)
            none = _("delete the line: {name} belongs to no county").format(name=official.name)
            help_line = write(official.county) if official.county else none
            yield Finding(municipality.places.at("county"), message, help_line)


@rule()
def romaji_mismatch(roster: Roster) -> Iterator[Finding]:
    """The romaji of a municipality are not Latin letters, or not those of its reading.

    Why: files are named after them, and readers abroad know the municipality by them. How long
    vowels and ん before b, m and p are written is left open.

    Example:

        romaji: Nikki-cho   # にきちょう

    Mend: write the reading in Latin letters.

        romaji: Niki-cho   # にきちょう
    """
    readings = [(each, official.kana) for each, official in _official(roster)]
    if is_fictional(roster):
        readings = [(each, as_meant(each.kana)) for each in roster.municipalities]
    for municipality, kana in readings:
        written, due = as_meant(municipality.romaji), romaji(as_meant(municipality.name), kana)
        is_judged = written and _HIRAGANA.fullmatch(kana)  # else a rule of text tells of it
        if is_judged and (not _LATIN.fullmatch(written) or _sound(written) != _sound(due)):
            words = _("'{romaji}' is not the reading '{kana}' in Latin letters")
            message = words.format(romaji=municipality.romaji, kana=kana)
            yield Finding(municipality.places.at("romaji"), message, write(due))


def _sound(text: str) -> str:
    """Return romaji without what is written in several ways: Ohfunato-Shi, Kyōtamba-cho."""
    letters = "".join(letter for letter in text.casefold() if letter.isalpha())
    letters = re.sub("o[ouh](?![aeiou])|oo", "o", letters)
    return re.sub("m(?=[bmp])", "n", re.sub("uu", "u", letters))


@rule()
def office_outside_japan(roster: Roster) -> Iterator[Finding]:
    """The office of a municipality lies outside Japan.

    Why: latitude and longitude are exchanged or mistyped, and a map would show another place.

    Example:

        office: {latitude: 140.766, longitude: 43.151, source: 地図}

    Mend: exchange the two, or correct the digits.

        office: {latitude: 43.151, longitude: 140.766, source: 地図}
    """
    for municipality in roster.municipalities:
        office = municipality.office
        if office is None or _is_in_japan(office.latitude, office.longitude):
            continue
        key = "longitude" if _SOUTH <= office.latitude <= _NORTH else "latitude"
        words = _("latitude {latitude}, longitude {longitude} is not in Japan")
        message = words.format(latitude=office.latitude, longitude=office.longitude)
        yield Finding(municipality.places.at("office", key), message, _help_for(office))


def _help_for(office: Office) -> str:
    if _is_in_japan(office.longitude, office.latitude):
        words = _("exchange the two: latitude: {latitude}, longitude: {longitude}")
        return words.format(latitude=office.longitude, longitude=office.latitude)
    return _(
        "write degrees as decimals: latitude from {south} to {north}, longitude from {west} to "
        "{east}"
    ).format(south=_SOUTH, north=_NORTH, west=_WEST, east=_EAST)


def _is_in_japan(latitude: Decimal, longitude: Decimal) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
