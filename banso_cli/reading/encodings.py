"""What the bytes of a file are that is not a text in UTF-8, told by how it begins."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

UTF_16 = "UTF-16"

_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
)
_SEEN = 400
"""Bytes by which UTF-16 without a mark is known: most of its letters have a byte of zeros."""

_FEWEST = 4


def other_format(data: bytes) -> str:
    """Return what a file is whose bytes are no text, or empty."""
    return next((name for start, name in _BEGINNINGS if data.startswith(start)), "")


def is_utf_16(data: bytes) -> bool:
    """Tell whether bytes are a text in UTF-16, with or without a byte order mark."""
    if data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        return True
    seen = data[:_SEEN]
    zeros = [seen[start::2].count(0) for start in (0, 1)]
    return min(zeros) == 0 and max(zeros) >= _FEWEST and max(zeros) * 8 > len(seen)
