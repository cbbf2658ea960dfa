"""Make the pictures of the READMEs: the page of the made-up roster (`make pictures`)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, sync_playwright

from banso_cli.cli import main
from tests.browser.conftest import FLAGS, found_browser

FOLDER = Path(__file__).parents[2] / ".github"
WIDTH, HEIGHT = 1280, 1200
SCALE = 0.625
"""Pixels of a picture for each pixel of the page: 800 wide, and small."""

PLACES = {"page.png": "body", "page-map.png": "#teams"}
"""Each picture, and the part of the page that it begins with."""


def make_pictures() -> int:
    """Write the pictures; the made-up roster is the same each time."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        roster, page_file = Path(folder) / "roster", Path(folder) / "page.html"
        main(["init", str(roster), "--example"])
        main(["report", "--roster", str(roster), "--format", "html", "-o", str(page_file)])
        browser = playwright.chromium.launch(executable_path=found_browser(), args=list(FLAGS))
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE
        )
        page.goto(page_file.as_uri())
        for name, place in PLACES.items():
            box = page.locator(place).bounding_box()
            top = box["y"] if box else 0
            part: FloatRect = {"x": 0, "y": top, "width": WIDTH, "height": HEIGHT}
            page.screenshot(path=FOLDER / name, full_page=True, clip=part)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(make_pictures())
