"""Text within Markdown on GitHub: shown as it is, whoever wrote it."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_\[\]|<>~$&]")
_CALLING = re.compile(r"(?i)[@#](?=\w)|:(?=//)|www(?=\.)")
_APART = "\u2060"
"""A joiner without width: behind it GitHub sees nobody to call, and nothing to link."""


def escaped(text: str) -> str:
    """Return a text that is no markup, calls nobody and links nothing."""
    return _MARKUP.sub(r"\\\g<0>", _CALLING.sub(rf"\g<0>{_APART}", text))
