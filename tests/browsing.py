"""Chromium and the built site, for every test that looks at pages as readers do."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import chromium
from tests.serving import served

WIDE, NARROW = (1440, 900), (390, 844)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site, served below the sub-path that it was built for."""
    with served(site.parent) as server:
        yield f"{server.address}atlas/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; on CI its absence is a failure, elsewhere the reason is given."""
    with sync_playwright() as playwright:
        path = chromium.find_or_install(playwright)
        if path is None:
            reason = "no Chromium found, and none could be installed"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        running = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield running
        running.close()


def context(
    browser: Browser, size: tuple[int, int] = WIDE, *, dark: bool = False, scripts: bool = True
) -> BrowserContext:
    """A window, which forgets everything when it is closed."""
    return browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
        service_workers="block",
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a wide window."""
    with context(browser) as opened:
        yield opened.new_page()
