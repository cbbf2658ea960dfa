"""Rules of applications (A): who applied, what was decided, and what drafts make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banso_cli.locale import _
from banso_cli.records.application import (
    Decisions,
    MunicipalityApplication,
    OfficerApplication,
    SeatDecision,
)
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules.rule import Keys, again, rule
from banso_cli.yaml.place import Place

_ORDERED = 3
"""How many issues, strengths and wishes are weighed."""


@rule(exceptable=False)
def public_applications(roster: Roster) -> Iterator[Finding]:
    """A public roster holds applications.

    Why: applications tell of single persons; programme.yaml declares this roster public.

    Example:

        roster/applications/3/officers/R9-057.yaml   # beside public: true

    Mend: keep the folder in a roster that is not published.

        public: false
    """
    kinds = (OfficerApplication, MunicipalityApplication, Decisions)
    first = min((each.id for each in roster.records if isinstance(each, kinds)), default=None)
    if roster.is_public and first is not None:
        yield Finding(
            Place.start_of(f"{roster.name}/{first}.yaml"),
            _("applications stand in a public roster"),
            _("remove the folder applications/; keep it in a roster that is not published"),
        )


@rule()
def repeated_application(roster: Roster) -> Iterator[Finding]:
    """A municipality applied twice for one period.

    Why: it can have one team, and would be counted twice.

    Example:

        # applications/3/municipalities/014079-niki.yaml, beside 013455-mori.yaml
        municipality: "013455"

    Mend: correct the code, or keep one of the two files.

        municipality: "014079"
    """
    applied = (
        ((each.period, each.municipality), each, ("municipality",))
        for each in roster.of(MunicipalityApplication)
    )
    for (_period, code), place, related in again(applied, _("the other application")):
        message = _("the municipality {code} applied twice").format(code=code)
        help_line = _("correct the code, or keep one of the two files")
        yield Finding(place, message, help_line, related)


@rule()
def unknown_applicant(roster: Roster) -> Iterator[Finding]:
    """A decision or a draft names an officer or a municipality that did not apply.

    Why: only those who applied, and did not withdraw, are matched.

    Example:

        locks:
          - {officer: R9-999, municipality: "013455", reason: 前の期からの担当}

    Mend: write the name of a file in applications/, or delete the decision.

        locks:
          - {officer: R9-001, municipality: "013455", reason: 前の期からの担当}
    """
    officers = {(each.period, each.stem) for each in roster.of(OfficerApplication)}
    towns = {(each.period, each.municipality) for each in roster.of(MunicipalityApplication)}
    for decided in roster.of(Decisions):
        for name in ("locks", "forbids", "served", "declined"):
            for at, each in enumerate(getattr(decided, name)):
                place = decided.places.at
                if (decided.period, each.municipality) not in towns:
                    yield _unknown(place(name, at, "municipality"), each.municipality)
                is_seat = isinstance(each, SeatDecision)
                if is_seat and (decided.period, each.officer) not in officers:
                    yield _unknown(place(name, at, "officer"), each.officer)
    for team, keys, officer in _seated(roster.teams_and_drafts):
        if (team.period, officer) not in officers:
            yield _unknown(team.places.at(*keys), officer)


def _seated(teams: Iterable[Team]) -> Iterator[tuple[Team, Keys, str]]:
    """Yield the officers whose numbers teams tell, each with the keys that lead to it."""
    for team in teams:
        for at, member in enumerate(team.members):
            if member.officer is not None:
                yield team, ("members", at, "officer"), member.officer


def _unknown(place: Place, name: str) -> Finding:
    return Finding(
        place,
        _("there is no application of {name} for this period").format(name=name),
        _("write the name of a file in applications/, or delete this"),
    )


@rule()
def officer_twice(roster: Roster) -> Iterator[Finding]:
    """An officer sits in two drafts of one period.

    Why: an officer is in one team at most.

    Example:

        # teams/3/014079-niki.yaml, beside a draft with the same officer
        - {agency: 総務省, rank: 補佐級, officer: R9-001}

    Mend: give the seat to another officer.

        - {agency: 財務省, rank: 補佐級, officer: R9-002}
    """
    seated = _seated(roster.teams_and_drafts)
    seats = (((team.period, officer), team, keys) for team, keys, officer in seated)
    for _seat, place, related in again(seats, _("the other seat")):
        message, help_line = (
            _("this officer is in two teams"),
            _("give the seat to another officer"),
        )
        yield Finding(place, message, help_line, related)


@rule()
def officer_in_team(roster: Roster) -> Iterator[Finding]:
    """A team that is no draft tells the numbers of applications.

    Why: the numbers lead from a team to the persons who applied; they end with the draft.

    Example:

        - {agency: 総務省, rank: 補佐級, officer: R9-001}

    Mend: delete `officer`; or write `draft: true` where the team is one still.

        - {agency: 総務省, rank: 補佐級}
    """
    for team, keys, _officer in _seated(roster.teams):
        message = _("the number of an application stands in a team")
        help_line = _("delete 'officer', or write 'draft: true'")
        yield Finding(team.places.key(*keys), message, help_line)


@rule(exceptable=False)
def unfit_weights(roster: Roster) -> Iterator[Finding]:
    """The weights of matching are not as many as are needed, or fall where they may not.

    Why: one, two and three issues each have as many weights, and a greater strength counts no less.

    Example:

        strengths: [5, 3, 6]

    Mend: write three lists of one, two and three weights, and three strengths from small to large.

        strengths: [3, 5, 6]
    """
    programme = roster.programme
    if programme is None or programme.matching is None:
        return
    points = programme.matching.points
    strengths = points.strengths
    faulty = {
        "issues": [len(each) for each in points.issues] != [*range(1, _ORDERED + 1)],
        "strengths": len(strengths) != _ORDERED or list(strengths) != sorted(strengths),
        "officer_wishes": len(points.officer_wishes) != _ORDERED,
        "agency_wishes": len(points.agency_wishes) != _ORDERED,
    }
    for key, is_faulty in faulty.items():
        if is_faulty:
            yield Finding(
                programme.places.key("matching", "points", key),
                _("these weights are not as many as are needed, or fall"),
                _("see 'banso explain unfit-weights'"),
            )
