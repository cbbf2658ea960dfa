"""Which rules are chosen by families and ids."""

from __future__ import annotations

import pytest

from banso_cli.files.failure import Failure
from banso_cli.rules import RULES
from banso_cli.rules.selection import names_of, selected


def test_a_rule_is_chosen_by_its_family_or_its_id() -> None:
    names = names_of(RULES)
    assert names[:2] == ("syntax", "shape")
    assert set(names) == {rule.family for rule in RULES} | {rule.id for rule in RULES}
    assert len(set(names)) == len(names)


def test_without_a_name_all_rules_are_chosen() -> None:
    assert selected(RULES, (), ()) == RULES


def test_families_and_ids_are_added_up_in_the_order_of_the_rules() -> None:
    chosen = selected(RULES, ("privacy", "unknown-theme"), ())
    assert [rule.id for rule in chosen] == [
        "unknown-theme",
        *(rule.id for rule in RULES if rule.family == "privacy"),
    ]


def test_what_is_ignored_is_left_out_even_if_it_is_selected() -> None:
    chosen = selected(RULES, ("privacy",), ("personal-name",))
    assert "personal-name" not in {rule.id for rule in chosen}
    assert {rule.family for rule in chosen} == {"privacy"}
    assert not {rule.family for rule in selected(RULES, (), ("text",))} & {"text"}
    assert selected(RULES, ("unknown-theme",), ("references",)) == ()


@pytest.mark.parametrize(("select", "ignore"), [(("themes",), ()), ((), ("themes",))])
def test_an_unknown_name_is_told(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(Failure, match="themes"):
        selected(RULES, select, ignore)
