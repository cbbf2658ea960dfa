"""Rules of references (R): names and codes that records give for one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, LISTS, PREFECTURE, RANK, THEME
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS
from banso_cli.reference.codes import is_sound
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.faults import excepts
from banso_cli.rules.references.namings import Naming, namings
from banso_cli.rules.references.unknown_names import unknown_names
from banso_cli.rules.rule import rule
from banso_cli.rules.shape.meant import write
from banso_cli.text.suggestion import closest

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
    return unknown_names("unknown-agency", roster, AGENCY)


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
    return unknown_names("unknown-rank", roster, RANK)


@rule()
def unknown_theme(roster: Roster) -> Iterator[Finding]:
    """A theme is not in themes.yaml.

    Why: teams are counted by theme; a second spelling would be a second theme.

    Example:

        themes: [産業振輿]

    Mend: write the name as in themes.yaml; a theme that is new is added there first.

        themes: [産業振興]
    """
    return unknown_names("unknown-theme", roster, THEME)


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
