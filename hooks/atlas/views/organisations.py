"""Pages of bodies that are not places."""

from atlas import routes
from atlas.model import Organisation
from atlas.views import offers, parts, retirement
from atlas.views.blocks import Facts, Links, Row
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer


def page(w: Writer, organisation: Organisation) -> Page:
    """One body: what it is, where it takes part, and what it stated."""
    words, graph = w.words, w.graph
    programmes = graph.programmes_of[organisation.id]
    sayings = graph.sayings_of[organisation.id]
    summary = w.paragraphs(organisation.description) or (w.line(organisation.name),)
    data = offers.of_record(w, organisation)
    sections = parts.present(
        _address(w, organisation),
        Section("programmes", w.to(words.programmes),
                (Links(tuple(w.programme(programme) for programme in programmes)), data))
        if programmes else None,
        parts.statements(w, sayings, data),
        parts.sources(w, organisation, organisation.sources),
    )  # fmt: skip
    return Page(
        routes.record("organisations", organisation.id),
        w.language,
        w.to(organisation.name),
        summary[0][0].text,
        sections,
        kind=w.line(words.organisation),
        subtitle=_other_names(w, organisation),
        lead=summary,
        notice=retirement.notice(w, organisation),
        record_file=routes.record_file("organisations", organisation.id),
    )


def _other_names(w: Writer, organisation: Organisation) -> Line:
    """The name in the body's own language and others; on an English page the Japanese one too."""
    names: list[Span] = []
    if w.language != "ja":
        names.append(w.foreign(organisation.name.ja, "ja"))
    if organisation.native:
        names.append(w.foreign(organisation.native.text, organisation.native.lang))
    names += (w.other_name(alias) for alias in organisation.aliases)
    return w.listed((name,) for name in names)


def _address(w: Writer, organisation: Organisation) -> Section | None:
    if organisation.url is None:
        return None
    address = (Span(organisation.url, href=organisation.url),)
    row = Row(w.to(w.words.address_web), (address,), cite=w.cite_id(None, organisation.sources))
    return Section("at-a-glance", w.to(w.words.at_a_glance), (Facts((row,)),))
