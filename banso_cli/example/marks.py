"""The marks by which every file and title tells that it is made up."""

from __future__ import annotations

from banso_cli.records.fields.record import Source

MARK = "架空データ"
ABOUT = f"{MARK}: banso init --example が作った例。実在の市町村や職員についての記録ではない"
"""The comment at the head of every file."""

_HOST = "https://example.jp"
"""A host that is kept for examples: no page will ever stand there."""


def source_of(title: str, *of: str) -> Source:
    """Return a source of this title, marked; it has no address."""
    return Source(title=f"{MARK}「{title}」", of=of)


def page_of(title: str, path: str, *of: str) -> Source:
    """Return a source of this title, marked, with an address."""
    return Source(title=f"{MARK}「{title}」", url=address(path), of=of)


def address(path: str) -> str:
    """Return an address at which nothing stands."""
    return f"{_HOST}/{path}"
