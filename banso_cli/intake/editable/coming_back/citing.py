"""What was assumed or is to be cited, now that the workbook has edited it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from banso_cli.intake.assumptions import OFFICERS, status_by_period_before
from banso_cli.intake.editable.coming_back.comparing import NewEntry
from banso_cli.intake.editable.coming_back.composing import Composed
from banso_cli.intake.editable.coming_back.findings import CellFinding
from banso_cli.intake.editable.sheets import ALL_CHANGED
from banso_cli.locale import _, plural
from banso_cli.records.fields.record import Source
from banso_cli.records.teams.team import Team

SOURCED = ("status", "themes")
"""What a source is asked for where it is edited: a list of teams does not always print it."""

_PRETENDED = Source(title="資料")
"""What stands for the source that is asked for, while the rules look for other faults."""


def reconsidered(teams: Iterable[Composed]) -> Iterator[str]:
    """Take out what is decided now, and yield that; also what was assumed of members edited."""
    for team in teams:
        stale = tuple(_stale(team))
        kept = tuple(each for each in team.after.assumptions if each not in stale)
        gone = [each for each in team.after.assumptions if each in stale]
        team.with_values(assumptions=kept)
        for text in gone:
            message = _("{cell}: decided now, so that this is assumed no more: {text}")
            key = "status" if text != OFFICERS else "members"
            yield message.format(cell=team.first_cell(key), text=text)
        if "members" in team.changed:
            for text in kept if kept == team.before.assumptions else ():
                message = _("{cell}: edited; does this, which was assumed, still hold? {text}")
                yield message.format(cell=team.first_cell("members"), text=text)


def _stale(team: Composed) -> Iterator[str]:
    if "status" in team.changed:
        yield from status_by_period_before(team.before.period).values()
    if "members" in team.changed and not any(each.role for each in team.after.members):
        yield OFFICERS


def cite(
    teams: Sequence[Composed], added: Iterable[NewEntry], given: Source | None
) -> tuple[CellFinding, ...]:
    """Give teams the sources of what was edited; return what is told where there are none.

    `added` are the rows for all teams that have changed, `given` is the source of the command line.
    """
    for team in teams:
        _uncite(team)
    for_all = [row for row in added if row.record == ALL_CHANGED]
    findings = [_for_none(row) for row in for_all if not _cite_all(teams, row)]
    lacking = [each for each in teams if _uncited(each)]
    for team in lacking:
        _cite(team, given or _PRETENDED, _uncited(team))
    return (*findings, *((_asked(lacking),) if lacking and not given else ()))


def _uncite(team: Composed) -> None:
    """Let no source stand for a status or for themes that are taken out."""
    gone = [key for key in SOURCED if key in team.changed and not getattr(team.after, key)]
    sources = team.after.sources
    about = [tuple(key for key in source.of if key not in gone) for source in sources]
    kept = [at for at, source in enumerate(sources) if about[at] or not source.of]
    origins = team.moved.get("sources", range(len(sources)))
    team.with_values(sources=tuple(_about(sources[at], about[at]) for at in kept))
    if len(kept) < len(sources):
        team.moved["sources"] = [origins[at] for at in kept]


def _about(source: Source, keys: Iterable[str]) -> Source:
    return source.model_copy(update={"of": tuple(keys)})


def _cite_all(teams: Iterable[Composed], row: NewEntry) -> bool:
    """Give a source to the teams of which something has changed that it is about, if any."""
    values = {key: text for key, text in row.texts.items() if text and key != "of"}
    about = row.texts.get("of", "").split("\n")
    is_used = False
    for team in teams:
        keys = [key for key in team.changed if key != "sources"]
        if named := tuple(key for key in keys if key in about or about == [""]):
            _cite(team, Source.model_validate(values), named)
            is_used = True
    return is_used


def _for_none(row: NewEntry) -> CellFinding:
    message = _("no team has changed in what this source is about")
    help_line = _("choose one team, or clear the row")
    return CellFinding(row.places["team"], message, help_line)


def _uncited(team: Composed) -> tuple[str, ...]:
    """Return the fields that have changed, and for which no source has come.

    A source that is there already has come for a field if it is of another document now, or if it
    was not about the field; another day or note does not matter.
    """
    keys = (key for key in SOURCED if key in team.changed and getattr(team.after, key))
    return tuple(key for key in keys if _telling(team.after, key) <= _telling(team.before, key))


def _telling(team: Team, key: str) -> set[tuple[str, str | None]]:
    return {(each.title, each.url) for each in team.sources if not each.of or key in each.of}


def _cite(team: Composed, source: Source, about: Iterable[str]) -> None:
    """Add a source of these fields, or let one that is there stand for them as well."""
    sources = team.after.sources
    at = [n for n, each in enumerate(sources) if _about(each, ()) == _about(source, ())]
    if not at:
        origins = team.moved.get("sources", range(len(sources)))
        team.with_values(sources=(*sources, _about(source, about)))
        team.moved["sources"] = (*origins, None)
    elif of := sources[at[0]].of:
        more = tuple(dict.fromkeys((*of, *about)))
        entries = list(sources)
        entries[at[0]] = _about(sources[at[0]], more)
        team.with_values(sources=tuple(entries))


def _asked(teams: Sequence[Composed]) -> CellFinding:
    """Ask once for the source of all that has changed."""
    message = plural(
        "the source of the status or themes of {count} team is not told",
        "the source of the status or themes of {count} teams is not told",
        len(teams),
    )
    help_line = _("add a row to the sheet 出典 (for all teams: {all}), or add --source TITLE")
    place = teams[0].first_cell(*SOURCED)
    return CellFinding(place, message, help_line.format(all=ALL_CHANGED))
