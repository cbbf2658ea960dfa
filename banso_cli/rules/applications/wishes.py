"""Rules of applications (A): what officers and municipalities wish."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _, plural
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule

_MOST = 3


@rule()
def unknown_place(roster: Roster) -> Iterator[Finding]:
    """An officer names a place that is no region, prefecture or code of a municipality.

    Why: it is met by no municipality; a wish would be lost, or an exclusion overlooked.

    Example:

        wishes: [北海, "014061"]

    Mend: write a region of programme.yaml, a prefecture, or a code in quotes.

        wishes: [北海道, "014079"]
    """
    codes = frozenset(roster.municipality_by_code)
    known = codes.union(roster.names["region"].all, roster.names["prefecture"].all)
    help_line = _("write a region, a prefecture, or the code of a municipality that has a file")
    for each in roster.of(OfficerApplication) if roster.programme else ():
        stays = (each.stays,) if each.stays is not None else ()
        named = (("wishes", each.wishes, known), ("excluded", each.excluded, known))
        for key, places, fit in (*named, ("stays", stays, codes)):
            for at, place in enumerate(places):
                if place not in fit:
                    message = _("there is no place '{place}'").format(place=place)
                    yield Finding(each.places.at(key, at), message, help_line)


@rule()
def strength_out_of_range(roster: Roster) -> Iterator[Finding]:
    """The strength of an officer in a theme is not 1, 2 or 3.

    Why: points are given for these three.

    Example:

        themes:
          - {theme: 観光, strength: 5}

    Mend: write 3 for the most able, 1 for the least.

        themes:
          - {theme: 観光, strength: 3}
    """
    for each in roster.of(OfficerApplication):
        for at, able in enumerate(each.themes):
            if not 1 <= able.strength <= _MOST:
                yield Finding(
                    each.places.at("themes", at, "strength"),
                    _("the strength is {found}, not 1 to 3").format(found=able.strength),
                    _("write 1, 2 or 3; 3 is the most able"),
                )


@rule()
def too_many_wishes(roster: Roster) -> Iterator[Finding]:
    """An application names more than three wishes, issues or bodies, or no issue.

    Why: they are weighed in their order, and there are weights for three.

    Example:

        issues: [観光, 環境, 産業振興, 移住・定住]

    Mend: keep the first three; a municipality names one issue at least.

        issues: [観光, 環境, 産業振興]
    """
    applied = (*roster.of(OfficerApplication), *roster.of(MunicipalityApplication))
    for each in applied:
        for key in {"wishes", "issues", "agencies"} & type(each).model_fields.keys():
            count = len(getattr(each, key))
            if count > _MOST or (key == "issues" and not count):
                yield Finding(
                    each.places.key(key),
                    plural("there is {count}", "there are {count}", count),
                    _("name at most three, and one issue at least"),
                )


@rule()
def contradicting_wishes(roster: Roster) -> Iterator[Finding]:
    """An officer wishes for a place that the same application excludes, or may go nowhere.

    Why: an exclusion holds against every wish; without any place left the officer cannot be seated.

    Example:

        wishes: [北海道]
        excluded: [北海道]

    Mend: take the place out of one of the two lists; with `elsewhere: false` name a wish.

        wishes: [北海道]
    """
    for each in roster.of(OfficerApplication):
        for key, places in (("wishes", each.wishes), ("stays", (each.stays,))):
            for at, place in enumerate(places):
                found = {place, *_around(roster, place)} & {*each.excluded} if place else ()
                if found:
                    words = _("'{place}' is excluded as well, by '{other}'")
                    if place in found:
                        words = _("'{place}' is excluded as well")
                    message = words.format(place=place, other=min(found))
                    help_line = _("take it out of 'excluded', or out of here")
                    yield Finding(each.places.at(key, at), message, help_line)
        if not each.elsewhere and not each.wishes and each.stays is None:
            yield Finding(
                each.places.at("elsewhere"),
                _("the officer may go nowhere: there is no wish"),
                _("name a wish, or delete the line 'elsewhere'"),
            )


def _around(roster: Roster, place: str) -> tuple[str, ...]:
    """Return the prefecture and the region that a place lies in, where it is none of these."""
    municipality, programme = roster.municipality_by_code.get(place), roster.programme
    prefecture = municipality.prefecture if municipality else place
    region = programme.region_of(prefecture) if programme else None
    return (prefecture, region) if region else (prefecture,)


@rule()
def stays_without_team(roster: Roster) -> Iterator[Finding]:
    """An officer wants to stay where there was no team in the period before.

    Why: staying earns points, which only a former member may.

    Example:

        stays: "014079"   # no team of period 2

    Mend: write the code of the former team's municipality, or delete the line.

        stays: "013455"
    """
    for each in roster.of(OfficerApplication):
        before = roster.teams_by_period.get(each.period - 1)
        if before is None or each.stays is None:
            continue
        bodies = {t.municipality: {m.agency for m in t.members} for t in before}
        if each.agency not in bodies.get(each.stays, ()):
            words = _("no team of period {period} had a member of {agency} there")
            yield Finding(
                each.places.at("stays"),
                words.format(period=each.period - 1, agency=each.agency),
                _("write the code of the former team's municipality, or delete the line"),
            )
