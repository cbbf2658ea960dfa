"""The rules of all families but that of exceptions, which is about these."""

from banso_cli.rules import activities, files, population
from banso_cli.rules.applications import decided, wishes
from banso_cli.rules.codes import code_names, municipal_codes, readings
from banso_cli.rules.lists import entries, repeats
from banso_cli.rules.privacy import persons
from banso_cli.rules.programme import changes, definitions, members, numbers, regions, teams
from banso_cli.rules.published import breakdown_totals, breakdowns, errata, figures, totals
from banso_cli.rules.references import linked_records, names, sources
from banso_cli.rules.rule import rules_of
from banso_cli.rules.shape import keys, wrong_values
from banso_cli.rules.syntax import documents, parsing, slips
from banso_cli.rules.text import letters, words

RULES = rules_of(
    parsing,
    documents,
    slips,
    keys,
    wrong_values,
    files,
    letters,
    words,
    names,
    linked_records,
    sources,
    entries,
    repeats,
    municipal_codes,
    code_names,
    readings,
    population,
    teams,
    members,
    changes,
    numbers,
    definitions,
    regions,
    activities,
    totals,
    figures,
    breakdowns,
    breakdown_totals,
    errata,
    wishes,
    decided,
    persons,
)
"""The rules in the order of their families."""
