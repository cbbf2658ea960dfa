"""Rules of privacy (V): what a roster must not tell of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.roster import Roster
from banso_cli.rules.rule import rule
from banso_cli.rules.texts import ADDRESS_KEYS, suspects

_MAIL = re.compile(r"[A-Za-z0-9._%+-][@＠][A-Za-z0-9-]+\.[A-Za-z0-9-]", re.ASCII)
_TELEPHONE = re.compile(
    r"(?<![0-9０-９/-])[(（]?[0０][0-9０-９]{1,4}[)）]?[-－‐(（]?[0-9０-９]{1,4}[-－‐)）][0-9０-９]{3,4}"
    r"(?![0-9０-９-])"
)
_KANJI = "[一-鿿々]"
_PERSON = re.compile(
    rf"(?<!{_KANJI})(?!各|同|両|諸|皆){_KANJI}{{2,5}}[ 　]?([ぁ-ゖ]{{1,3}})?"
    rf"(氏|様|さん|殿)(?!{_KANJI})"
)
_TOLD = frozenset(
    {
        "subject",
        "next",
        "places",
        "notes",
        "note",
        "assumptions",
        "reason",
        "remarks",
        "text",
        "title",
    }
)
_ATTRIBUTES = ("gender", "track", "age")


@rule(exceptable=False)
def mail_address(roster: Roster) -> Iterator[Finding]:
    """A text holds a mail address.

    Why: the roster is published; an address reaches a person.
    """
    for written in suspects(roster):
        if _MAIL.search(written.text):
            yield Finding(
                written.place,
                _("a mail address stands here"),
                _("delete it; name an office, not a person"),
                written.record.id,
            )


@rule(exceptable=False)
def telephone_number(roster: Roster) -> Iterator[Finding]:
    """A text holds a telephone number.

    Why: the roster is published; a number reaches a person.
    """
    for written in suspects(roster):
        if written.key not in ADDRESS_KEYS and _TELEPHONE.search(written.text):
            yield Finding(
                written.place,
                _("a telephone number stands here"),
                _("delete it; name an office, not a person"),
                written.record.id,
            )


@rule(severity=Severity.WARNING)
def personal_name(roster: Roster) -> Iterator[Finding]:
    """A text seems to name a person.

    Why: officers are recorded by body and rank, never by name, and visits by place.
    """
    for written in suspects(roster):
        match = _PERSON.search(written.text) if written.key in _TOLD else None
        if match:
            yield Finding(
                written.place,
                _("'{name}' seems to be the name of a person").format(name=match.group()),
                _("write the office held instead of the name, such as 町長"),
                written.record.id,
            )


@rule(exceptable=False)
def personal_attribute(roster: Roster) -> Iterator[Finding]:
    """A public roster records gender, track or age of a member.

    Why: programme.yaml declares this roster public; personal attributes are kept elsewhere.
    """
    if roster.programme is None or not roster.programme.public:
        return
    for team in roster.teams:
        for index, member in enumerate(team.members):
            for key in _ATTRIBUTES:
                if getattr(member, key) is not None:
                    yield Finding(
                        team.places.key("members", index, key),
                        _("'{key}' of a member stands in a public roster").format(key=key),
                        _("delete the line; programme.yaml declares this roster public"),
                        team.id,
                    )


RULES = (mail_address, telephone_number, personal_name, personal_attribute)
