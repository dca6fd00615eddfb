"""The formats that data are published in."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

_FORMATS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "geojson": ("GeoJSON", "application/geo+json"),
    "ics": ("", "text/calendar"),  # the vocabulary has a word for it
    "atom": ("Atom", "application/atom+xml"),
})  # fmt: skip
"""What a format is called, and its media type (registered with the IANA), by a file's ending."""


def timestamp(moment: datetime) -> str:
    """Write a moment in UTC to the second (RFC 3339)."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def extension(path: str) -> str:
    """Return what the name of a file ends in, without the dot."""
    return path.rpartition(".")[2]


def name(path: str) -> str:
    """Return what the format of a file is called; blank for a calendar, which has a plainer name.

    Raises KeyError if the format is not one of ours.
    """
    return _FORMATS[extension(path)][0]


def media_type(path: str) -> str:
    """Return the media type of a file. Raises KeyError if the format is not one of ours."""
    return _FORMATS[extension(path)][1]
