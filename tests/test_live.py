"""What is wrong, laid over pages that are served."""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

from atlas import routes
from atlas.live import Overlay
from atlas.text import LANGUAGES

PAGE = b"<html><body><p>page</p></body></html>"


def _app(media_type: str, body: bytes) -> Any:
    def app(_: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", media_type), ("Content-Length", str(len(body)))])
        return [body]

    return app


def _get(overlay: Overlay, path: str, media_type: str = "text/html", body: bytes = PAGE) -> bytes:
    """Ask for a path; the standard library's validator watches both sides of the overlay."""
    app = validator(overlay.around(validator(_app(media_type, body)), routes.root))
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": "", "SCRIPT_NAME": ""}
    setup_testing_defaults(environ)
    told: dict[str, str] = {}

    def start_response(_: str, headers: Any, *__: Any) -> Callable[[bytes], object]:
        told.update(headers)
        return lambda _: None

    answer: Any = app(environ, start_response)
    content = b"".join(answer)
    answer.close()
    assert told["Content-Length"] == str(len(content))
    return content


@pytest.mark.parametrize(
    ("path", "shown"), [("/", "誤り"), ("/en/", "wrong"), ("/en/places/x/", "wrong"), ("/sub/", "誤り")]
)  # fmt: skip
def test_pages_show_it_in_their_language(path: str, shown: str) -> None:
    """Before the end of the page, and no other language beside it."""
    overlay = Overlay({"ja": "<b>誤り</b>", "en": "<b>wrong</b>"})
    expected = PAGE.replace(b"</body>", f"<b>{shown}</b></body>".encode())
    assert _get(overlay, path) == expected


def test_what_is_no_page_stays_as_it_is() -> None:
    """Pictures and data are not touched, and with nothing wrong pages are not either."""
    overlay = Overlay({"ja": "誤り", "en": "wrong"})
    assert _get(overlay, "/x.json", "application/json", b"{}") == b"{}"
    assert _get(overlay, "/", body=b"404 Not Found") == "404 Not Found誤り".encode()
    overlay.html = {}
    assert _get(overlay, "/") == PAGE


@pytest.mark.parametrize(("before", "after"), [("", "<b>x</b>"), ("<b>x</b>", "")])
def test_a_page_that_waited_for_a_build_shows_what_that_found(before: str, after: str) -> None:
    """MkDocs answers only when a build has ended, which may have found or mended a mistake."""
    overlay = Overlay(dict.fromkeys(LANGUAGES, before) if before else {})

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        overlay.html = dict.fromkeys(LANGUAGES, after) if after else {}
        answer: Iterable[bytes] = _app("text/html", PAGE)(environ, start_response)
        return answer

    told: list[Any] = []
    environ = {"PATH_INFO": "/"}
    body = overlay.around(app, routes.root)(environ, lambda *answer: told.append(answer))
    assert b"".join(body) == PAGE.replace(b"</body>", f"{after}</body>".encode())
