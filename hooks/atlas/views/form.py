"""The page with the form, and the rules that a form cannot check."""

from collections.abc import Iterable, Iterator

from atlas import routes
from atlas.problem import Rule
from atlas.rules.while_typing import WHILE_TYPING
from atlas.source import FILE_RULES
from atlas.views.blocks import Form, Points, Prose
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain

CHECKED = frozenset({
    "shared-id", "same-place-twice", "doubled-id", "missing-coordinates", "timeline-without-owner",
})  # fmt: skip
"""Rules across records that the form checks too, or leaves nobody a way to break."""

_EXAMPLE = "tokorozawa-bratislava"


def page(w: Writer, rules: Iterable[Rule]) -> Page:
    """The form, which its script fills, and below it what only the check of the files tells."""
    words = w.graph.vocabulary.form
    lead = (w.line(words.lead), w.line(words.private))
    note = Prose((w.line(words.unchecked_note),))
    return Page(
        routes.FORM,
        w.language,
        w.to(words.title),
        plain(lead[0]),
        (
            Section("write", w.to(words.records), (_form(w),)),
            Section(
                "unchecked", w.to(words.unchecked), (note, Points(tuple(_unchecked(w, rules))))
            ),
        ),
        kind=(w.link(routes.CONTRIBUTE, w.to(w.words.contribute)),),
        lead=lead,
        wide=True,
        modules=(routes.FORM_SCRIPT,),
    )


def _form(w: Writer) -> Form:
    guide = (w.link(routes.CONTRIBUTE, w.to(w.words.contribute)),)
    example = routes.record_file("pairings", _example(w))
    link = (Span(example, href=routes.file_link(w.here, w.language, example), code=True),)
    return Form(
        routes.file_link(w.here, w.language, routes.FORM_DATA),
        routes.to_root(w.here, w.language),
        routes.file_link(w.here, w.language, routes.FORM_STYLE),
        w.sentence(w.graph.vocabulary.form.no_script, guide=guide, example=link),
    )


def _example(w: Writer) -> str:
    """The commented example, or where the data have none, their first pairing."""
    return _EXAMPLE if _EXAMPLE in w.graph.by_id else w.graph.pairings[0].id


def _unchecked(w: Writer, rules: Iterable[Rule]) -> Iterator[Line]:
    """Rules that are neither of one value, nor of how a file is written, which the form does."""
    told = {*WHILE_TYPING, *CHECKED, *(rule.id for rule in FILE_RULES)}
    for rule in rules:
        if rule.id not in told:
            yield (w.link(routes.RULES, w.to(rule.statement), rule.id),)
