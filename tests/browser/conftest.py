"""A Chromium without a network, and the page of the real roster opened in it.

Without a browser the tests are skipped, unless the variable BANSO_BROWSER says `required`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.reports.html import page_html
from banso_cli.reports.summary import Summary, summary_of
from tests.reports.summaries import totals_summary
from tests.statistics.rosters import real_counting

BROWSERS = ("chromium", "google-chrome", "chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def found_browser() -> str | None:
    """Return the program that BANSO_CHROMIUM names, else a Chromium on the path."""
    named = os.environ.get("BANSO_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def absent(package: str) -> NoReturn:
    """Skip the test for want of a package; fail it where a browser is required."""
    reason = f"no {package}: install it, or run make test-browser"
    if os.environ.get("BANSO_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium once, and end it before tests that run an event loop of their own."""
    program = found_browser()
    if program is None:
        absent("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


def numbers(teams: Iterable[TeamEntry]) -> list[str]:
    """Return the numbers of teams as the list shows them."""
    return [f"{team.number:02}" for team in teams]


@pytest.fixture(scope="session")
def summary() -> Summary:
    """Return the summary of period 2 of the real roster."""
    return summary_of(real_counting(), 0)


@pytest.fixture(scope="session")
def address(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Store the page and return its address."""
    return stored(summary, tmp_path_factory.mktemp("page"))


@pytest.fixture
def totals_address(tmp_path: Path) -> str:
    """Store the page of a period without teams and return its address."""
    return stored(totals_summary(), tmp_path)


@pytest.fixture
def sparse_address(summary: Summary, tmp_path: Path) -> str:
    """Store the page of a period whose first team has an unknown population; return its address."""
    first, *others = summary.teams
    return stored(replace(summary, teams=(replace(first, population=None), *others)), tmp_path)


@pytest.fixture
def unsound_address(summary: Summary, tmp_path: Path) -> str:
    """Store the page of a roster with errors and return its address."""
    return stored(replace(summary, errors=3), tmp_path)


def stored(summary: Summary, folder: Path) -> str:
    file = folder / "page.html"
    file.write_bytes(page_html(summary).encode("utf-8"))
    return file.as_uri()


Opening = Callable[..., "Opened"]
Printing = Callable[["Opened"], list[str]]


@pytest.fixture
def printing(tmp_path: Path) -> Printing:
    """Return what prints a page on A4 and reads each sheet's text."""
    reader, fonts = shutil.which("pdftotext"), shutil.which("fc-list")
    if reader is None:
        absent("poppler-utils")
    if fonts and not subprocess.run([fonts, ":lang=ja"], check=True, capture_output=True).stdout:
        absent("fonts-noto-cjk")

    def printed(opened: Opened) -> list[str]:
        file = tmp_path / "page.pdf"
        opened.page.pdf(path=file, prefer_css_page_size=True)
        command = [reader, "-layout", "-enc", "UTF-8", str(file), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
        return text.split("\f")[:-1]

    return printed


class Opened:
    """A page in a context of its own, with all that it asked for and complained of.

    `requests` are all that it tried, `sent` those that the browser let out.
    """

    def __init__(self, page: Page, *, scripted: bool = True) -> None:
        self.page = page
        self.scripted = scripted
        self.requests: list[str] = []
        self.sent: list[str] = []
        self.complaints: list[str] = []
        page.context.on("request", lambda request: self.requests.append(request.url))
        page.context.route("**/*", self._answer)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _answer(self, route: Route) -> None:
        self.sent.append(route.request.url)
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            route.abort()

    def settle(self) -> None:
        """Wait until all that waits for a drawn page has followed."""
        self.page.evaluate(
            """() => new Promise((done) => {
              requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done)));
            })"""
        )

    def rows(self) -> list[str]:
        """Return the numbers of the teams that are shown, in their order."""
        if self.scripted:
            self.settle()
        found = self.page.locator("#list tbody tr:visible td:first-child").all_text_contents()
        return [each.strip() for each in found]


@pytest.fixture
def opening(browser: Browser, address: str) -> Iterator[Opening]:
    """Open the page as a visitor with these settings; the contexts are closed after the test."""
    with ExitStack() as contexts:

        def opened(
            width: int = 1280,
            url: str = address,
            **settings: Any,  # noqa: ANN401 - Playwright's own
        ) -> Opened:
            settings.setdefault("reduced_motion", "reduce")  # scrolling takes no time
            context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
            contexts.callback(context.close)
            context.add_init_script(WATCH)
            context.set_default_timeout(10_000)
            found = Opened(context.new_page(), scripted=settings.get("java_script_enabled", True))
            found.page.goto(url)
            return found

        yield opened
