"""Rules of references (R): sources, and the fields that they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from banso_cli.locale import _
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.words import KEYS, aliases
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules.faults import faults_of
from banso_cli.rules.lists.repeats import lists_of
from banso_cli.rules.rule import rule
from banso_cli.text.suggestion import perhaps, write
from banso_cli.yaml.fault import FaultKind

_SOURCED = ("status", "themes")
"""What a list of teams does not always print, and other pages tell."""


@rule()
def unknown_source_field(roster: Roster) -> Iterator[Finding]:
    """A source stands for a field that the record does not have.

    Why: `of` is mistyped, and the field meant has no source; or the field is no longer there.

    Example:

        sources:
          - {title: 市のページ, of: [statsu]}

    Mend: write the key as it stands in the file.

        sources:
          - {title: 市のページ, of: [status, themes]}
    """
    # What is not there may be there under a key that is mistyped, which is told of already.
    mistyped = {fault.record for fault in faults_of(roster, FaultKind.UNKNOWN_KEY)}
    for record in roster.records:
        for keys, fields in lists_of(record):
            for index, field in enumerate(fields if keys[-1] == "of" else ()):
                if record.id in mistyped and _is_known(record, str(field)):
                    continue
                if message := _fault_of(record, str(field), whole=len(keys) == len(_TOP)):
                    yield Finding(
                        record.places.at(*keys, index),
                        message,
                        _help_for(record, str(field)) or _("delete it from 'of'"),
                    )


def _help_for(record: Record, field: str) -> str:
    """Return the field of the record that a mistyped name or a Japanese word means, if any."""
    if _is_known(record, field):
        return ""
    known = tuple(record.places.tree.entries)
    fields = type(record).model_fields
    titles = (str(fields[name].title) if name in fields else "" for name in known)
    words = aliases(known, titles, KEYS)
    return write(words[field]) if field in words else perhaps(field, known, words)


_TOP = ("sources", 0, "of")
"""The keys of `of` in a source of the record as a whole."""

_DUE = frozenset({"county"})
"""What a record may lack though it should have it, which another rule tells of."""


def _fault_of(record: Record, field: str, *, whole: bool) -> str:
    """Return what is wrong with a field that a source of the whole record, or a part, names."""
    if not _is_known(record, field):
        return _("such a record has no field '{key}'").format(key=field)
    is_declared = whole and field in type(record).model_fields and field not in _DUE
    if is_declared and not _is_there(record, field):
        return _("this record has no '{key}'").format(key=field)
    return ""


def _is_there(record: Record, field: str) -> bool:
    """Tell whether a field is written: its value is not the one it has where it is left out."""
    default = type(record).model_fields[field].default
    return getattr(record, field) != default or field in record.places.tree.entries


def _is_known(record: Record, field: str) -> bool:
    return field in _fields_within(type(record))


@cache
def _fields_within(declaration: type[Part]) -> frozenset[str]:
    """Return the names of the fields of a record and of its parts."""
    fields = fields_of(declaration)
    within = (_fields_within(field.part) for field in fields.values() if field.part)
    return frozenset(fields).union(*within)


@rule()
def unsourced_field(roster: Roster) -> Iterator[Finding]:
    """No source tells the status or the themes of a team.

    Why: a figure must be traced to its source. A source without `of` stands for the whole file; but
    a list cited so by teams most of which have no status cannot be what tells the status.

    Example:

        status: new
        sources:
          - {title: 一覧のページ, of: [number, municipality, members]}

    Mend: add the page that tells it, with `of`.

        status: new
        sources:
          - {title: 一覧のページ, of: [number, municipality, members]}
          - {title: 市のページ, of: [status, themes]}
    """
    unknown = {(fault.record, fault.key) for fault in roster.faults}  # there, but not read
    for teams in roster.teams_by_period.values():
        for field in _SOURCED:
            resting = [
                team
                for team in teams
                if (team.id, field) not in unknown and not _may_name(team, field)
            ]
            citing = Counter(source for team in resting for source in _whole(team))
            having = [team for team in resting if getattr(team, field)]
            telling = Counter(source for team in having for source in _whole(team))
            for team in having:
                if not any(2 * telling[each] >= citing[each] for each in _whole(team)):
                    message = _("no source tells '{field}'").format(field=field)
                    words = _("add its source to 'sources', with of: [{field}], or delete the line")
                    yield Finding(team.places.key(field), message, words.format(field=field))


def _may_name(team: Team, field: str) -> bool:
    """Tell whether a source names the field, or another word that may stand for it."""
    named = (each for source in team.sources for each in source.of)
    return any(each == field or not _is_known(team, each) for each in named)


def _whole(record: Team) -> Iterator[Source]:
    """Yield the sources that stand for the whole file, each once."""
    return iter(dict.fromkeys(source for source in record.sources if not source.of))
