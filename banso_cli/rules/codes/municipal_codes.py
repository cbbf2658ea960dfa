"""Rules of codes (C): whether a municipal code is one, and that of a municipality of today."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster
from banso_cli.reference.codes import (
    abolished_municipalities,
    city_of_ward,
    has_form,
    is_prefecture,
    is_sound,
    is_unlisted,
)
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.codes.meant_codes import WrittenCode, help_for_code, sure_code, written_codes
from banso_cli.rules.codes.official import is_fictional
from banso_cli.rules.references.namings import namesake
from banso_cli.rules.rule import rule
from banso_cli.text.meaning import as_meant
from banso_cli.yaml.place import Place


def _wide_as_code(code: str) -> str:
    """Return the code that full-width digits stand for; empty where they stand for none."""
    narrow = unicodedata.normalize("NFKC", code)
    return narrow if narrow != code and has_form(narrow) else ""


def _is_malformed(code: str) -> bool:
    """Tell whether a code has neither the form, nor had it but for what other rules tell."""
    meant = as_meant(code)
    return bool(meant) and not any(has_form(each) or _wide_as_code(each) for each in (code, meant))


def malformed_places(roster: Roster) -> frozenset[Place]:
    """Return where codes stand that do not have six digits."""
    return frozenset(each.place for each in written_codes(roster) if _is_malformed(each.code))


@rule(fixable=True)
def malformed_code(roster: Roster) -> Iterator[Finding]:
    """A municipal code is not six half-width digits.

    Why: 全国地方公共団体コード has two digits for the prefecture, three for the municipality and
    one check digit; a leading zero that was lost makes it another code.

    Example:

        code: "13455"

    Mend: write six half-width digits in quotes.

        code: "013455"
    """
    for written in written_codes(roster):
        if _is_malformed(written.code):
            sure = sure_code(roster, written)
            otherwise = _('write six half-width digits in quotes, such as "013455"')
            yield Finding(
                written.place,
                _("'{code}' is not a code of six digits").format(code=written.code),
                help_for_code(roster, written, otherwise),
                fix=Replacement(written.place, f'"{sure}"') if sure else None,
            )


@rule(fixable=True)
def full_width_code(roster: Roster) -> Iterator[Finding]:
    """A municipal code is written in full-width digits.

    Why: codes are compared letter by letter; ０１３４５５ is not 013455.

    Example:

        code: "０１３４５５"

    Mend: write half-width digits; `banso validate --fix` does it.

        code: "013455"
    """
    for written in written_codes(roster):
        if narrow := _wide_as_code(written.code):
            yield Finding(
                written.place,
                _("'{code}' is written in full-width digits").format(code=written.code),
                _('write "{text}"').format(text=narrow),
                fix=Replacement(written.place, f'"{narrow}"'),
            )


@rule()
def wrong_check_digit(roster: Roster) -> Iterator[Finding]:
    """The last digit of a municipal code does not follow from the others.

    Why: the check digit exists to show a mistyped code (総務省「全国地方公共団体コード仕様」).

    Example:

        code: "013456"

    Mend: check the code against the official table; one of its digits is mistyped.

        code: "013455"
    """
    for written in written_codes(roster):
        code = written.code
        if has_form(code) and not is_sound(code):
            otherwise = _("look the code up in the official table")
            if is_fictional(roster):
                words = _('check the code; with the right check digit it is "{code}"')
                otherwise = words.format(code=code[:5] + check_digit(code[:5]))
            message = _("the check digit of {code} is wrong").format(code=code)
            yield Finding(written.place, message, help_for_code(roster, written, otherwise))


@rule()
def not_a_municipality_code(roster: Roster) -> Iterator[Finding]:
    """A code is that of a prefecture or of a ward where a municipality is due.

    Why: the programme supports municipalities; the wards of designated cities are parts of one.

    Example:

        municipality: "011011"   # 札幌市中央区

    Mend: write the code of the municipality.

        municipality: "011002"   # 札幌市
    """
    for written in written_codes(roster):
        code = written.code
        if is_sound(code) and is_prefecture(code):
            name = prefecture_names()[code[:2]]
            yield Finding(
                written.place,
                _("{code} is the code of {name}, a prefecture").format(code=code, name=name),
                help_for_code(roster, written, _("write the code of the municipality")),
            )
        elif is_sound(code) and (city := city_of_ward(code)):
            yield Finding(
                written.place,
                _("{code} is the code of a ward of {name}").format(code=code, name=city.name),
                _('write "{code}" ({name})').format(code=city.code, name=city.name),
            )


@rule()
def abolished_code(roster: Roster) -> Iterator[Finding]:
    """A code belongs to a municipality that no longer exists.

    Why: after a merger or a change of rank (町 to 市) the new code is the one that figures have.

    Example:

        code: "033057"   # 滝沢村

    Mend: write the code of the municipality that it is now.

        code: "032166"   # 滝沢市
    """
    for written in () if is_fictional(roster) else written_codes(roster):
        if old := abolished_municipalities().get(written.code):
            now = official_municipalities()[old.successor]
            words = _("{code} was the code of {name}, until {day}")
            yield Finding(
                written.place,
                words.format(code=written.code, name=old.name, day=old.abolished),
                _('write "{code}" ({name})').format(code=now.code, name=now.prefecture + now.name),
            )


@rule()
def unknown_code(roster: Roster) -> Iterator[Finding]:
    """No municipality has this code.

    Why: codes and names are checked against the official table of 1,741 municipalities.

    Example:

        code: "019992"
        name: 仁木町

    Mend: look the code up in the official table.

        code: "014079"
        name: 仁木町
    """
    for municipality in () if is_fictional(roster) else roster.municipalities:
        code = municipality.code
        if is_unlisted(code) and namesake(roster, municipality) is None:
            written = WrittenCode(code, municipality, ("code",))
            message = _("no municipality has the code {code}").format(code=code)
            otherwise = _("look the code up in the official table")
            yield Finding(written.place, message, help_for_code(roster, written, otherwise))
