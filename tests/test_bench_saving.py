"""How `make bench` waits for a saved page."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.bench import saving

OLD, NEW = b"<p>as it was</p>", b"<p>Edit0of1</p>"


@contextmanager
def _answering(*answers: tuple[int, bytes]) -> Iterator[str]:
    """Answer with one page after another, each told to be of a length, and with the last for ever."""
    left = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length, page = left.pop(0) if left[1:] else left[0]
            self.send_response(200)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Be silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def test_a_page_replaced_while_it_is_sent_is_asked_for_again() -> None:
    """Some servers write the new page over the one that they are sending."""
    with _answering((len(OLD), OLD), (len(OLD), OLD[:5]), (len(NEW), NEW)) as page:
        assert saving._wait(page, b"Edit0of1", long_polls=False) > 0
