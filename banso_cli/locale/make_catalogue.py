"""Make the Japanese catalogue again: `python -m banso_cli.locale.make_catalogue [--check]`.

The messages are gathered from the code by Babel (a development dependency), translations are kept
from `banso.po`, which people edit, and `banso.mo` is compiled from it. A message without its
Japanese is an error.
"""

from __future__ import annotations

import datetime as dt
import sys
from io import BytesIO
from pathlib import Path

from banso_cli.locale import DOMAIN, JAPANESE

PACKAGE = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / JAPANESE / "LC_MESSAGES"
HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Language: ja\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n\n'
)


def made() -> tuple[bytes, bytes, list[str]]:
    """Return the catalogue as text and compiled, and the messages that have no Japanese."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po, write_po

    known = Catalog(locale=JAPANESE)
    if (FOLDER / f"{DOMAIN}.po").exists():
        with (FOLDER / f"{DOMAIN}.po").open("rb") as stream:
            known = read_po(stream, locale=JAPANESE, domain=DOMAIN)
    catalogue = Catalog(locale=JAPANESE, domain=DOMAIN, charset="utf-8")
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, keywords={**DEFAULT_KEYWORDS, "plural": (2,)}
    ):
        translated = known.get(str(message))
        catalogue.add(str(message), str(translated.string) if translated else "")
    lacking = sorted(str(each.id) for each in catalogue if each.id and not each.string)
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
    final = read_po(BytesIO(HEADER.encode() + text.getvalue()), locale=JAPANESE)
    final.creation_date = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)  # the same bytes on every day
    write_mo(compiled, final)
    return HEADER.encode() + text.getvalue(), compiled.getvalue(), lacking


def main(arguments: list[str]) -> int:
    """Write the catalogue, or with --check tell whether it is up to date; 1 where it is not."""
    text, compiled, lacking = made()
    files = {FOLDER / f"{DOMAIN}.po": text, FOLDER / f"{DOMAIN}.mo": compiled}
    if "--check" in arguments:
        stale = [file.name for file, data in files.items() if file.read_bytes() != data]
        sys.stdout.writelines(f"not up to date: {name}\n" for name in stale)
    else:
        stale = []
        FOLDER.mkdir(parents=True, exist_ok=True)
        for file, data in files.items():
            file.write_bytes(data)
    sys.stdout.writelines(f"no Japanese: {message}\n" for message in lacking)
    return 1 if stale or lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
