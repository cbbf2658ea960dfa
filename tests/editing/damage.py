"""Workbooks damaged in the ways in which files are: cut, flipped, repacked, with broken XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook

ROWS = (
    ("市町村名", "所属府省庁", "役職"),
    ("01.北海道森町", "総務省", "補佐級"),
    (None, "財務省", "係長級"),
    ("02.岩手県大船渡市", "環境省", "補佐級"),
    (None, "財務省", "課長級"),
)
GARBAGE = (
    b"<",
    b"&",
    b"&x;",
    b"\xff",
    b"\x00",
    b"]]>",
    b"<c r='A1'>",
    b"-1",
    b"9" * 30,
    b"NaN",
    b"",
)
Parts = dict[str, bytes]


def sound() -> bytes:
    """Return a workbook with a list, a number, a date and a formula."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    sheet["D1"], sheet["D2"], sheet["D3"] = "備考", 12.5, "=D2*2"
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def damaged(data: bytes, chance: Random) -> bytes:
    """Return the workbook damaged in one way."""
    return chance.choice(_WAYS)(data, chance)


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(data: bytes, chance: Random) -> bytes:
    found = bytearray(data)
    for _each in range(chance.choice((1, 1, 2, 5, 50))):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _heads_flipped(data: bytes, chance: Random) -> bytes:
    """Change the heads of the parts: their packing, their length, whether they have a password."""
    found = bytearray(data)
    heads = [match.start() for match in re.finditer(rb"PK(\x03\x04|\x01\x02)", data)]
    at = chance.choice(heads) + chance.randrange(4, 46)
    found[min(at, len(found) - 1)] = chance.choice((0, 1, 8, 9, 12, 99, 255))
    return bytes(found)


def _repacked(data: bytes, chance: Random) -> bytes:
    parts = _parts(data)
    name, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    way = chance.randrange(6)
    if way == 0:
        del parts[name]
    elif way == 1:
        parts[name], parts[other] = parts[other], parts[name]
    elif way == 2:
        parts[name] = b""
    elif way == 3:
        parts[chance.choice(("x", "../x", "xl/", "")) + name] = parts.pop(name)
    elif way == 4:
        parts[name] = chance.randbytes(chance.randrange(200))
    else:
        parts[name] = parts[name].decode().encode("utf-16")
    return _packed(parts, chance)


def _broken_xml(data: bytes, chance: Random) -> bytes:
    parts = _parts(data)
    name = chance.choice(sorted(parts))
    text = parts[name]
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.choice((0, 1, 5, 40)))
    parts[name] = text[:start] + chance.choice(GARBAGE) + text[end:]
    return _packed(parts, chance)


def _other_values(data: bytes, chance: Random) -> bytes:
    """Change values of attributes, and texts, so that the XML stays sound."""
    parts = _parts(data)
    name = chance.choice(sorted(each for each in parts if each.startswith("xl/")))
    pieces = re.split(rb'(?<=")([^"<>]*)(?=")|(?<=>)([^<>]+)(?=<)', parts[name])
    values = [index for index, piece in enumerate(pieces) if index % 3 and piece]
    if values:
        value = (b"", b"-1", b"9" * 20, b"x", b"s", b"d", b"e", b"XFD1048577", b"A0", b"1e400")
        pieces[chance.choice(values)] = chance.choice(value)
    parts[name] = b"".join(piece for piece in pieces if piece)
    return _packed(parts, chance)


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut,
    _flipped,
    _heads_flipped,
    _repacked,
    _broken_xml,
    _other_values,
)


def _parts(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Parts, chance: Random) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", chance.choice((ZIP_STORED, ZIP_DEFLATED))) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
