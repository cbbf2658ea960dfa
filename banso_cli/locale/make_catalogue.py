"""Make the Japanese catalogue again: `python -m banso_cli.locale.make_catalogue`.

The messages are gathered from the code by Babel (a development dependency), translations are kept
from `banso.po`, which people edit. A message without its Japanese is an error.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from banso_cli.locale import DOMAIN, JAPANESE

PACKAGE = Path(__file__).parent.parent
CATALOGUE = Path(__file__).parent / JAPANESE / "LC_MESSAGES" / f"{DOMAIN}.po"
HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Language: ja\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
    '"POT-Creation-Date: 2026-04-01 00:00+0000\\n"\n\n'  # what is built is the same on every day
)


def made() -> tuple[bytes, list[str]]:
    """Return the catalogue, and the messages that have no Japanese."""
    with CATALOGUE.open("rb") as stream:
        known = read_po(stream, locale=JAPANESE, domain=DOMAIN)
    catalogue = Catalog(locale=JAPANESE, domain=DOMAIN, charset="utf-8")
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, keywords={**DEFAULT_KEYWORDS, "plural": (2,)}
    ):
        translated = known.get(str(message))
        catalogue.add(str(message), str(translated.string) if translated else "")
    lacking = sorted(str(each.id) for each in catalogue if each.id and not each.string)
    text = BytesIO()
    write_po(text, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
    return HEADER.encode() + text.getvalue(), lacking


def main() -> int:
    """Write the catalogue; 1 where a message has no Japanese."""
    text, lacking = made()
    CATALOGUE.write_bytes(text)
    sys.stdout.writelines(f"no Japanese: {message}\n" for message in lacking)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
