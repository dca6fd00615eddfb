"""What is shown where a page is shared: a pairing's own picture, or the one of the site."""

from collections.abc import Iterator

from atlas import routes
from atlas.model import Kept, Pairing
from atlas.text import LANGUAGES, Language
from atlas.views import parts
from atlas.views.lines import Line, Span
from atlas.views.page import Picture, ShareCard
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain


def all_cards(setting: Setting) -> Iterator[ShareCard]:
    """Compose every card of the site, in both languages."""
    for language in LANGUAGES:
        for pairing in (None, *setting.graph.pairings):
            yield card_of(setting, language, pairing)


def card_of(setting: Setting, language: Language, pairing: Pairing | None) -> ShareCard:
    """Compose the card of a pairing; without one, that of all other pages."""
    w = Writer(setting, language, routes.HOME)
    return _of_pairing(w, pairing) if pairing else _of_site(w)


def of_record(w: Writer, record: Kept | None) -> Picture | None:
    """Return the picture of a record's page, if it has one of its own."""
    return _picture(w, _of_pairing(w, record)) if isinstance(record, Pairing) else None


def of_site(w: Writer) -> Picture:
    """Return the picture of all other pages."""
    return _picture(w, _of_site(w))


def _picture(w: Writer, card: ShareCard) -> Picture:
    """Where a card is, and what it says in words."""
    said = (card.label, " – ".join(card.names), card.note)
    text = plain(w.listed((Span(part),) for part in said if part))
    return Picture(routes.file(w.setting.base, card.path), text)


def _of_pairing(w: Writer, pairing: Pairing) -> ShareCard:
    """Who works together, in which programme, and since when or as of when."""
    programme = w.graph.programme(pairing.programme)
    when: Line = ()
    if pairing.since:
        when = parts.since(w, pairing)
    elif programme.as_of_text:
        when = w.line(programme.as_of_text)
    elif programme.as_of:
        when = w.sentence(w.sentences.as_of, date=w.date(programme.as_of))
    return ShareCard(
        path=routes.card_file(w.language, pairing.id),
        label=w.to(programme.short_name or programme.name),
        names=w.side_names(pairing),
        note=plain(when),
        site=w.to(w.graph.site.name),
    )


def _of_site(w: Writer) -> ShareCard:
    """What the site is."""
    site = w.graph.site
    return ShareCard(
        path=routes.card_file(w.language),
        label="",
        names=(w.to(site.name),),
        note=plain(w.paragraphs(site.description)[0]),
        site="",
    )
