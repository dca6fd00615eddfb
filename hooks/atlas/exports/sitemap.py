"""sitemap.xml (sitemaps.org 0.9): every page, with its counterparts in the other languages."""

from collections.abc import Iterable
from html import escape

from atlas import routes
from atlas.text import LANGUAGES

_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def text(base: str, all_routes: Iterable[str], day: str) -> str:
    """Return the file for pages at these routes, last changed on a day (ISO 8601)."""
    entries = "".join(_entries(base, route, day) for route in all_routes)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMESPACES}>\n{entries}</urlset>\n'


def _entries(base: str, route: str, day: str) -> str:
    addresses = [
        (each, escape(routes.absolute(base, route, each), quote=False)) for each in LANGUAGES
    ]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in addresses
    )
    return "".join(
        f"<url><loc>{address}</loc><lastmod>{day}</lastmod>{links}</url>\n"
        for _, address in addresses
    )
