"""A site that is served while it is edited (WSGI, PEP 3333): what is wrong, and only what is looked at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from atlas.disk import put
from atlas.made import Content, encoded
from atlas.routes import PAGE_FILE
from atlas.text import LANGUAGES, Language

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_END = b"</body>"


@dataclass(slots=True)
class Overlay:
    """HTML in each language that is put over every page for as long as there is any."""

    html: Mapping[Language, str] = field(default_factory=dict)

    def around(self, app: App, root: Callable[[Language], str]) -> App:
        """Return an application that answers as another does, with the overlay on its pages.

        `root` has the address of each language's pages below the site's own.
        """

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            begun: list[Any] = []
            body = app(environ, lambda *response: begun.append(response))
            status, headers = begun[-1][:2]
            html = self.html  # only now: `app` waits for a build, which changes it
            if not html or dict(headers).get("Content-Type") != "text/html":
                start_response(status, headers)
                return body
            path = environ["PATH_INFO"]
            *others, default = reversed(LANGUAGES)
            language = next((each for each in others if f"/{root(each)}" in path), default)
            content = _inserted(_all_of(body), html[language].encode())
            kept = [(name, value) for name, value in headers if name != "Content-Length"]
            start_response(status, [*kept, ("Content-Length", str(len(content)))])
            return [content]

        return answer


@dataclass(slots=True)
class Copies:
    """Files that are written when somebody asks for them, each once until the next change.

    Nobody who edits looks at all of two thousand pages: what is saved is seen at once, for only the
    page that is looked at is made anew.
    """

    folder: Path = field(default_factory=Path)
    made: Mapping[str, Content] = field(default_factory=dict)
    """What each file holds, made when it is asked for, by its path below the folder."""
    lock: Lock = field(default_factory=Lock)
    """Held while the site changes, for then nothing old may be written any more."""
    _written: set[str] = field(default_factory=set)

    def renew(self, folder: Path, made: Mapping[str, Content]) -> None:
        """Forget what was written, and offer what there is now."""
        for path in self._written:
            (self.folder / path).unlink(missing_ok=True)
        self._written.clear()
        self.folder, self.made = folder, made

    def write(self, path: str) -> None:
        """Write a file if there is one at this path, and it is not there yet."""
        with self.lock:
            if path in self.made and path not in self._written:
                put(self.folder, path, encoded(self.made[path]))  # nothing, if it cannot be made
                self._written.add(path)

    def before(self, app: App, mount: str, failed: Callable[[Exception], None]) -> App:
        """Return an application that answers as another does, once the file asked for is written.

        The site is served below `mount`. `failed` is told why a file cannot be made.
        """

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith(mount):
                below = path.removeprefix(mount)
                try:
                    self.write(below)
                    self.write(f"{below.rstrip('/')}/{PAGE_FILE}".lstrip("/"))
                except Exception as error:  # whoever edits a template sees what is wrong with it
                    failed(error)
            return app(environ, start_response)

        return answer


def _all_of(body: Iterable[bytes]) -> bytes:
    """Read an answer to its end and close it, as a server would."""
    try:
        return b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()


def _inserted(page: bytes, html: bytes) -> bytes:
    before, end, after = page.rpartition(_END)
    return b"".join((before, html, end, after)) if end else page + html


def snapshot(paths: Iterable[str]) -> dict[str, int]:
    """Return when each file at or below these paths was last changed, in nanoseconds."""
    files = (file for path in paths for file in (Path(path), *Path(path).rglob("*")))
    return {str(file): file.stat().st_mtime_ns for file in files if file.is_file()}
