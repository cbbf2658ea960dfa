"""What a file is by its first bytes, whatever its name says; and what to do with it."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from banso_cli.locale import _

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LENGTH = 4096


def is_workbook(data: bytes) -> bool:
    """Tell whether this is a workbook of Excel since 2007, maybe a broken one."""
    return data.startswith(ZIP) and not foreign(data)


def foreign(data: bytes) -> tuple[str, str] | None:
    """Return what a file is that holds no list for banso, and what to do; None for others."""
    if data.startswith(_OLE):
        return _in_a_container(data)
    if data.startswith(ZIP):
        return _in_an_archive(data)
    start = data[:_LENGTH].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    known = _by_beginning().items()
    return next((what for beginnings, what in known if start.startswith(beginnings)), None)


def _by_beginning() -> dict[tuple[bytes, ...], tuple[str, str]]:
    to_copy = _("copy its table into a sheet, and save that as .xlsx or CSV")
    to_type = _("type its table into a sheet, and save that as .xlsx or CSV")
    return {
        (b"%pdf-",): (_("a PDF file"), to_copy),
        (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta"): (
            _("a web page (HTML)"),
            _open_in_excel(),
        ),
        (b"<?xml", b"<workbook"): (_("an XML file"), _open_in_excel()),
        (b"\x89png", b"\xff\xd8\xff", b"gif8"): (_("a picture"), to_type),
    }


def _open_in_excel() -> str:
    return _("open it in Excel, and save it as .xlsx")


def _in_a_container(data: bytes) -> tuple[str, str]:
    """Tell apart what old programs of Office, and passwords, put into one container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            _("a workbook with a password"),
            _("open it in Excel, take the password away under File > Info, and save it"),
        )
    if "WordDocument".encode("utf-16-le") in data:
        return _document()
    return _("a workbook of Excel 97-2003 (.xls)"), _open_in_excel()


def _in_an_archive(data: bytes) -> tuple[str, str] | None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    # NotImplementedError: an archive of a version that zipfile does not know
    except (BadZipFile, OSError, ValueError, NotImplementedError, RecursionError):
        return None
    if "content.xml" in names:
        return _("a file of LibreOffice (.ods, .odt)"), _("open it there, and save it as .xlsx")
    if "word/document.xml" in names:
        return _document()
    if "ppt/presentation.xml" in names:
        return _("slides of PowerPoint"), _("copy its table into a sheet, and save that as .xlsx")
    if "xl/workbook.bin" in names:
        return _("a binary workbook (.xlsb)"), _open_in_excel()
    return None


def _document() -> tuple[str, str]:
    return _("a document of Word"), _("copy its table into a sheet, and save that as .xlsx")
