"""What is wrong, shown over the last good site while that is served and edited (WSGI, PEP 3333)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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


def _all_of(body: Iterable[bytes]) -> bytes:
    """Read an answer to its end and close it, as a server would."""
    try:
        return b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()


def _inserted(page: bytes, html: bytes) -> bytes:
    before, end, after = page.rpartition(_END)
    return b"".join((before, html, end, after)) if end else page + html
