"""What the bytes of a file are that is not a text in UTF-8, told by how it begins."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

UTF_16, UTF_32 = "UTF-16", "UTF-32"

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


def wide_encoding(data: bytes) -> str:
    """Return UTF-32 or UTF-16 for bytes with letters of four or two bytes; empty for others.

    No list and no record has a letter of zeros alone.
    """
    if data.startswith((BOM_UTF32_BE, BOM_UTF32_LE)):
        return UTF_32
    high = [data[:_SEEN][start::4] for start in (0, 3)]
    if len(data) % 4 == 0 and any(part and not any(part) for part in high):
        return UTF_32
    return UTF_16 if is_utf_16(data) or b"\0" in data else ""


def is_utf_16(data: bytes) -> bool:
    """Tell whether bytes are a text in UTF-16, with or without a byte order mark."""
    if data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        return True
    seen = data[:_SEEN]
    zeros = [seen[start::2].count(0) for start in (0, 1)]
    return min(zeros) == 0 and max(zeros) >= _FEWEST and max(zeros) * 8 > len(seen)
