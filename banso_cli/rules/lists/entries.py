"""Rules of the lists (L): names in agencies.yaml, themes.yaml and among municipalities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, THEME, Listed, NameList
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Related, Severity
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import unloaded
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import Theme
from banso_cli.reference.codes import is_unlisted
from banso_cli.rules.codes.official import is_fictional
from banso_cli.rules.references.namings import names_given, namesake, namings
from banso_cli.rules.rule import rule
from banso_cli.text.meaning import as_meant, folded


def _listed(roster: Roster) -> Iterator[tuple[Record, tuple[Listed, ...]]]:
    """Yield the names and aliases of each list, and the ids of entries that have one."""
    for names in roster.names.values():
        if names.record is not None:
            yield names.record, tuple(names.listed)
            entries = enumerate(names.entries)
            themes = ((at, entry) for at, entry in entries if isinstance(entry, Theme))
            ids = (Listed(theme.id, at, (names.list.key, at, "id")) for at, theme in themes)
            yield names.record, tuple(ids)


@rule()
def repeated_name(roster: Roster) -> Iterator[Finding]:
    """Two entries of a list have the same name, alias or id.

    Why: a member or team that gives the name could mean either.

    Example:

        themes:
          - {id: tourism, name: 観光}
          - {id: tourism, name: 環境}

    Mend: keep one of the two, or tell them apart by their names.

        themes:
          - {id: tourism, name: 観光}
          - {id: environment, name: 環境}
    """
    # An entry that stands twice with its aliases and its id is told once.
    told: set[tuple[str, int, int]] = set()
    for record, names in _listed(roster):
        first: dict[str, Listed] = {}
        for listed in names:
            earlier = first.setdefault(listed.name, listed)
            pair = (str(listed.keys[0]), listed.entry, earlier.entry)
            if earlier is not listed and (pair not in told or earlier.entry == listed.entry):
                told.add(pair)
                words = _("the name '{name}' stands twice in this list")
                yield _double(record, listed, earlier, words)


def _double(record: Record, listed: Listed, earlier: Listed, words: str) -> Finding:
    return Finding(
        record.places.at(*listed.keys),
        words.format(name=listed.name, other=earlier.name),
        _("keep one of the two, or tell them apart by their names"),
        (Related(_("first written here"), record.places.at(*earlier.keys)),),
    )


@rule()
def near_identical_name(roster: Roster) -> Iterator[Finding]:
    """Two entries of a list differ only in width, case, blanks or a variant letter.

    Why: they look alike, and records that give one and the other are counted apart.

    Example:

        themes:
          - {id: ict, name: ICT活用}
          - {id: it, name: ＩＣＴ活用}

    Mend: keep one of the two; the other spelling may be one of its aliases.

        themes:
          - {id: ict, name: ICT活用, aliases: [ＩＣＴ活用]}
    """
    for record, names in _listed(roster):
        first: dict[str, Listed] = {}
        for listed in names:
            if as_meant(listed.name) != listed.name:
                continue  # the rules of text tell of it
            earlier = first.setdefault(folded(listed.name), listed)
            if earlier.entry != listed.entry and earlier.name != listed.name:
                words = _("'{name}' differs from '{other}' only in width, case or a variant")
                yield _double(record, listed, earlier, words)


@rule()
def repeated_municipality(roster: Roster) -> Iterator[Finding]:
    """Two files describe a municipality of the same name in the same prefecture.

    Why: it is one municipality under two codes, of which no official table has the second. 森町 in
    北海道 and 森町 in 静岡県 are two.

    Example:

        # roster/municipalities/019992-niki.yaml, beside 014079-niki.yaml
        code: "019992"
        name: 仁木町

    Mend: keep the file with the official code.

        # roster/municipalities/014079-niki.yaml alone
        code: "014079"
        name: 仁木町
    """
    official = _("the file with the official code")
    first = _("first written here") if is_fictional(roster) else official
    for municipality in roster.municipalities:
        twin = namesake(roster, municipality) if is_unlisted(municipality.code) else None
        if twin is not None:
            words = _("{name} stands in two files, under two codes")
            yield Finding(
                municipality.places.at("name"),
                words.format(name=municipality.full_name),
                _("keep the file with the right code"),
                (Related(first, twin.places.at("name")),),
            )


@rule(severity=Severity.WARNING)
def unused_theme(roster: Roster) -> Iterator[Finding]:
    """No team has this theme.

    Why: it may be a leftover, or a second name of another theme.

    Example:

        themes:
          - {id: tourism, name: 観光}

    Mend: delete the theme, or give the reason to keep it.

        themes:
          - {id: tourism, name: 観光}
        exceptions:
          - {rule: unused-theme, reason: 次の期から用いる}
    """
    message = _("no team has the theme '{name}'")
    help_line = _("delete the theme, or add an exception with a reason")
    return _unused(roster, THEME, message, help_line)


@rule(severity=Severity.WARNING)
def unused_agency(roster: Roster) -> Iterator[Finding]:
    """No member comes from this body, and no other body belongs to it.

    Why: it may be a leftover, or a second name of another body.

    Example:

        agencies:
          - {name: デジタル庁, kind: 府省庁}

    Mend: delete the body, or give the reason to keep it.

        agencies:
          - {name: デジタル庁, kind: 府省庁}
        exceptions:
          - {rule: unused-agency, reason: 次の期から加わる}
    """
    message = _("no member comes from '{name}'")
    help_line = _("delete the agency, or add an exception with a reason")
    return _unused(roster, AGENCY, message, help_line)


def _unused(roster: Roster, listed: NameList, message: str, help_line: str) -> Iterator[Finding]:
    names = roster.names[listed.id]
    if names.record is None or not _all_are_read(roster):
        return
    if any(naming.is_open for naming in namings(roster, listed)):
        return  # it may stand for any of the list
    used = {as_meant(name) for name in names_given(roster, listed)}
    for index in _left_over(names.listed, used):
        yield Finding(
            names.record.places.at(listed.key, index, "name"),
            message.format(name=names.all[index]),
            help_line,
        )


def _all_are_read(roster: Roster) -> bool:
    """Tell whether there are teams, and nothing of any is missing because of a fault."""
    lost = {*roster.unread, *unloaded(roster), *(fault.record for fault in roster.faults)}
    lost |= {team.id for team in roster.teams if not team.members and not _is_partial(roster, team)}
    return bool(roster.teams) and not any(name.startswith("teams/") for name in lost)


def _is_partial(roster: Roster, team: Team) -> bool:
    period = roster.period(team.period)
    return period is not None and period.is_partial


def _left_over(names: Iterable[Listed], used: Collection[str]) -> Iterator[int]:
    """Yield the entries none of whose names is used, or looks like that of another entry."""
    by_entry: dict[int, set[str]] = {}
    entries: dict[str, set[int]] = {}
    for listed in names:
        by_entry.setdefault(listed.entry, set()).add(as_meant(listed.name))
        entries.setdefault(folded(listed.name), set()).add(listed.entry)
    for entry, own in by_entry.items():
        is_double = any(len(entries[folded(name)]) > 1 for name in own if name)
        if not own & set(used) and not is_double:
            yield entry
