"""All that differs between two loaded data folders.

Both are rendered by the code of today, so that what is told comes of the data alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

import atlas
from atlas import views
from atlas.changes.figures import Figure, figures
from atlas.changes.records import Key, RecordChange, by_key, records
from atlas.changes.touched import PageChange, Version, files, pages
from atlas.changes.wording import SINGLES
from atlas.model import Kept
from atlas.text import Text
from atlas.views import Setting
from atlas.views.bilingual import in_both
from atlas.views.writer import plain


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between the data of two times."""

    records: tuple[RecordChange, ...]
    names: Mapping[Key, Text]
    """What those records are called: by the later data, if they still have them."""
    pages: tuple[PageChange, ...]
    files: int
    """How many files beside the pages become others."""
    figures: tuple[Figure, ...]
    """How complete the data were and are."""


def version(of: atlas.Atlas, base: str, generated_at: datetime) -> Version:
    """Render data, which must be without problems, to compare them with others."""
    site = atlas.render(of, base, generated_at)
    assert of.graph is not None
    return Version(views.setting(of.graph, base, generated_at), site)


def between(before: Version | None, after: Version) -> Changes:
    """Compare the data of two times; without earlier ones everything was added."""
    old, new = (before.setting if before else None), after.setting
    found = records(old.graph if old else None, new.graph)
    return Changes(
        records=found,
        names=dict(_names(old, new, found)),
        pages=pages(before, after, found),
        files=files(before, after),
        figures=figures(old, new),
    )


def _names(
    before: Setting | None, after: Setting, changes: Iterable[RecordChange]
) -> Iterator[tuple[Key, Text]]:
    earlier, later = (by_key(before.graph) if before else {}), by_key(after.graph)
    for change in changes:
        key = change.kind, change.id
        if before and change.what == "removed":
            yield key, _name(before, change.kind, earlier[key])
        else:
            yield key, _name(after, change.kind, later[key])


def _name(setting: Setting, kind: str, record: BaseModel) -> Text:
    if isinstance(record, Kept):
        kept = record
        return in_both(setting, lambda w: plain(w.record(kept)))
    return SINGLES[kind]
