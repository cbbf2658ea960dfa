"""HTML: the summary of a period as one page that asks for nothing else.

Its security policy lets run and apply only what stands in the page: one style sheet and one script,
named by the SHA-256 of their bytes. So the page works from a disk, a mail or any server alike, and
no request leaves it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from markupsafe import Markup

from banso_cli.reports.summary import Summary, names_of
from banso_cli.reports.templates import environment, template_folder


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands between the tags of a `style` or `script`, and its source for the policy."""

    text: Markup
    source: str


def page_html(summary: Summary) -> str:
    """Return the summary as a page of HTML, to be stored as UTF-8 without changing a byte."""
    context = names_of(summary)
    template = environment().get_template("page.html.jinja")
    return template.render(context, style=inline("page.css"), script=inline("page.js"))


def inline(name: str) -> Inline:
    """Return a file of the templates as browsers hash it: with line feeds, between the tags."""
    text = "\n" + (template_folder() / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Inline(Markup(text), f"'sha256-{digest}'")  # noqa: S704 - a file of our own
