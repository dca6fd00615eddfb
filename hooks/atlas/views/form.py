"""The page with the form, and the rules that a form cannot check."""

from collections.abc import Iterable, Iterator

from atlas import routes
from atlas.rules.explained import RuleGroup
from atlas.rules.while_typing import WHILE_TYPING
from atlas.views.blocks import Points, Prose
from atlas.views.coded import coded
from atlas.views.editor_blocks import Form
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain

CHECKED = frozenset({
    "impossible-date", "reversed-date", "shared-id", "doubled-id", "same-place-twice",
    "missing-coordinates", "timeline-without-owner",
})  # fmt: skip
"""What JSON Schema cannot tell and the form tells all the same, or leaves nobody a way to break."""

_EXAMPLE = "tokorozawa-bratislava"


def page(w: Writer, groups: Iterable[RuleGroup]) -> Page:
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
                "unchecked", w.to(words.unchecked), (note, Points(tuple(_unchecked(w, groups))))
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
    here = routes.file_link(w.here, w.language, example) if w.graph.pairings else None
    link = (Span(example, href=here, code=True),)
    return Form(
        routes.file_link(w.here, w.language, routes.FORM_DATA),
        routes.to_root(w.here, w.language),
        routes.file_link(w.here, w.language, routes.FORM_STYLE),
        w.sentence(w.graph.vocabulary.form.no_script, guide=guide, example=link),
    )


def _example(w: Writer) -> str:
    """The commented example, or where the data do not have it, their first pairing."""
    first = next((pairing.id for pairing in w.graph.pairings), _EXAMPLE)
    return _EXAMPLE if _EXAMPLE in w.graph.by_id else first


def _unchecked(w: Writer, groups: Iterable[RuleGroup]) -> Iterator[Line]:
    """The other rules. How files are written (told once for all those rules) the form knows."""
    for rule in (rule for group in groups if group.by_rule for rule in group.rules):
        if rule.id not in WHILE_TYPING | CHECKED:
            said = plain(coded(w, rule.statement))
            yield (Span(said, href=routes.link(w.here, routes.RULES, rule.id)),)
