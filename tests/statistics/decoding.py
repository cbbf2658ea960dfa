"""What a reader makes of the name of a class: which classes of the definition it merges."""

from __future__ import annotations

from collections.abc import Sequence


def merged_classes(name: str, classes: Sequence[str]) -> tuple[str, ...]:
    """Return the neighbouring classes that a name stands for; a class may hold a ・ itself."""
    runs = (
        tuple(classes[first:last])
        for first in range(len(classes))
        for last in range(first + 1, len(classes) + 1)
    )
    found = [run for run in runs if "・".join(run) == name]
    assert len(found) == 1, (name, classes)
    return found[0]
