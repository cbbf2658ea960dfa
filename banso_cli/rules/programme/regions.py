"""Rules of the programme (P): the regions that programme.yaml defines."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.rule import rule
from banso_cli.text.meaning import as_meant
from banso_cli.yaml.place import Place


@rule()
def prefecture_region(roster: Roster) -> Iterator[Finding]:
    """A prefecture is in two regions, or in none.

    Why: municipalities are counted by region; those of such a prefecture would be counted in the
    first region alone, or in none.

    Example:

        regions:
          - {name: 北海道, prefectures: [北海道]}
          - {name: 北日本, prefectures: [北海道, 青森県]}

    Mend: name each of the 47 prefectures in one region.

        regions:
          - {name: 北海道, prefectures: [北海道]}
          - {name: 北日本, prefectures: [青森県]}   # ...
    """
    programme = roster.programme
    if programme is None:
        return
    yield from _in_two(programme)
    named = {as_meant(each) for region in programme.regions for each in region.prefectures}
    names = prefecture_names().values()
    missing = _(", ").join(name for name in names if name not in named)
    if named <= frozenset(names) and missing:
        yield Finding(
            programme.places.key("regions"),
            _("no region has {names}").format(names=missing),
            _("add it to 'prefectures' of its region"),
        )


def _in_two(programme: Programme) -> Iterator[Finding]:
    first: dict[str, tuple[str, Place]] = {}
    for number, region in enumerate(programme.regions):
        for index, written in enumerate(region.prefectures):
            place = programme.places.at("regions", number, "prefectures", index)
            earlier, at = first.setdefault(as_meant(written), (region.name, place))
            if earlier != region.name:  # repeated-name tells of regions of one name
                words = _("{name} is already in the region '{region}'")
                message = words.format(name=written, region=earlier)
                related = (Related(_("first written here"), at),)
                yield Finding(place, message, _("keep it in one of the two regions"), related)
