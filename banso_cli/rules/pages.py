"""The pages of the rules: what, why, an example and how to mend it, in two languages.

The English page is the docstring of the rule's function, the Japanese one `pages/<rule>.md`;
examples are indented, so that a terminal shows them as they are.
"""

from __future__ import annotations

import os
from importlib.resources import files

from banso_cli.locale import JAPANESE, language
from banso_cli.rules.rule import Rule

_MEND = ("Mend: ", "直し方: ")


def page_of(rule: Rule) -> str:
    """Return the page of a rule in the language of the user, in English where it has no other."""
    page = files(__package__) / "pages" / f"{rule.id}.md"
    if language(os.environ) != JAPANESE or not page.is_file():
        return f"{rule.page}\n"
    return page.read_text(encoding="utf-8")


def how_to_mend(page: str) -> str:
    """Return what a page says of mending, in one line; empty where it says nothing of it."""
    parts = (part for part in page.split("\n\n") if part.startswith(_MEND))
    return " ".join(next(parts, "").partition(": ")[2].split()).rstrip(".。")


def first_sentence(page: str) -> str:
    """Return the fault in one sentence: the first paragraph of a page."""
    return " ".join(page.split("\n\n", 1)[0].split())
