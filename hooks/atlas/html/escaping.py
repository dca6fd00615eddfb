"""Text → HTML that shows it as it stands."""

from functools import lru_cache


@lru_cache(maxsize=16_384)  # names, labels and addresses recur on page after page
def escaped(text: str) -> str:
    """Return text as HTML, for between tags and for attributes, as `markupsafe.escape` does."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )
