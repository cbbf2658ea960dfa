"""Rules of references (R): codes and numbers of other records, and the names of files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related, Renaming
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import unloaded
from banso_cli.reference.codes import is_sound, may_be_municipal
from banso_cli.rules.codes.meant_codes import WrittenCode, help_for_code, references
from banso_cli.rules.codes.official import official_table
from banso_cli.rules.rule import rule
from banso_cli.yaml.place import Place


@rule()
def unknown_municipality(roster: Roster) -> Iterator[Finding]:
    """A team or an example names a municipality that has no file.

    Why: its name, prefecture and population are read from that file.

    Example:

        municipality: "014061"   # no file municipalities/014061-….yaml

    Mend: correct the code, or add the file of the municipality.

        municipality: "014079"   # municipalities/014079-niki.yaml
    """
    filed = _filed_codes(roster)
    for written in references(roster):
        code = written.code
        known = code in roster.municipality_by_code or code in filed
        if may_be_municipal(code) and not known:
            yield Finding(
                written.place,
                _("there is no file for the municipality {code}").format(code=code),
                _help_for_code(roster, written),
            )


def _filed_codes(roster: Roster) -> frozenset[str]:
    """Return the codes in the names of files: a file with another fault is there all the same."""
    names = (*(municipality.id for municipality in roster.municipalities), *roster.unread)
    folder = "municipalities/"
    filed = (name.removeprefix(folder) for name in names if name.startswith(folder))
    misplaced = (name.rpartition("/")[2] for name in unloaded(roster))
    return frozenset(stem.partition("-")[0] for stem in (*filed, *misplaced))


def _help_for_code(roster: Roster, written: WrittenCode) -> str:
    """Return the code that the file's name or the name given tells, or else the file to add."""
    code = written.code
    official = official_table(roster).get(code)
    otherwise = _("write the code of a file in municipalities/, or add the file")
    if official is not None:
        otherwise = _("add municipalities/{code}-….yaml ({name})").format(
            code=code, name=official.prefecture + official.name
        )
    return help_for_code(roster, written, otherwise)


@rule()
def unknown_period(roster: Roster) -> Iterator[Finding]:
    """Teams stand in the folder of a period that has no file.

    Why: the period's days and published figures are read from its file.

    Example:

        roster/teams/3/013455-mori.yaml   # without roster/periods/3.yaml

    Mend: add the file of the period, or move the teams to the folder of their period.

        roster/periods/3.yaml
        roster/teams/3/013455-mori.yaml
    """
    filed = {*(period.id for period in roster.periods), *roster.unread}
    filed |= {f"periods/{name.rpartition('/')[2]}" for name in unloaded(roster)}
    for number, teams in roster.teams_by_period.items():
        if roster.period(number) is None and f"periods/{number}" not in filed:
            yield Finding(
                Place.start_of(teams[0].places.path),
                _("there is no file periods/{number}.yaml").format(number=number),
                _("add the file, or move the teams to the folder of their period"),
            )


@rule(fixable=True)
def misnamed_file(roster: Roster) -> Iterator[Finding]:
    """The name of a file and what stands in it disagree.

    Why: the name is the record's id; whoever looks for a municipality looks for its file. Two files
    with one code or number have a rule of their own.

    Example:

        # roster/teams/2/014079-niki.yaml
        municipality: "013455"

    Mend: rename the file, or correct the value; `banso validate --fix --unsafe` renames it.

        # roster/teams/2/013455-mori.yaml
        municipality: "013455"
    """
    numbers = Counter(period.number for period in roster.periods)
    for period in roster.periods:
        if period.id != f"periods/{period.number}" and numbers[period.number] == 1:
            yield _misnamed(period.places.at("number"), f"{period.number}")
    filed = defaultdict[str, set[str]](set)
    for municipality in roster.municipalities:
        filed[municipality.code].add(municipality.stem)
    for municipality in roster.municipalities:
        code = municipality.code
        if is_sound(code) and len(filed[code]) == 1 and not _is_stem(municipality):
            yield _misnamed(municipality.places.at("code"), municipality.usual_stem)
    teams = Counter((team.period, team.municipality) for team in roster.teams_and_drafts)
    for team in roster.teams_and_drafts:
        named = roster.municipality_by_code.get(team.municipality)
        is_twin = teams[team.period, team.municipality] > 1  # a fault with its own rule
        if named and not is_twin and _is_stem(named) and team.stem not in filed[named.code]:
            related = (Related(named.full_name, named.places.at("code")),)
            yield _misnamed(team.places.at("municipality"), named.stem, related)


def _misnamed(place: Place, wanted: str, related: tuple[Related, ...] = ()) -> Finding:
    stem = place.path.rpartition("/")[2].removesuffix(".yaml")
    message = _("the file is named {stem}.yaml, but holds {wanted}")
    help_line = _("rename the file to {wanted}, or correct this value")
    name = f"{wanted}.yaml"
    return Finding(
        place,
        message.format(stem=stem, wanted=wanted),
        help_line.format(wanted=name),
        related,
        Renaming(place.path, name),
    )


def _is_stem(municipality: Municipality) -> bool:
    code, dash, name = municipality.stem.partition("-")
    return bool(code == municipality.code and dash and name.isascii() and name == name.lower())
