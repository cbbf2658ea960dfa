"""What stands twice where it may stand once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


def repeated(
    things: Iterable[Thing], key: Callable[[Thing], Hashable]
) -> Iterator[tuple[Thing, Thing]]:
    """Yield each thing whose key an earlier one has, with the first of them."""
    first: dict[Hashable, Thing] = {}
    for thing in things:
        earlier = first.setdefault(key(thing), thing)
        if earlier is not thing:
            yield thing, earlier
