"""The formats that data are published in."""

from collections.abc import Mapping
from types import MappingProxyType

MEDIA_TYPES: Mapping[str, str] = MappingProxyType({
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
})  # fmt: skip
"""The media type of a file, by what its name ends in (registered with the IANA)."""


def media_type(path: str) -> str:
    """Return the media type of a file; raise KeyError if the format is not one of ours."""
    return MEDIA_TYPES[path.rpartition(".")[2]]
