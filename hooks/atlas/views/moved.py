"""What stands at the address that a record had under an earlier name: where it is now."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas import routes
from atlas.model import Kept
from atlas.text import LANGUAGES, Language
from atlas.views.lines import Line, Span
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain


@dataclass(frozen=True, slots=True)
class Moved:
    """What leads from an old address to the new one, in one language."""

    path: str
    """Where below the site's address it is published."""
    language: Language
    title: str
    site: str
    """What the site is called."""
    sentence: Line
    """Says, with a link, where the page is now."""
    link: str
    """The new address, seen from the old one."""
    address: str
    """The whole new address."""


def all_moved(setting: Setting) -> Iterator[Moved]:
    """Compose what stands at each old address of the records that have pages of their own."""
    graph = setting.graph
    kinds: tuple[tuple[str, tuple[Kept, ...]], ...] = (
        ("programmes", graph.programmes),
        ("pairings", graph.pairings),
        ("places", graph.places),
        ("themes", graph.themes),
        ("organisations", graph.organisations),
        ("sources", graph.sources),
    )
    for kind, records in kinds:
        for record in records:
            for old in record.formerly:
                here = routes.record(kind, old)
                there = routes.record(kind, record.id)
                for language in LANGUAGES:
                    yield _moved(Writer(setting, language, here), record, there)


def _moved(w: Writer, record: Kept, there: str) -> Moved:
    name, link = plain(w.record(record)), routes.link(w.here, there)
    return Moved(
        path=routes.output_file(w.here, w.language),
        language=w.language,
        title=name,
        site=w.to(w.graph.site.name),
        sentence=w.sentence(w.sentences.moved, record=(Span(name, href=link),)),
        link=link,
        address=routes.absolute(w.setting.base, there, w.language),
    )
