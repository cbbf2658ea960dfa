"""HTML: the summary of a period as one page that asks for nothing else.

Its security policy lets run and apply only what stands in the page: one style sheet and one script,
named by the SHA-256 of their bytes. So the page works from a disk, a mail or any server alike, and
no request leaves it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from banso_cli.reports.page.finder import finder_of
from banso_cli.reports.summary import Summary, names_of
from banso_cli.reports.templating.templates import environment, template_folder


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands between the tags of a `style` or `script`, and its source for the policy."""

    text: Markup
    source: str


SCRIPTS = tuple(
    f"page{part}.js"
    for part in ("_search", "_address", "_list", "_form", "_counts", "_map", "_tables", "")
)
"""The files of the one script, in their order."""


def page_html(summary: Summary) -> str:
    """Return the summary as a page of HTML, to be stored as UTF-8 without changing a byte."""
    template = environment().get_template("page.html.jinja")
    return template.render(names_of(summary), **looks_of(summary))


def looks_of(summary: Summary) -> Mapping[str, object]:
    """Return what the page needs beside the summary: how it looks, moves and finds."""
    style, script = inline("page.css"), inline(*SCRIPTS)
    return {"style": style, "script": script, "finder": finder_of(summary)}


def inline(*names: str) -> Inline:
    """Return files of the templates as browsers hash them: with line feeds, between the tags."""
    texts = ((template_folder() / name).read_text(encoding="utf-8") for name in names)
    text = "\n" + "\n".join(texts)
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Inline(Markup(text), f"'sha256-{digest}'")  # noqa: S704 - a file of our own
