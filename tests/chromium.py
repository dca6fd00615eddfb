"""Find a Chromium for the browser tests, or install one, and say what was done."""

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

ARGUMENTS = [
    "--no-sandbox",  # tests may run as root, as in a container
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_or_install(playwright: Playwright) -> str | None:
    """Return the path of a Chromium: an installed one, else Playwright's, else the system's.

    Tests run in several processes; one of them installs while the others wait.
    """
    with Path(tempfile.gettempdir(), "atlas-tests-chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return (
            _installed()
            or _of_playwright(playwright)
            or _installed_by("Playwright", _playwright_commands())
            or _of_playwright(playwright)
            or _installed_by("apt-get", _apt_commands())
        )


def _installed() -> str | None:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MACOS) if MACOS.exists() else None)


def _of_playwright(playwright: Playwright) -> str | None:
    path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _playwright_commands() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _apt_commands() -> list[list[str]]:
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return [[*sudo, "apt-get", "update"], [*sudo, "apt-get", "install", "-y", "chromium"]]


def _installed_by(name: str, commands: list[list[str]]) -> str | None:
    """Run installing commands; what they print is shown if a browser test then fails."""
    for command in commands:
        print(f"No Chromium found: trying {name}: {' '.join(command)}")  # noqa: T201  # for whoever waits
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(error)  # noqa: T201
            return None
        if done.returncode:
            print(done.stderr[-500:])  # noqa: T201
            return None
    return _installed()


if __name__ == "__main__":  # before the tests, so that whoever waits sees what is done
    with sync_playwright() as running:
        found = find_or_install(running)
    print(f"Chromium for the browser tests: {found or 'none'}")  # noqa: T201
