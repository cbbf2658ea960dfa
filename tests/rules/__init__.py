"""Tests of what rules share; each rule by itself is tested in `tests/cases`."""
