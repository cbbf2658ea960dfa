"""Findings, and the edits that mend them."""

from __future__ import annotations

from banso_cli.records.finding import Finding, Renaming, Replacement
from banso_cli.yaml.place import Place

PLACE = Place("roster/themes.yaml", 1, 1, 1, 2)


def test_a_finding_with_an_edit_is_fixable() -> None:
    assert not Finding(PLACE, "誤り").fixable
    assert Finding(PLACE, "誤り", fix=Replacement(PLACE, "正")).fixable
    assert Finding(PLACE, "誤り", fix=Renaming("roster/a.yaml", "b.yaml")).fixable


def test_replacing_is_safe_unless_told_otherwise_and_renaming_never_is() -> None:
    assert Replacement(PLACE, "正").safe
    assert not Replacement(PLACE, "正", safe=False).safe
    assert not Renaming("roster/a.yaml", "b.yaml").safe
