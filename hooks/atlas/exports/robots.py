"""robots.txt (RFC 9309): everything may be read, and where the map of the site is."""

from atlas import routes


def text(base: str) -> str:
    """Return the file for a site whose own address is `base`."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}{routes.SITEMAP_FILE}\n"
