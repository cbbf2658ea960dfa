"""Rules of privacy (V): what a roster must not tell of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS
from banso_cli.rules.privacy.contacts import mail_addresses, telephone_numbers
from banso_cli.rules.rule import rule
from banso_cli.rules.shape.meant import not_in_public
from banso_cli.rules.text.texts import Written, matching, suspects
from banso_cli.text.sieve import ADDRESS_KEYS

_KANJI = "[一-鿿々]"


@cache
def _person() -> re.Pattern[str]:
    """Two to five kanji before a polite ending; 町長さん, 住民の皆様 and 同様 are no names."""
    return re.compile(
        rf"(?<!{_KANJI})(?!各|同|両|諸|皆){_KANJI}{{2,5}}[ 　]?([ぁ-ゖ]{{1,3}})?"
        rf"(?<![長員民者皆業])(氏|様|さん|殿)(?!{_KANJI})"
    )


_TOLD = frozenset({"subject", "next", "places", "notes", "note", "assumptions"}) | {
    *("reason", "remarks", "text", "title")
}


@rule()
def mail_address(roster: Roster) -> Iterator[Finding]:
    """A text holds a mail address.

    Why: the roster is published; an address reaches a person.

    Example:

        next: 資料は yamada@example.jp へ

    Mend: delete it; name an office, not a person.

        next: 資料は企画課へ
    """
    for written in suspects(roster):
        for start, end in mail_addresses(written.text):
            yield _contact(written, start, end, _("a mail address stands here"))


@rule()
def telephone_number(roster: Roster) -> Iterator[Finding]:
    """A text holds a telephone number.

    Why: the roster is published; a number reaches a person.

    Example:

        next: 日程は 03-0000-0000 で調整

    Mend: delete it; name an office, not a person.

        next: 日程は企画課と調整
    """
    for written in suspects(roster):
        if written.key not in ADDRESS_KEYS:
            for start, end in telephone_numbers(written.text):
                yield _contact(written, start, end, _("a telephone number stands here"))


def _contact(written: Written, start: int, end: int, message: str) -> Finding:
    help_line = _("delete it; name an office, not a person")
    return Finding(written.part(start, end), message, help_line)


@rule(severity=Severity.WARNING)
def personal_name(roster: Roster) -> Iterator[Finding]:
    """A text seems to name a person.

    Why: officers are recorded by body and rank, never by name, and visits by place.

    Example:

        subject: 甲野町長、乙川太郎氏との意見交換

    Mend: write the office held instead of the name.

        subject: 町長、商工会長との意見交換
    """
    told = (found for found in matching(roster, _person()) if found[0].key in _TOLD)
    for _written, place, name in told:
        message = _("'{name}' seems to be the name of a person").format(name=name)
        help_line = _("write the office held instead of the name, such as 町長")
        yield Finding(place, message, help_line)


@rule()
def personal_attribute(roster: Roster) -> Iterator[Finding]:
    """A public roster records gender, track or age of a member.

    Why: programme.yaml declares this roster public; personal attributes are kept elsewhere.

    Example:

        members:
          - {agency: 総務省, rank: 補佐級, age: 34}

    Mend: delete the lines; keep them in a roster that is not published.

        members:
          - {agency: 総務省, rank: 補佐級}
    """
    if not roster.is_public:
        return
    for team in roster.teams_and_drafts:
        for keys, member in team.all_members:
            for key in PERSONAL_KEYS:
                if getattr(member, key) is not None:
                    yield Finding(
                        team.places.key(*keys, key),
                        _("'{key}' of a member stands in a public roster").format(key=key),
                        not_in_public(),
                    )


LOWEST_THRESHOLD = 3
"""With 2, merged classes could be reckoned back to single persons; with 1, nothing is withheld."""


@rule()
def low_threshold(roster: Roster) -> Iterator[Finding]:
    """The threshold of disclosure is too low to protect anybody.

    Why: with less than 3, figures of gender, track and age could be reckoned back to single
    persons.

    Example:

        disclosure_threshold: 2

    Mend: write the smallest number of people that a figure may tell of, 3 or more.

        disclosure_threshold: 5
    """
    programme = roster.programme
    if programme is not None and programme.disclosure_threshold < LOWEST_THRESHOLD:
        words = _("disclosure_threshold is {found}, less than {least}")
        yield Finding(
            programme.places.at("disclosure_threshold"),
            words.format(found=programme.disclosure_threshold, least=LOWEST_THRESHOLD),
            _("write {least} or more, such as 5").format(least=LOWEST_THRESHOLD),
        )
