"""The workbook opened and saved by another program: nothing is lost."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from banso_cli.reports.xlsx import workbook
from tests.reports.workbooks import drawn_charts, full_summary, parts, series_of, title_of

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="soffice is missing: install the package libreoffice-calc"
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return workbook(full_summary())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> Path:
    """Return a folder with the workbook and the profile of an office of its own."""
    found = tmp_path_factory.mktemp("office")
    (found / "概要.xlsx").write_bytes(data)
    return found


def _saved(folder: Path, form: str) -> bytes:
    """Return the workbook as LibreOffice saves it in another form."""
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", form, "--outdir", str(folder / "saved")]
    subprocess.run([*command, str(folder / "概要.xlsx")], check=True, capture_output=True)
    return (folder / "saved" / f"概要.{form}").read_bytes()


@needs_office
def test_libreoffice_keeps_every_cell_and_what_charts_are_drawn_from(
    folder: Path, data: bytes
) -> None:
    saved = _saved(folder, "xlsx")
    assert _cells(saved) == _cells(data)
    assert _charts(saved) == _charts(data)
    book = load_workbook(io.BytesIO(saved))
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"


@needs_office
def test_libreoffice_finds_the_words_of_every_chart(folder: Path, data: bytes) -> None:
    content = parts(_saved(folder, "ods"), "content.xml")["content.xml"]
    words = [unescape(each) for each in re.findall(r"<svg:desc>(.*?)</svg:desc>", content)]
    assert words == [chart.description for chart in drawn_charts(data)]


def _charts(data: bytes) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return title and series of every chart."""
    found = parts(data, "xl/charts/chart")
    charts = (found[f"xl/charts/chart{at}.xml"] for at in range(1, len(found) + 1))
    return [(title_of(xml), series_of(xml)) for xml in charts]


def _cells(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Return the cells of every sheet; text and numbers stay apart, as they do in Python."""
    book: Workbook = load_workbook(io.BytesIO(data))
    return {
        sheet.title: [
            (cell.coordinate, cell.data_type, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in book.worksheets
    }
