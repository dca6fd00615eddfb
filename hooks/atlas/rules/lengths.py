"""No text is longer than there is room for. `model/lengths.py` has the limits."""

from atlas.problem import Rule
from atlas.text import Text

TEXT_TOO_LONG = Rule(
    "text-too-long",
    Text(
        ja="文章は、名前、題名、概要、本文のそれぞれの長さに収める。",
        en="A text is no longer than a name, a title, a summary or a passage may be.",
    ),
    Text(
        ja="「{key}」の文章は{length}文字あり、ここに書ける{limit}文字を超えています。",
        en="The text of '{key}' has {length} characters; there is room for {limit} here.",
    ),
    Text(
        ja="短くしてください。くわしい内容は、text、description、sections などの長い文章の項目に書きます。",
        en="Make it shorter. Details belong under keys for longer texts, such as text, description or sections.",
    ),
    bad='    where: {ja: ドナウ市役所で市長と会い、午後は堤防と排水機場を見学し、夕方には次に会う日と、来年度にいっしょに進めることを話し合いました。, en: "Donau City Hall, where they met the mayor; in the afternoon they saw the levee and the pumping station, and in the evening they talked about when to meet again"}',
    good="    where: {ja: ドナウ市役所, en: Donau City Hall}",
)
