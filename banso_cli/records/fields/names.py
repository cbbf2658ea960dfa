"""The lists of names: a field says which of them its names come from, `Annotated[Text, RANK]`.

What is unknown, an alias, unused or repeated, the values in the schemas, what a printed list means,
the classes of statistics and published breakdowns: all follow from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from banso_cli.records.fields.record import Record
from banso_cli.reference.bodies import other_ranks, successors
from banso_cli.reference.prefectures import prefecture_names


@dataclass(frozen=True, slots=True)
class NameList:
    """A list of names: where it stands, and what a name of it is, in Japanese.

    It stands under `key` in the only file of a kind; where there is none, it is a `table` of Japan.
    `others` are things that it has not, each with what stands for it there, if anything.
    """

    id: str
    title: str
    kind: str = ""
    key: str = ""
    table: Callable[[], Iterable[str]] = tuple
    others: Callable[[], Mapping[str, str]] = dict


GENDER = NameList("gender", "性別", "programme", "genders")
TRACK = NameList("track", "事務官・技官の別", "programme", "tracks")
RANK = NameList("rank", "役職", "programme", "ranks", others=other_ranks)
AGE = NameList("age", "年齢", "programme", "age_bands")
REGION = NameList("region", "地域", "programme", "regions")
POPULATION = NameList("population", "人口規模", "programme", "population_bands")
AGENCY = NameList("agency", "所属府省庁等", "agencies", "agencies", others=successors)
PREFECTURE = NameList("prefecture", "都道府県", table=lambda: prefecture_names().values())
THEME = NameList("theme", "支援テーマ", "themes", "themes")

LISTS = (GENDER, TRACK, RANK, AGE, REGION, POPULATION, AGENCY, PREFECTURE, THEME)
"""All lists of names, in the order of the published summary."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name or alias in a list: the number of its entry, and the keys under which it stands."""

    name: str
    entry: int
    keys: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """A list as a roster has it; `record` holds it, unless it is a table of Japan or not read.

    `all` are its names in their order, `known` the same, each with what editors tell about it;
    `aliases` have the name that each stands for.
    """

    list: NameList
    record: Record | None
    entries: tuple[object, ...]
    all: tuple[str, ...]
    known: Mapping[str, str]
    aliases: Mapping[str, str]

    @classmethod
    def of(cls, listed: NameList, record: Record | None) -> Names:
        """Return a list as the record has it; an entry is a part, or a name alone."""
        entries = tuple(getattr(record, listed.key) if record else listed.table())
        names = tuple(map(_name, entries))
        known = {_name(each): getattr(each, "about", "") for each in entries}
        aliases = {alias: _name(each) for each in entries for alias in _aliases(each)}
        return cls(listed, record, entries, names, known, aliases)

    @property
    def is_read(self) -> bool:
        """Tell whether the list could be read."""
        return self.record is not None or not self.list.kind

    @property
    def listed(self) -> Iterable[Listed]:
        """Return all names and aliases with where they stand."""
        for index, entry in enumerate(self.entries):
            keys = (self.list.key, index)
            yield Listed(_name(entry), index, keys if isinstance(entry, str) else (*keys, "name"))
            for at, alias in enumerate(_aliases(entry)):
                yield Listed(alias, index, (*keys, "aliases", at))


def _name(entry: object) -> str:
    return entry if isinstance(entry, str) else str(getattr(entry, "name", ""))


def _aliases(entry: object) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(entry, "aliases", ())
    return found
