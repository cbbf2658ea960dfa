"""Further shapes of a list, as clerks of a ministry might make them, each by its name."""

from tests.lists.shapes import beside, cells, changes, files, habits, rows, statuses
from tests.lists.shapes.made import SHAPES

__all__ = ["SHAPES", "beside", "cells", "changes", "files", "habits", "rows", "statuses"]
