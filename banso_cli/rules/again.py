"""What stands twice: each but the first, with the place of the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from banso_cli.locale import _
from banso_cli.records.finding import Related
from banso_cli.yaml.place import Place

Thing = TypeVar("Thing")


def again(
    found: Iterable[tuple[Thing, object, Callable[[], Place]]], first_one: str = ""
) -> Iterator[tuple[Thing, Place, tuple[Related, ...]]]:
    """Yield the things with the key of one before them, their places, and where the first stands.

    A place is worked out only where it is told: of most files the tree has been let go. `first_one`
    tells what that is, where it is more than the same thing written before.
    """
    first: dict[object, Callable[[], Place]] = {}
    for thing, key, place in found:
        earlier = first.setdefault(key, place)
        if earlier is not place:
            yield thing, place(), (Related(first_one or _("first written here"), earlier()),)
