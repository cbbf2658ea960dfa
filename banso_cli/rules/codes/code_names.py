"""Rules of codes: whether a code, its name and its prefecture belong together, and stand once."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.reference.codes import is_sound
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.codes.official import is_fictional, official_table, real_part
from banso_cli.rules.rule import again, rule
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import write


@rule()
def unofficial_name(roster: Roster) -> Iterator[Finding]:
    """The name of a municipality is not the official one of its code.

    Why: 南木曾町 in a source is 南木曽町 officially; figures are joined by name as well as by code.

    Example:

        code: "204234"
        name: 南木曾町

    Mend: write the official name; in a team's file, what the source prints goes into `printed`.

        code: "204234"
        name: 南木曽町
    """
    for municipality in roster.municipalities:
        code, name = municipality.code, municipality.name
        official = official_table(roster).get(code)
        right = official.name if official else name
        if name != right and as_meant(name) not in {"", right}:
            words = _("the official name of {code} is '{official}', not '{name}'")
            yield Finding(
                municipality.places.at("name"),
                words.format(code=code, official=right, name=name),
                _("write {name}, or correct the code").format(name=right),
            )


@rule(exceptable=False)
def real_municipality(roster: Roster) -> Iterator[Finding]:
    """A roster of made-up data has a municipality that exists, or its code.

    Why: programme.yaml declares all of it made up; nothing made up is told of a real municipality.

    Example:

        code: "014079"
        name: 仁木町
        prefecture: 北海道

    Mend: make up a name and a code that no municipality has; or delete `fictional: true`.

        code: "017108"
        name: 空色里町
        prefecture: 北海道
    """
    for municipality in roster.municipalities if is_fictional(roster) else ():
        if real := real_part(municipality):
            key, message = real
            help_line = _("make up a name and a code that no municipality has")
            yield Finding(municipality.places.at(key), message, help_line)


@rule()
def prefecture_mismatch(roster: Roster) -> Iterator[Finding]:
    """The first two digits of a code are those of another prefecture.

    Why: either the code or the prefecture is mistaken, and both are counted.

    Example:

        code: "014079"
        prefecture: 青森県

    Mend: correct the prefecture, or the code.

        code: "014079"
        prefecture: 北海道
    """
    names = prefecture_names()
    for municipality in roster.municipalities:
        code, prefecture = municipality.code, municipality.prefecture
        right = names.get(code[:2])
        if is_sound(code) and right and prefecture in names.values() and right != prefecture:
            words = _("the code {code} belongs to {right}, not to {prefecture}")
            message = words.format(code=code, right=right, prefecture=prefecture)
            yield Finding(municipality.places.at("prefecture"), message, write(right))


@rule()
def repeated_code(roster: Roster) -> Iterator[Finding]:
    """Two files have the same municipal code.

    Why: a code is one municipality; a reference to it could mean either file.

    Example:

        # roster/municipalities/014079-niki.yaml and 014079-niki-cho.yaml
        code: "014079"

    Mend: keep one of the two files, or correct the code in one.
    """
    files = sorted(roster.municipalities, key=lambda found: found.id)
    for code, place, related in again((each.code, each, ("code",)) for each in files):
        message = _("the code {code} stands in two files").format(code=code)
        yield Finding(place, message, _("keep one of the two files"), related)
