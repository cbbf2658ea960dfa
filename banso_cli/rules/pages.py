"""The pages of the rules: what, why, an example and how to mend it, in two languages.

`pages/<language>/<rule>.md`; examples are indented, so that a terminal shows them as they are.
"""

from __future__ import annotations

from importlib.resources import files
from inspect import cleandoc

from banso_cli.rules.rule import Rule

LANGUAGES = ("en", "ja")
_MEND = ("Mend: ", "直し方: ")


def page_of(rule: Rule, language: str) -> str:
    """Return the page of a rule, in English where there is none in the language.

    A rule without a page has its docstring.
    """
    folder = files(__package__) / "pages" / (language if language in LANGUAGES else LANGUAGES[0])
    page = folder / f"{rule.id}.md"
    if not page.is_file():
        return cleandoc(rule.page) + "\n"
    return page.read_text(encoding="utf-8")


def how_to_mend(page: str) -> str:
    """Return what a page says of mending, in one line; empty for a docstring."""
    parts = (part for part in page.split("\n\n") if part.startswith(_MEND))
    return " ".join(next(parts, "").partition(": ")[2].split()).rstrip(".。")


def first_sentence(page: str) -> str:
    """Return the fault in one sentence: the first paragraph of a page."""
    return " ".join(page.split("\n\n", 1)[0].split())
