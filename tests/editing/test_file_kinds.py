"""Files of other programs are named as what they are, whatever their name says."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from banso_cli.files.failure import Failure
from banso_cli.intake.sheets import opening
from banso_cli.intake.sheets import workbook as workbooks
from banso_cli.intake.sheets.opening import read_sheets
from tests.editing.damage import ROWS, sound

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
EXCEL = "open it in Excel, and save it as .xlsx"
WORD = ("a document of Word", "copy its table into a sheet, and save that as .xlsx")


def archive(*names: str) -> bytes:
    """Return an archive of empty files, the same at any time: it is part of the name of a test."""
    stream = BytesIO()
    with ZipFile(stream, "w") as found:
        for name in names:
            found.writestr(ZipInfo(name), "")
    return stream.getvalue()


def refused(file: Path) -> tuple[str, str]:
    with pytest.raises(Failure) as caught:
        read_sheets(file)
    (refusal,) = caught.value.refusals
    return refusal.message, refusal.help


@pytest.mark.parametrize(
    ("data", "what", "help_line"),
    [
        (OLE + "Workbook".encode("utf-16-le"), "a workbook of Excel 97-2003 (.xls)", EXCEL),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "a workbook with a password",
            "open it in Excel, take the password away under File > Info, and save it",
        ),
        (OLE + "WordDocument".encode("utf-16-le"), *WORD),
        (archive("word/document.xml"), *WORD),
        (
            archive("mimetype", "content.xml"),
            "a file of LibreOffice (.ods, .odt)",
            "open it there, and save it as .xlsx",
        ),
        (
            archive("ppt/presentation.xml"),
            "slides of PowerPoint",
            "copy its table into a sheet, and save that as .xlsx",
        ),
        (archive("xl/workbook.bin"), "a binary workbook (.xlsb)", EXCEL),
        (
            b"%PDF-1.7\n",
            "a PDF file",
            "copy its table into a sheet, and save that as .xlsx or CSV",
        ),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "a web page (HTML)", EXCEL),
        (b"<Table>", "a web page (HTML)", EXCEL),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file", EXCEL),
        (
            b"\x89PNG\r\n",
            "a picture",
            "type its table into a sheet, and save that as .xlsx or CSV",
        ),
    ],
)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".any"])
def test_what_is_no_list_is_named(
    data: bytes, what: str, help_line: str, suffix: str, tmp_path: Path
) -> None:
    file = tmp_path / f"list{suffix}"
    file.write_bytes(data)
    assert refused(file) == (f"list{suffix}: this is {what}", help_line)


@pytest.mark.parametrize("name", ["list.csv", "list.xlsm", "list"])
def test_a_workbook_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(sound())
    (sheet,) = read_sheets(tmp_path / name)
    assert tuple(each.text for each in sheet.lines[0].cells[:3]) == ROWS[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_text_of_excel_in_utf16_is_read(encoding: str, tmp_path: Path) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    (tmp_path / "list.txt").write_bytes(f"{mark}市町村名\t役職\n".encode(encoding))
    (sheet,) = read_sheets(tmp_path / "list.txt")
    assert [each.text for each in sheet.lines[0].cells] == ["市町村名", "役職"]


def test_text_that_breaks_off_within_a_letter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes("市町村名".encode("utf-16") + b"x")
    assert refused(tmp_path / "list.txt")[1] == "save the file in UTF-8"


def strict(data: bytes) -> bytes:
    """Return a workbook in the strict form, as far as what is looked at goes."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            new.writestr(name, text)
    return stream.getvalue()


def test_the_strict_form_of_excel_is_named(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(strict(sound()))
    assert refused(tmp_path / "list.xlsx") == (
        "list.xlsx: a workbook of the form 'Strict Open XML', which is not read",
        "save it in Excel as 'Excel Workbook (*.xlsx)'",
    )


def test_a_workbook_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.xlsx"
    message = "list.xlsx: too large for a list"
    with ZipFile(file, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * (workbooks.LARGEST + 1))
    assert refused(file)[0] == message
    monkeypatch.setattr(workbooks, "MOST_CELLS", 100)
    saved(file, (1, 101))
    assert refused(file)[0] == message
    saved(file, *((row, column) for row in range(1, 11) for column in range(1, 12)))
    assert refused(file)[0] == message
    monkeypatch.setattr(workbooks, "_LAST_ROW", 30)
    saved(file, (31, 1))
    assert refused(file)[0] == message
    saved(file, (30, 1))
    assert [line.number for line in read_sheets(file)[0].lines] == [30]
    monkeypatch.setattr(opening, "LARGEST", 10)
    assert refused(file)[0] == message


def saved(file: Path, *cells: tuple[int, int]) -> None:
    """Write a workbook with something in these cells."""
    workbook = Workbook()
    for row, column in cells:
        workbook.worksheets[0].cell(row, column, 1)
    workbook.save(file)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_a_text_of_wide_letters_without_a_mark_is_named(
    encoding: str, named: str, tmp_path: Path
) -> None:
    text = "市町村名\t所属府省庁\t役職\n北海道森町\t総務省\t課長級\n"
    (tmp_path / "list.txt").write_bytes(text.encode(encoding))
    message, help_line = refused(tmp_path / "list.txt")
    assert message == f"list.txt: this is a text in {named}"
    assert help_line == "save the file in UTF-8"
