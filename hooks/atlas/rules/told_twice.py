"""What a statement tells, the event that points to it does not tell again."""

from collections.abc import Iterator

from atlas.model import Timeline
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

TOLD_TWICE = Rule(
    "told-twice",
    Text(
        ja="表明（statement）を示す出来事は、自分の本文（text）を持たない。",
        en="An event that points to a statement has no text of its own.",
    ),
    Text(ja="statement と text の両方があります。", en="There is both a statement and a text."),
    Text(ja="どちらか一方を消してください。", en="Remove one of the two."),
    excusable=True,
    bad="""\
    text: {ja: 夏に訪問します。, en: They visit in summer.}
    statement: donau-2014""",
    good="    statement: donau-2014",
)

RULES = (TOLD_TWICE,)


def check_timeline(timeline: Timeline) -> Iterator[Finding]:
    """Find events with both a statement and a text."""
    for number, event in enumerate(timeline.events):
        if {"statement", "text"} <= event.model_fields_set:
            yield Finding(TOLD_TWICE, "timelines", timeline.id, ("events", number, "text"))
