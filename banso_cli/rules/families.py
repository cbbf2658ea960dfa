"""The rules of all families but that of exceptions, which is about these."""

from __future__ import annotations

from banso_cli.rules import files, population
from banso_cli.rules.activities import days, terms
from banso_cli.rules.applications import decided, wishes
from banso_cli.rules.codes import code_names, municipal_codes, readings
from banso_cli.rules.lists import entries, repeats
from banso_cli.rules.privacy import persons
from banso_cli.rules.programme import (
    changes,
    continuity,
    definitions,
    members,
    numbers,
    regions,
    teams,
)
from banso_cli.rules.published import breakdown_totals, breakdowns, errata, figures, totals, wording
from banso_cli.rules.references import linked_records, names, sources
from banso_cli.rules.rule import Rule
from banso_cli.rules.shape import keys, wrong_values
from banso_cli.rules.syntax import documents, marks, parsing, slips
from banso_cli.rules.text import words

RULES: tuple[Rule, ...] = (
    *parsing.RULES,
    *documents.RULES,
    *slips.RULES,
    *marks.RULES,
    *keys.RULES,
    *wrong_values.RULES,
    *files.RULES,
    *words.RULES,
    *names.RULES,
    *linked_records.RULES,
    *sources.RULES,
    *entries.RULES,
    *repeats.RULES,
    *municipal_codes.RULES,
    *code_names.RULES,
    *readings.RULES,
    *population.RULES,
    *teams.RULES,
    *members.RULES,
    *changes.RULES,
    *continuity.RULES,
    *numbers.RULES,
    *definitions.RULES,
    *regions.RULES,
    *days.RULES,
    *terms.RULES,
    *totals.RULES,
    *figures.RULES,
    *breakdowns.RULES,
    *breakdown_totals.RULES,
    *wording.RULES,
    *errata.RULES,
    *wishes.RULES,
    *decided.RULES,
    *persons.RULES,
)
"""The rules in the order of their families."""
