"""Find a Chromium and a Japanese font for the browser tests, or install them, and say what was done."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FONT = "fonts-ipafont-gothic"
"""Debian's smallest of Japanese. Without any, each sign is a narrow box, and links are too small."""

ARGUMENTS = [
    "--no-sandbox",  # tests may run as root, as in a container
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_or_install(playwright: Playwright) -> str | None:
    """Return the path of a Chromium: an installed one, else Playwright's, else the system's.

    Tests run in several processes; one of them installs while the others wait. Where no font has
    Japanese letters, one is installed, too.
    """
    with Path(tempfile.gettempdir(), "atlas-tests-chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = (
            _installed()
            or _of_playwright(playwright)
            or (_ran("No Chromium found", _PLAYWRIGHT) and _of_playwright(playwright))
            or (_ran("No Chromium found", _apt("chromium", FONT)) and _installed())
            or None
        )
        if not _has_japanese() and not _ran("No Japanese font found", _apt(FONT)):
            print("No Japanese font could be installed: links will seem too narrow.")  # noqa: T201
        return found


def _installed() -> str | None:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MACOS) if MACOS.exists() else None)


def _of_playwright(playwright: Playwright) -> str | None:
    path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _has_japanese() -> bool:
    """Whether some font has Japanese letters; assumed where fontconfig cannot be asked."""
    if not shutil.which("fc-list"):
        return True
    told = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False)
    return bool(told.stdout.strip())


_PLAYWRIGHT = [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _apt(*packages: str) -> list[list[str]]:
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return [[*sudo, "apt-get", "update"], [*sudo, "apt-get", "install", "-y", *packages]]


def _ran(why: str, commands: list[list[str]]) -> bool:
    """Run installing commands; what they print is shown if a browser test then fails."""
    for command in commands:
        print(f"{why}: trying {' '.join(command)}")  # noqa: T201  # for whoever waits
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(error)  # noqa: T201
            return False
        if done.returncode:
            print(done.stderr[-500:])  # noqa: T201
            return False
    return bool(commands)


if __name__ == "__main__":  # before the tests, so that whoever waits sees what is done
    with sync_playwright() as running:
        found = find_or_install(running)
    print(f"Chromium for the browser tests: {found or 'none'}")  # noqa: T201
