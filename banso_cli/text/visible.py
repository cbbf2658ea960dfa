"""Letters that a terminal or GitHub obeys instead of showing, made visible or harmless.

They come from arguments, names of files and values, and can hide, reorder or forge what a person
reads: escape sequences, changes of direction, lines that GitHub Actions takes for commands.
"""

from __future__ import annotations

import re

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, line ends among them
    "\xad\u061c\u180e\u200b\u200c\u200e\u200f"  # without width
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff]"  # halves of a letter, from names of files that are not UTF-8
)
"""What is obeyed, or is not seen at all, instead of being shown; not what joins emoji (U+200D)."""

_COMMAND = r"(?m)^(\s*):(?=:)|##(?=\[)"
"""Where GitHub Actions would read a workflow command (`::error::`, `##[group]`)."""

_MARKUP = re.compile(r"[\\`*_\[\]|<>~$&]")
_CALLING = re.compile(r"(?i)[@#](?=\w)|:(?=//)|www(?=\.)")
_APART = "\u2060"
"""A joiner without width: behind it GitHub sees nobody to call, and nothing to link."""


def visible(text: str) -> str:
    """Return a line of the same length with � for what is obeyed, and a blank for a tab."""
    return OBEYED.sub("�", text.replace("\t", " "))


def visible_lines(text: str) -> str:
    """Return a text of several lines, made visible but for its line feeds and tabs."""
    return re.sub(r"[^\n\t]+", lambda part: OBEYED.sub("�", part.group()), text)


def no_command(text: str) -> str:
    """Return a text of which no line is a command to GitHub Actions; it reads nearly the same."""
    return re.sub(_COMMAND, lambda match: f"{match.group()} ", text)


def escaped(text: str) -> str:
    """Return a text that is no markup, calls nobody and links nothing."""
    return _MARKUP.sub(r"\\\g<0>", _CALLING.sub(rf"\g<0>{_APART}", text))
