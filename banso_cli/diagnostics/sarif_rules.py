"""The rules in a SARIF log, with their pages."""

from __future__ import annotations

from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule


def rule_object(rule: Rule) -> dict[str, object]:
    """Return a rule as SARIF describes it: its first sentence, what and why, the whole page."""
    page = page_of(rule).rstrip("\n")
    paragraphs = [" ".join(part.split()) for part in page.split("\n\n")]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": first_sentence(page)},
        "fullDescription": {"text": "\n\n".join(paragraphs[:2])},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [rule.family]},
    }
