"""A browser, and reports opened in it. All that a page says or asks for is heard, and nothing but itself is given."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer import summarize
from summarizer.models import Report
from summarizer.rendering import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
NAMES = ("chromium", "chromium-browser", "google-chrome")


def _missing(what: str) -> None:
    """Fail in CI, where the browser is a part of the tests; skip on machines that have none."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}: the tests in a browser are not to be skipped in CI")
    pytest.skip(what)


# Ends with the last of these tests in a process, because Playwright's event loop would stand in the way of others.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("no playwright: pip install --group browser")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        _missing("no chromium: apt-get install --no-install-recommends chromium, or name one in CHROMIUM")
    # Chromium refuses to run in its sandbox as the administrator, as whom containers run.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if as_root else [])
        yield started
        started.close()


@dataclass
class Heard:
    """What pages said and asked for beside themselves."""

    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def nothing(self) -> bool:
        """Tell whether pages kept quiet; the assertion that fails shows the rest."""
        return not (self.console or self.errors or self.dialogs or self.requests)


@dataclass
class Reader:
    """Opens files in fresh windows and listens."""

    browser: Browser
    heard: Heard
    contexts: list[BrowserContext]

    def open(self, path: Path, *, viewport: dict[str, int] = DESKTOP, fragment: str = "", **settings: Any) -> Page:
        """Return a page that shows a file; `settings` are those of a browser context."""
        context = self.browser.new_context(viewport=viewport, **settings)  # type: ignore[arg-type]
        self.contexts.append(context)
        context.set_default_timeout(15_000)
        uri = path.as_uri()

        def answer(route: Route) -> None:
            if route.request.url.partition("#")[0] == uri:
                route.continue_()
            else:
                self.heard.requests.append(route.request.url)
                route.abort()

        context.route("**/*", answer)
        page = context.new_page()
        page.on("console", lambda message: self.heard.console.append(message.text))
        page.on("pageerror", lambda error: self.heard.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.heard.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(uri + fragment)
        return page


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Opens pages; whatever the test was about, no page may have spoken, failed or asked for anything."""
    found = Reader(browser, Heard(), [])
    yield found
    for context in found.contexts:
        context.close()
    assert found.heard.nothing(), found.heard


@dataclass(frozen=True)
class Made:
    """A report and the page made of it."""

    report: Report
    path: Path


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Report], Made]:
    """Writes the page of a report."""

    def write(name: str, report: Report) -> Made:
        path = tmp_path_factory.mktemp(name) / "brief.html"
        path.write_text(render(report, format="html"), "utf-8")
        return Made(report, path)

    return write


@pytest.fixture(scope="package")
def shared_page(shared: Path, made: Callable[[str, Report], Made]) -> Made:
    """The page of the real articles."""
    return made("shared", summarize(shared / "seeds", backend="offline"))


@pytest.fixture(scope="package")
def seeds_page(seeds: Path, made: Callable[[str, Report], Made]) -> Made:
    """The page of the demo articles."""
    return made("seeds", summarize(seeds, backend="offline"))


@pytest.fixture(params=["shared", "seeds"])
def brief_page(request: pytest.FixtureRequest) -> Made:
    """The page of the real articles, then of the demo articles."""
    page: Made = request.getfixturevalue(f"{request.param}_page")
    return page
