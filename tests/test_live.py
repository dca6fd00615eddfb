"""What is wrong, laid over pages that are served."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

from atlas import routes
from atlas.live import Copies, Overlay, snapshot
from atlas.made import Made
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


def _asked(copies: Copies, path: str, failed: list[Exception]) -> None:
    app = copies.before(_app("text/html", PAGE), "/sub/", failed.append)
    assert b"".join(app({"PATH_INFO": path}, lambda *_: None)) == PAGE


def test_only_what_is_asked_for_is_made_and_only_once(tmp_path: Path) -> None:
    """A page by its folder, with or without a slash; and after a change everything anew."""
    made: list[str] = []

    def make(name: str, content: str) -> str:
        made.append(name)
        return content

    def site(word: str) -> Made[str | bytes]:
        paths = ("index.html", "places/x/index.html", "feeds/a.atom")
        return Made({path: lambda path=path: make(path, word) for path in paths})  # type: ignore[misc]

    copies, failed = Copies(), list[Exception]()
    copies.renew(tmp_path, site("old"))
    for path in ("/sub/places/x/", "/sub/places/x", "/sub/feeds/a.atom", "/sub/no", "/elsewhere"):
        _asked(copies, path, failed)
    assert made == ["places/x/index.html", "feeds/a.atom"]
    assert (tmp_path / "feeds" / "a.atom").read_text("utf-8") == "old"
    copies.renew(tmp_path, site("new"))
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
    _asked(copies, "/sub/", failed)
    assert (tmp_path / "index.html").read_text("utf-8") == "new"
    assert failed == []


def test_whoever_waits_is_told_why_a_page_cannot_be_made(tmp_path: Path) -> None:
    """The request is answered all the same, as if the page were not there."""
    copies, failed = Copies(), list[Exception]()
    copies.renew(tmp_path, Made({"index.html": lambda: str(1 // 0)}))
    _asked(copies, "/sub/", failed)
    assert [type(error) for error in failed] == [ZeroDivisionError]
    assert list(tmp_path.iterdir()) == []


def test_changed_new_and_deleted_files_are_noticed(tmp_path: Path) -> None:
    """In folders, and where a file itself is named."""
    (tmp_path / "docs").mkdir()
    for name in ("mkdocs.yml", "docs/a.md"):
        (tmp_path / name).write_text("x", "utf-8")
    watched = [str(tmp_path / "mkdocs.yml"), str(tmp_path / "docs"), str(tmp_path / "none")]
    seen = [snapshot(watched)]
    (tmp_path / "docs" / "b.md").write_text("x", "utf-8")
    seen.append(snapshot(watched))
    (tmp_path / "docs" / "a.md").unlink()
    seen.append(snapshot(watched))
    assert snapshot(watched) == seen[2]
    assert len({tuple(sorted(each)) for each in seen}) == 3
