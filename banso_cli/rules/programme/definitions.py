"""Rules of the programme (P): the classes that programme.yaml defines, against one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.programme import Band, Programme
from banso_cli.records.roster import Roster
from banso_cli.rules.programme.labels import bounds_of
from banso_cli.rules.rule import faulty_parts, rule
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import write
from banso_cli.yaml.place import Place


def _bands(roster: Roster) -> Iterator[tuple[Programme, str, tuple[Band, ...]]]:
    if programme := roster.programme:
        yield programme, "age_bands", programme.age_bands
        yield programme, "population_bands", programme.population_bands


@rule(exceptable=False)
def impossible_bounds(roster: Roster) -> Iterator[Finding]:
    """Bounds in programme.yaml leave room for nothing: the lower one is above the upper one.

    Why: every team, member or municipality would fall outside, and be missing from the figures.

    Example:

        team_size: {least: 3, most: 2}

    Mend: write the smaller number first.

        team_size: {least: 2, most: 3}
    """
    programme = roster.programme
    if programme is None:
        return
    size, limit = programme.team_size, programme.population_limit.below
    if size.least > size.most or not size.most:
        place = programme.places.at("team_size", "least" if size.most else "most")
        words = _("no team has {least} members or more and {most} or fewer")
        yield _impossible(place, words.format(least=size.least, most=size.most))
    if not limit:
        place = programme.places.at("population_limit", "below")
        words = _("no municipality has fewer than {below} people")
        yield _impossible(place, words.format(below=limit))
    for _programme, key, bands in _bands(roster):
        for index, band in enumerate(bands):
            if _is_impossible(band):
                words = _("'{name}': no number is {least} or more and less than {below}")
                message = words.format(name=band.name, least=band.least, below=band.below)
                wrong = next(_against_name(band), None)
                place = programme.places.at(key, index, wrong[0] if wrong else "below")
                help_line = write(f"{wrong[0]}: {wrong[1]}") if wrong else ""
                yield _impossible(place, message, help_line)


def _impossible(place: Place, message: str, help_line: str = "") -> Finding:
    return Finding(place, message, help_line or _("correct one of the two numbers"))


def _is_impossible(band: Band) -> bool:
    return band.below is not None and band.least >= band.below


@rule()
def band_boundary(roster: Roster) -> Iterator[Finding]:
    """A band does not begin where the one before it ends.

    Why: what lies in two bands is counted in the first alone, and what lies in none is missing.

    Example:

        age_bands:
          - {name: 若手, below: 30}
          - {name: 中堅以上, least: 35}

    Mend: let each band begin where the one before it ends.

        age_bands:
          - {name: 若手, below: 35}
          - {name: 中堅以上, least: 35}
    """
    faulty = faulty_parts(roster)
    for programme, key, bands in _bands(roster):
        if any(map(_is_impossible, bands)):
            continue  # told already; where the next one should begin is not known
        for index, (before, band) in enumerate(pairwise(bands)):
            is_told = (
                before.name == band.name
                or "below" in dict(_against_name(before))
                or "least" in dict(_against_name(band))
                or any(programme.places.at(key, at) in faulty for at in (index, index + 1))
            )
            if band.least != before.below and not is_told:
                yield _off_boundary(programme, key, index + 1, before, band)
        if key == "population_bands" and bands:
            yield from _open_ends(programme, bands)


def _off_boundary(programme: Programme, key: str, index: int, before: Band, band: Band) -> Finding:
    message = _("'{name}' begins at {least}, but '{before}' ends at {below} already")
    help_line = _("write least: {below}, or correct the end of '{before}'")
    if before.below is None:
        message = _("'{name}' begins at {least}, but '{before}' has no end")
        help_line = _("write below: {least} for '{before}', and put the smallest band first")
    elif band.least < before.below:
        message = _("'{name}' begins at {least}, before '{before}' ends at {below}")
    words = {"name": band.name, "before": before.name, "least": band.least, "below": before.below}
    end = programme.places.at(key, index - 1, "below")
    return Finding(
        programme.places.at(key, index, "least"),
        message.format(**words),
        help_line.format(**words),
        (Related(_("the end of the band before"), end),),
    )


def _open_ends(programme: Programme, bands: tuple[Band, ...]) -> Iterator[Finding]:
    """Yield the populations below the first band, and between the last one and the limit."""
    first, last, limit = bands[0], bands[-1], programme.population_limit.below
    if first.least:
        yield Finding(
            programme.places.at("population_bands", 0, "least"),
            _("no band holds a population below {least}").format(least=first.least),
            _("delete 'least' of the first band, or add a band before it"),
        )
    if last.below is not None and last.below < limit:
        yield Finding(
            programme.places.at("population_bands", len(bands) - 1, "below"),
            _("no band holds a population of {below} or more").format(below=last.below),
            _("delete 'below' of the last band, or add a band after it"),
        )


@rule()
def contradicting_label(roster: Roster) -> Iterator[Finding]:
    """The name of a band tells other bounds than those it is counted by.

    Why: readers take the figure for what the name says.

    Example:

        population_bands:
          - {name: 1万人未満, below: 20000}
          - {name: その他, least: 20000}

    Mend: correct the number, or the name.

        population_bands:
          - {name: 2万人未満, below: 20000}
          - {name: その他, least: 20000}
    """
    faulty = faulty_parts(roster)
    for programme, key, bands in _bands(roster):
        names = [band.name for band in bands]
        limit = programme.population_limit.below if key == "population_bands" else None
        for index, band in enumerate(bands):
            wrong = next(_against_name(band, limit), None)
            is_told = _is_impossible(band) or programme.places.at(key, index) in faulty
            if wrong is None or is_told or names.count(band.name) > 1:
                continue
            side, number = wrong
            words = _("the name '{name}' does not go with {found}")
            help_line = _("write {side}: {number}, or correct the name")
            if number is None:
                help_line = _("delete '{side}', or correct the name")
            yield Finding(
                programme.places.at(key, index, side),
                words.format(name=band.name, found=_written(band)),
                help_line.format(side=side, number=number),
            )


def _against_name(band: Band, limit: int | None = None) -> Iterator[tuple[str, int | None]]:
    """Yield the bounds that a name contradicts, with those that it tells, None for no upper end.

    An end at the limit of the programme is none: nothing that is counted lies beyond.
    """
    told = bounds_of(as_meant(band.name))
    if told is None:
        return
    if told.least and band.least not in told.least:
        yield "least", min(told.least)
    if told.below and band.below not in told.below:
        yield "below", min(told.below)
    if not told.below and band.below is not None and (limit is None or band.below < limit):
        yield "below", None


def _written(band: Band) -> str:
    bounds = {"least": band.least, "below": band.below}
    written = _(", ").join(f"{key}: {each}" for key, each in bounds.items() if each)
    return written or _("a band without bounds")
