"""The page that explains to editors every rule that the data keep."""

from collections.abc import Iterable, Iterator
from textwrap import dedent

from atlas import routes
from atlas.problem import Rule
from atlas.rules import explained
from atlas.rules.explained import RuleGroup
from atlas.views.blocks import Block, Facts, Group, Links, Prose, Row
from atlas.views.coded import coded
from atlas.views.editor_blocks import Sample, Samples
from atlas.views.lines import Span
from atlas.views.page import Page, Section
from atlas.views.parts import present
from atlas.views.writer import Writer, plain


def page(w: Writer, groups: Iterable[RuleGroup]) -> Page:
    """Each rule under its id, in the order in which they are checked."""
    lead = w.line(w.words.rules_lead)
    sections = tuple(
        Section(group.anchor, w.to(group.title), tuple(_blocks(w, group))) for group in groups
    )
    return Page(
        routes.RULES,
        w.language,
        w.to(w.words.rules),
        plain(lead),
        sections,
        kind=(w.link(routes.CONTRIBUTE, w.to(w.words.contribute)),),
        lead=(lead,),
    )


def _blocks(w: Writer, group: RuleGroup) -> Iterator[Block]:
    """What the rules are about, a list of them, and each in full."""
    yield Prose((coded(w, group.text),))
    yield Links(
        tuple((Span(plain(coded(w, rule.statement)), href=f"#{rule.id}"),) for rule in group.rules)
    )
    for rule in group.rules:
        yield _rule(w, rule, group)


def _rule(w: Writer, rule: Rule, group: RuleGroup) -> Group:
    excuse = explained.excuse(rule)
    rows = present(
        Row(w.to(explained.ID), ((Span(rule.id, code=True),),)),
        Row(w.to(explained.MESSAGE), (coded(w, explained.readable(rule.message)),)),
        Row(w.to(explained.REMEDY), (coded(w, explained.readable(rule.remedy)),)),
        Row(w.to(explained.TOLD), (coded(w, explained.told(rule)),)) if group.by_rule else None,
        Row(w.to(explained.EXCUSE), (coded(w, excuse),)) if excuse else None,
    )
    blocks: tuple[Block, ...] = present(Facts(rows), _samples(w, rule))
    return Group(coded(w, rule.statement), "", blocks, rule.id)


def _samples(w: Writer, rule: Rule) -> Samples | None:
    """The wrong lines and the right ones, if the rule has any."""
    if not rule.bad:
        return None
    lines = ((explained.BAD, rule.bad, True), (explained.GOOD, rule.good, False))
    return Samples(
        tuple(
            Sample(w.to(label), (w.unmarked(dedent(text)),), wrong)
            for label, text, wrong in lines
            if text
        )
    )
