"""A local web server that compresses and weighs what it sends, as if it were out on the web."""

import gzip
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".geojson"}
"""The formats that servers compress; pictures are compressed already."""


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is being served."""

    address: str
    """Of its root, with a final slash."""
    sent: dict[str, int] = field(default_factory=dict)
    """For each path asked for, the bytes of the last answer, headers included."""


class _Counting(io.BufferedIOBase):
    """Notes how much is written to another stream, before whoever reads that has all of it."""

    def __init__(self, to: Any, note: Callable[[int], None]) -> None:
        self.to, self.note = to, note

    def write(self, data: Any) -> int:
        self.note(len(data))
        return int(self.to.write(data))


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as on the web

    def __init__(self, *arguments: Any, sent: dict[str, int], **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)

    def setup(self) -> None:
        """Count on the way out."""
        super().setup()
        self.wfile: Any = _Counting(self.wfile, self._count)

    def _count(self, size: int) -> None:
        self.weight += size
        self.sent[self.path] = self.weight

    def handle_one_request(self) -> None:
        """Answer, and note how much is sent."""
        self.path, self.weight = "", 0
        super().handle_one_request()

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def send_head(self) -> Any:
        """Answer with the compressed file where that is asked for and pays."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        wanted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (wanted and path.is_file() and path.suffix in COMPRESSED):
            return super().send_head()
        body = _compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return io.BytesIO(body)


@cache
def _compressed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder, which may still be empty, on a free port of this machine."""
    sent: dict[str, int] = {}
    handler = partial(_Handler, directory=str(folder), sent=sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}/", sent)
        finally:
            server.shutdown()
