"""The language of what banso says; reports are Japanese in every language.

Source strings are English. Japanese is shown unless BANSO_LANG or the locale names another
language; C and POSIX name none.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DOMAIN = "banso"
JAPANESE = "ja"
_NOT_BUILT = """\
banso: 日本語の文言がまだ作られていないため、英語で表示します。make setup で作られます（{file}）
banso: its Japanese words are not built yet, so it speaks English: run 'make setup'
"""


def language(environment: Mapping[str, str]) -> str:
    """Return the language (`ja`, `en`, …) that the environment asks for."""
    for name in ("BANSO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        named = value.partition(".")[0].partition("_")[0].lower()
        if named and named not in {"c", "posix"}:
            return named
        if value:
            break
    return JAPANESE


@cache
def _translations() -> gettext.NullTranslations:
    if language(os.environ) != JAPANESE:
        return gettext.NullTranslations()
    file = Path(__file__).parent / JAPANESE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.is_file():
        sys.stderr.write(_NOT_BUILT.format(file=file))
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _(message: str) -> str:
    """Return a message in the language of the user."""
    return _translations().gettext(message)


def plural(one: str, many: str, count: int, **shown: object) -> str:
    """Return a message with `{count}` and what else it shows put in, in the user's language.

    English tells one from many; Japanese, which the catalogue has for `many`, does not.
    """
    message = _(many)
    return (one if message == many and count == 1 else message).format(count=count, **shown)
