"""Rules of published totals (T): what the roster counts against what was published."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.counts import STATUS_COUNTS, counted, members_of, teams_of_status
from banso_cli.records.periods.period import FIGURE_LABELS, Acknowledgement, FigureName, Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import due_status, unloaded
from banso_cli.records.teams.holders import as_listed
from banso_cli.reference.codes import has_form
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.programme.members import has_right_role
from banso_cli.rules.rule import faulty_parts, rule


def _countable(roster: Roster) -> Iterator[Period]:
    """Yield the periods whose teams are all recorded and read without a fault."""
    numbers = [period.number for period in roster.periods]
    for period in roster.periods:
        folder = f"teams/{period.number}/"
        lost = (*(fault.record for fault in roster.faults), *unloaded(roster))
        faulty = any(name.startswith(folder) or _is_team_astray(name) for name in lost)
        recorded = period.number in roster.teams_by_period and numbers.count(period.number) == 1
        if period.coverage == "teams" and recorded and not faulty:
            yield period


def _is_team_astray(record: str) -> bool:
    """Tell whether a file may be a team of any period: it stands in no period's folder."""
    folder, _slash, name = record.rpartition("/")
    return has_form(name[:6]) and not folder.startswith(("teams/", "municipalities"))


def _is_settled(roster: Roster, period: Period, figure: FigureName) -> bool:
    """Tell whether no other fault, with a finding of its own, makes the count wrong."""
    roster = roster.once(as_listed)
    teams = roster.teams_by_period.get(period.number, ())
    size = roster.programme.team_size if roster.programme else None
    codes = [team.municipality for team in teams]
    if len(set(codes)) < len(codes):
        return False
    if figure in {"officers", "support_officers", "agencies"}:
        sized = size is not None and all(size.least <= len(t.members) <= size.most for t in teams)
        members = members_of(teams) if sized else ()
        if figure == "support_officers":
            return sized and all(has_right_role(roster, member) for member in members)
        named = (member.agency in roster.agency_by_name for member in members)
        return sized and (figure == "officers" or all(named))
    statuses = teams if figure in STATUS_COUNTS else ()
    if any(due_status(roster, team) not in {None, team.status} for team in statuses):
        return False
    if figure == "teams":
        return True
    known = prefecture_names().values()
    found = [roster.municipality_by_code.get(code) for code in codes]
    return all(each is not None and each.prefecture in known for each in found)


def _label(figure: FigureName) -> str:
    return FIGURE_LABELS[figure][0]


@rule()
def published_total(roster: Roster) -> Iterator[Finding]:
    """A figure counted from the roster is not the published one.

    Why: the report must match the published summary; a difference that is known and explained is
    acknowledged in the period's file with both figures and a reason.

    Example:

        published:
          - {figure: officers, value: 279, sources: [{title: 概要}]}   # the teams have 278

    Mend: correct the teams, or acknowledge the difference in the period's file.

        published:
          - {figure: officers, value: 279, sources: [{title: 概要}]}
        acknowledged:
          - {figure: officers, published: 279, counted: 278, reason: 一覧表には278名しかない}
    """
    faulty = faulty_parts(roster)
    for period in _countable(roster):
        if period.places.at() in faulty:
            continue  # what is acknowledged may be what is at fault
        for index, figure in enumerate(period.published):
            name, value = figure.figure, figure.value
            count = counted(roster.once(as_listed), period.number, name)
            if count is None or value is None or count == value:
                continue
            if period.acknowledgement(name) is None and _is_settled(roster, period, name):
                words = _("{figure}: {published} were published, the roster counts {counted}")
                yield Finding(
                    period.places.at("published", index, "value"),
                    words.format(figure=_label(name), published=value, counted=count),
                    _("correct the teams, or acknowledge the difference with its reason"),
                )


@rule()
def stale_acknowledgement(roster: Roster) -> Iterator[Finding]:
    """An acknowledged difference is no longer the one that there is.

    Why: an acknowledgement explains two figures; when one changes, the reason is no longer known to
    hold.

    Example:

        acknowledged:
          - {figure: officers, published: 279, counted: 277, reason: 一覧表には277名しかない}

    Mend: write the present figures and their reason, or delete the acknowledgement.

        acknowledged:
          - {figure: officers, published: 279, counted: 278, reason: 一覧表には278名しかない}
    """
    for period in _countable(roster):
        for index, known in enumerate(period.acknowledged):
            figure = period.figure(known.figure)
            count = counted(roster.once(as_listed), period.number, known.figure)
            published = figure.value if figure else None
            if not _is_settled(roster, period, known.figure):
                continue
            if (known.published, known.counted) != (published, count) or count == published:
                yield _stale(period, index, known, published, count)


def _stale(
    period: Period, index: int, known: Acknowledgement, published: int | None, count: int | None
) -> Finding:
    key = "published" if known.published != published else "counted"
    places = period.places
    related = (
        Related(_("published here"), places.at("published", index, "value"))
        for index, figure in enumerate(period.published)
        if figure.figure == known.figure
    )
    was = f"{known.published} / {known.counted}"
    now = " / ".join(_("not known") if each is None else f"{each}" for each in (published, count))
    words = _("{figure}: acknowledged are {known}, but there are {now}")
    return Finding(
        places.at("acknowledged", index, key),
        words.format(figure=_label(known.figure), known=was, now=now),
        _("check the teams; then write the figures and their reason, or delete this entry"),
        tuple(related),
    )


@rule()
def status_over_published(roster: Roster) -> Iterator[Finding]:
    """More municipalities are known to be new or continuing than were published.

    Why: while the status of some is not known, the known ones can only be fewer (47 continue).

    Example:

        published:
          - {figure: municipalities_continuing, value: 47, sources: [{title: 概要}]}   # 48 are known

    Mend: correct the status of teams, or the published figure.
    """  # noqa: E501
    for period in _countable(roster):
        teams = roster.teams_by_period[period.number]
        for name, (status, count) in STATUS_COUNTS.items():
            figure = period.figure(name)
            known = count(roster, teams_of_status(teams, status))
            if all(team.status for team in teams) or figure is None or figure.value is None:
                continue
            if known > figure.value:
                place = period.places.at("published", period.published.index(figure), "value")
                words = _("{figure}: {published} were published, {known} are known already")
                message = words.format(figure=_label(name), published=figure.value, known=known)
                yield Finding(
                    place, message, _("correct the status of teams, or the published figure")
                )
