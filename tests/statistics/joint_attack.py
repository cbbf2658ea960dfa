"""Whether the tables of two personal attributes tell of whoever has a class of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.optimize import LinearConstraint, milp

from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import Dimension
from banso_cli.statistics.table import UNRECORDED
from tests.statistics.attacker import EVERYBODY, NEARLY, PARTS_MEMBERS, class_of, shown_figures

Cell = tuple[str, str, str]
"""A class of the dimension that cross tables are by, and one of each attribute."""


def joint_finds(counting: Counting, first: Dimension, second: Dimension) -> list[Cell]:
    """Return the small cells of the table of two attributes that have one solution only."""
    pair = (first, second)
    figures = [(at, *each) for at, by in enumerate(pair, 1) for each in shown_figures(counting, by)]
    names = {each[1] for each in figures}
    partner = next((each for each in PARTS_MEMBERS if each.id in names), None)
    truth: Counter[Cell] = Counter(
        (
            class_of(counting, partner, case) if partner else "",
            class_of(counting, first, case),
            class_of(counting, second, case),
        )
        for case in counting.selection.of("members")
    )
    one, other = ((*by.classes(counting.roster, counting.programme), UNRECORDED) for by in pair)
    keys = list(dict.fromkeys(cell[0] for cell in truth))
    cells: list[Cell] = [(key, a, b) for key in keys for a in one for b in other]
    rows = [[float(cell[0] == key) for cell in cells] for key in keys]
    sums = [sum(truth[cell] for cell in cells if cell[0] == key) for key in keys]
    for at, name, key, shown, count in figures:
        met = (cell[at] in shown and (name == EVERYBODY or cell[0] == key) for cell in cells)
        rows.append([float(each) for each in met])
        sums.append(count)
    known = LinearConstraint(np.array(rows), sums, sums)
    sought = _small(truth, counting.programme.disclosure_threshold)
    return [cell for cell in sought if _is_certain(cell, cells, known)]


def _small(truth: Counter[Cell], threshold: int) -> Iterator[Cell]:
    """Yield the small cells of the table of both attributes, everybody taken together."""
    whole: Counter[Cell] = Counter()
    for cell, count in truth.items():
        if UNRECORDED not in cell[1:]:
            whole["", cell[1], cell[2]] += count
    yield from (cell for cell, count in whole.items() if 0 < count < threshold)


def _is_certain(sought: Cell, cells: list[Cell], known: LinearConstraint) -> bool:
    weights = np.array([float(cell[1:] == sought[1:]) for cell in cells])
    least, most = (milp(sign * weights, constraints=known).x for sign in (1.0, -1.0))
    return bool(weights @ most - weights @ least < NEARLY)
