"""What `banso import --add-municipalities` tells of what it adds, and of what stays unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from banso_cli.intake.taking_in import Taken
from banso_cli.locale import _
from banso_cli.records.kinds import KINDS
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Programme
from banso_cli.records.teams.team import STATUS_LABELS

_ASKED = {
    "period": ("published",),
    "municipality": ("population", "office", "page"),
    "team": ("status", "themes"),
}
"""What new records may lack of what the summary, the map and the page show."""


def told_of(taken: Taken) -> Iterator[str]:
    """Yield what is added for a list, what is proposed, and what stays unknown."""
    new = sum(1 for each in taken.records if isinstance(each, Municipality))
    if new:
        yield _("municipalities added: {count}").format(count=new)
    others = [each.path for each in taken.added if "/municipalities/" not in each.path]
    if others:
        yield _("files written as well: {files}").format(files=_(", ").join(others))
    if (population := taken.population) is not None:
        yield _("people of {count} municipalities by {measure} of {date}: {title}").format(
            count=len(population.people),
            measure=population.measure,
            date=population.date,
            title=population.source,
        )
    if taken.proposed:
        found = Counter(team.status for team in taken.proposed)
        counts = (f"{STATUS_LABELS[each]} {found[each]}" for each in STATUS_LABELS)
        yield _("status inferred from the period before, as assumptions tell: {counts}").format(
            counts=_(", ").join(counts)
        )
    if unknown := tuple(_unknown(taken)):
        yield _("still unknown (未収録):")
        yield from (f"  {line}" for line in unknown)


def _unknown(taken: Taken) -> Iterator[str]:
    """Yield what new records lack."""
    if taken.records and taken.population is None:
        yield f"{KINDS['programme'].title}: {Programme.model_fields['measures_in_force'].title}"
    for kind in KINDS.values():
        of_kind = [each for each in taken.records if type(each) is kind.declaration]
        for key in _ASKED.get(kind.name, ()):
            lacking = sum(1 for each in of_kind if not getattr(each, key))
            if lacking:
                title = kind.declaration.model_fields[key].title
                yield _("{record}: {title} ({count})").format(
                    record=kind.title, title=title, count=lacking
                )
