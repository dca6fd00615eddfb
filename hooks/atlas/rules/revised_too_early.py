"""What is corrected was there before."""

from collections.abc import Iterator

from atlas.model import Timeline
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

REVISED_TOO_EARLY = Rule(
    "revised-too-early",
    Text(
        ja="出来事の訂正日（revised の on）は、掲載日（added）より前ではない。",
        en="An event is corrected (on, under revised) no earlier than it was added.",
    ),
    Text(
        ja="訂正日 {on} が、掲載日 {added} より前です。",
        en="The correction of {on} is earlier than the day on which the event was added, {added}.",
    ),
    Text(
        ja="どちらかの日付を直してください。",
        en="Mend one of the two dates.",
    ),
    bad="""\
    added: 2019-02-01
    revised:
      - on: 2019-01-01
        note: {ja: 日付を直しました。, en: The date was mended.}""",
    good="""\
    added: 2018-12-01
    revised:
      - on: 2019-01-01
        note: {ja: 日付を直しました。, en: The date was mended.}""",
)

RULES = (REVISED_TOO_EARLY,)


def check_timeline(timeline: Timeline) -> Iterator[Finding]:
    """Find corrections of what was not yet there."""
    for number, event in enumerate(timeline.events):
        for nth, revision in enumerate(event.revised if event.added else ()):
            if event.added and revision.on and revision.on.first < event.added.first:
                values = {"on": revision.on.edtf, "added": event.added.edtf}
                path = ("events", number, "revised", nth, "on")
                yield Finding(REVISED_TOO_EARLY, "timelines", timeline.id, path, values)
