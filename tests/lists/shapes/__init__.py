"""Further shapes of a list, as clerks of a ministry might make them, each by its name."""

from tests.lists.shapes import cells, files, rows, statuses
from tests.lists.shapes.made import SHAPES

__all__ = ["SHAPES", "cells", "files", "rows", "statuses"]
