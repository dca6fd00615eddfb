"""Pages of bodies that are not places."""

from atlas import routes
from atlas.model import Organisation
from atlas.views import parts
from atlas.views.blocks import Links, Page, Section, Span
from atlas.views.writer import Writer


def page(w: Writer, organisation: Organisation) -> Page:
    """One body: what it is, where it takes part, and what it stated."""
    words, graph = w.words, w.graph
    programmes = graph.programmes_of[organisation.id]
    sayings = graph.sayings_of[organisation.id]
    summary = w.paragraphs(organisation.description) or (w.line(organisation.name),)
    cited = [*organisation.sources, *(said.source.id for said in sayings)]
    sections = parts.present(
        Section("programmes", w.to(words.programmes),
                (Links(tuple(w.programme(programme) for programme in programmes)),))
        if programmes else None,
        Section("statements", w.to(words.statements), (parts.statement_list(w, sayings),))
        if sayings else None,
        parts.sources(w, organisation, cited),
    )  # fmt: skip
    names = (
        [w.foreign(organisation.native.text, organisation.native.lang)]
        if organisation.native
        else []
    )
    if w.language != "ja":
        names.insert(0, w.foreign(organisation.name.ja, "ja"))
    subtitle = tuple(part for name in names for part in (Span(" · "), name))[1:]
    return Page(
        routes.record("organisations", organisation.id),
        w.language,
        w.to(organisation.name),
        summary[0][0].text,
        sections,
        kind=w.to(words.organisation),
        subtitle=subtitle,
        lead=summary,
        record_file=routes.record_file("organisations", organisation.id),
    )
