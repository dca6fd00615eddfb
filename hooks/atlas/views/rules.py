"""The page that explains to editors every rule that the data keep."""

from collections.abc import Iterable

from atlas import routes
from atlas.problem import Rule
from atlas.views.blocks import Prose
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def page(w: Writer, rules: Iterable[Rule]) -> Page:
    """Each rule under its id, in the order in which they are checked."""
    lead = w.line(w.words.rules_lead)
    sections = tuple(
        Section(rule.id, rule.id, (Prose((w.line(rule.statement),)),)) for rule in rules
    )
    return Page(routes.RULES, w.language, w.to(w.words.rules), plain(lead), sections, lead=(lead,))
