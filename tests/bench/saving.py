"""From saved to seen: how long a saved pairing takes until a browser that waits has the new page."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from tests.bench.measuring import FailedError
from tests.bench.staging import Builder, fresh

_PATIENCE = 900
_SUMMARY = re.compile(r"\S+は、\S+協力しています。")  # in YAML and in Markdown alike
_RELOADS = re.compile(rb"livereload\((\d+), (\d+)\)")


def edits(builder: Builder, folder: Path, data: Path, wanted: int) -> Iterator[float]:
    """Serve a world, edit one pairing after another, and yield the seconds until each was seen."""
    pairings = sorted(file.stem for file in (data / "pairings").glob("*.yml"))
    environment = fresh(builder, folder, data)
    with _serving(builder, folder, environment) as address:
        _wait(f"{address}pairings/{pairings[0]}/", b"</html>", long_polls=False)
        for number in range(wanted):
            pairing = pairings[number * 7 % len(pairings)]
            page = f"{address}pairings/{pairing}/"
            before = _get(page)
            time.sleep(1.5)  # for what a server may still do after it has answered
            mark = f"Edit{number}of{wanted}"
            saved = _edit(folder / builder.edited.format(id=pairing), mark)
            yield _wait(page, mark.encode(), builder.long_polls, before) - saved


def _edit(file: Path, mark: str) -> float:
    """Write a word into a pairing's summary, and return when it was saved."""
    text = file.read_text("utf-8")
    changed = _SUMMARY.sub(mark + r" \g<0>", text, count=1)
    file.write_text(changed, "utf-8")
    return time.perf_counter()


def _wait(page: str, mark: bytes, long_polls: bool, before: bytes = b"") -> float:
    """Ask until the page has the mark, and return when it had: as a browser does, or by asking."""
    until = time.perf_counter() + _PATIENCE
    content = before
    while time.perf_counter() < until:
        try:
            waits = _RELOADS.search(content) if long_polls else None
            if waits:
                root = "/".join(page.split("/")[:3])
                _get(f"{root}/livereload/{int(waits[1])}/{int(waits[2])}")
            else:
                time.sleep(0.01)
            content = _get(page)
        except (OSError, HTTPException):  # not there yet, or replaced while it was sent
            time.sleep(0.1)
            continue
        if mark in content:
            return time.perf_counter()
    raise FailedError(f"{page} did not change within {_PATIENCE} s")


def _get(address: str) -> bytes:
    with urlopen(address, timeout=_PATIENCE) as answer:
        content: bytes = answer.read()
    return content


@contextmanager
def _serving(builder: Builder, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [part.format(port=port) for part in builder.serve]
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, start_new_session=True, stdout=log, stderr=log
        )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
