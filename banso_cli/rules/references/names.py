"""Rules of references (R): names and codes that records give for one another.

Names that no list has are told where they are given, or in the list where that is at fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, LISTS, PREFECTURE, RANK, THEME, NameList
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Related, Replacement
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS
from banso_cli.reference.codes import is_sound
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.references.namings import Naming, names_given, namings
from banso_cli.rules.rule import excepts, rule
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import closest, proposal, write

_WITHOUT_OWN_RULE = tuple(each for each in LISTS if each not in {AGENCY, RANK, THEME, PREFECTURE})


@rule()
def unknown_agency(roster: Roster) -> Iterator[Finding]:
    """A body is not in agencies.yaml.

    Why: members are counted by body; a second spelling would be a second body.

    Example:

        agency: 農水省

    Mend: write the name as in agencies.yaml; a body that is new is added there first.

        agency: 農林水産省
    """
    return _unknown_names(roster, AGENCY)


@rule()
def unknown_rank(roster: Roster) -> Iterator[Finding]:
    """A rank is none of the published classes.

    Why: members are counted by the classes of programme.yaml.

    Example:

        rank: 主査級

    Mend: write a class of programme.yaml; what the source prints goes into `printed`.

        rank: 係長級
        printed: {rank: 主査級}
    """
    return _unknown_names(roster, RANK)


@rule()
def unknown_theme(roster: Roster) -> Iterator[Finding]:
    """A theme is not in themes.yaml.

    Why: teams are counted by theme; a second spelling would be a second theme.

    Example:

        themes: [産業振輿]

    Mend: write the name as in themes.yaml; a theme that is new is added there first.

        themes: [産業振興]
    """
    return _unknown_names(roster, THEME)


@rule(fixable=True)
def unknown_prefecture(roster: Roster) -> Iterator[Finding]:
    """A prefecture is none of the 47.

    Why: municipalities are counted by prefecture and by region.

    Example:

        prefecture: 岩手

    Mend: write the whole name, with 都, 道, 府 or 県.

        prefecture: 岩手県
    """
    for naming in namings(roster, PREFECTURE):
        if naming.is_unknown:
            finding = naming.unknown()
            right = _by_code(naming)
            meant = closest(naming.name, naming.names.known)
            if right and meant in ("", right):
                fix = Replacement(naming.place, right) if meant else None
                finding = replace(finding, help=write(right), fix=fix)
            elif not meant:
                finding = replace(finding, help=_("write the name of one of the 47 prefectures"))
            yield finding


def _by_code(naming: Naming) -> str:
    """Return the prefecture that a municipality's code tells; empty for what has no code."""
    code = naming.record.code if isinstance(naming.record, Municipality) else ""
    return prefecture_names().get(code[:2], "") if is_sound(code) else ""


@rule()
def unknown_attribute(roster: Roster) -> Iterator[Finding]:
    """A gender or track is none of the classes in programme.yaml.

    Why: members are counted by these classes; another word would be a class of its own.

    Example:

        track: 技術官

    Mend: write a class of `genders` or `tracks` in programme.yaml.

        track: 技官
    """
    for naming in namings(roster, *_WITHOUT_OWN_RULE):
        is_personal = naming.keys[-1] in PERSONAL_KEYS and roster.is_public
        is_told = is_personal and not excepts(naming.record, "personal-attribute")
        if naming.is_unknown and not is_told:
            yield naming.unknown()


@rule(fixable=True)
def alias_for_name(roster: Roster) -> Iterator[Finding]:
    """An alias stands where the name is due.

    Why: one word for one thing; what a source prints otherwise goes into `printed`.

    Example:

        agency: 子ども家庭庁

    Mend: write the name; `banso validate --fix` does it.

        agency: こども家庭庁
    """
    for naming in namings(roster, *LISTS):
        if naming.is_alias:
            yield naming.alias()


def _unknown_names(roster: Roster, listed: NameList) -> Iterator[Finding]:
    """Yield what is unknown: a name that several give alike is missing or mistyped in the list.

    A record with an exception from the rule is told by itself.
    """
    used = names_given(roster, listed)
    alike: dict[str, list[Naming]] = {}
    for naming in namings(roster, listed):
        if naming.is_unknown and excepts(naming.record, f"unknown-{listed.id}"):
            yield naming.unknown()
        elif naming.is_unknown:
            alike.setdefault(naming.name, []).append(naming)
    if alike and _are_lost(alike):
        return
    for name, group in alike.items():
        names = group[0].names
        meant = closest(name, names.known, names.aliases)
        if len(group) == 1 or meant in used:
            yield from (naming.unknown() for naming in group)
        elif meant and names.record is not None:
            yield _mistyped_in_list(names.record, meant, group)
        else:
            yield _not_in_list(group)


def _are_lost(alike: Mapping[str, Sequence[Naming]]) -> bool:
    """Tell whether the names are those that the list had before another was written over them.

    It is told of the list then: a name stands twice in it, or a placeholder.
    """
    names = next(group[0].names for group in alike.values())
    listed = [as_meant(name) for name in names.all]
    slips = len(listed) - len({*listed} - {""})
    return len(alike) <= slips and not any(
        len(group) == 1 and closest(name, names.known, names.aliases)
        for name, group in alike.items()
    )


def _mistyped_in_list(record: Record, written: str, group: Sequence[Naming]) -> Finding:
    """Return the finding at the entry that nobody gives, while several give a name like it."""
    name, names = group[0].name, group[0].names
    words = _("nobody gives '{written}', but '{name}' is given {count} times")
    return Finding(
        record.places.at(names.list.key, names.all.index(written), "name"),
        words.format(written=written, name=name, count=len(group)),
        proposal([name]),
        (Related(_("given here"), group[0].place),),
    )


def _not_in_list(group: Sequence[Naming]) -> Finding:
    """Return the finding at the first of several that give the same name."""
    first, *others = group
    again = _("given here as well, {count} times in all").format(count=len(group))
    return replace(first.unknown(), related=(Related(again, others[0].place),))
