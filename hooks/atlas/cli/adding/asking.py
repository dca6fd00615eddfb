"""Questions for the values of a record: each key by its form, what it means told by the model."""

import re

from atlas.cli.adding.desk import put_in
from atlas.cli.adding.picking import Picker
from atlas.cli.adding.spots import Judge, Spot
from atlas.cli.adding.variants import variants
from atlas.model import meaning
from atlas.source.nodes import Plain
from atlas.text import LANGUAGES, Text

LONG = frozenset({"text", "summary", "description", "plain", "note"})
"""Keys whose texts may have several paragraphs."""

_DATE = Text(
    ja="「2018年10月15日〜17日」「平成30年10月頃」のようにも書けます。",
    en="2018/10/15 will do as well.",
)
_COUNTRY = Text(ja="国の名前でもかまいません。", en="The name of the country will do as well.")
_LANGUAGE = Text(
    ja="「フィンランド語」のような名前でもかまいません。",
    en="The name of the language will do as well.",
)
_COORDINATES = Text(
    ja="地図のサイトやアプリでその場所を選ぶと、緯度と経度が出ます。「,」で区切って打ちます。",
    en="Map sites and applications show them for a selected place. Type them with a comma between.",
)
_HINTS = {
    **dict.fromkeys(("date", "since", "updated", "as_of", "accessed"), _DATE),
    **dict.fromkeys(("language", "lang"), _LANGUAGE),
    "country": _COUNTRY,
    "coordinates": _COORDINATES,
}
"""How else a value may be typed here than in a file, or where it is found, by its key."""

_SKIP = Text(
    ja="（省けます。省くときは、そのままEnter）", en="(optional: press Enter to leave it out)"
)
_SKIP_TO = Text(ja="（そのままEnterを押すと {default}）", en="(press Enter for {default})")
_PARAGRAPHS = Text(
    ja="一行が一つの段落です。終わったら、何も打たずにEnterを押します。",
    en="Each line is a paragraph. When you have finished, press Enter on an empty line.",
)
_MORE_LINES = Text(ja="{language}（続き。終わりはEnter）", en="{language} (more; Enter ends)")
_READ_AS = Text(ja="→ {value} とします。", en="→ taken as {value}")
_SWITCH = Text(ja="はい y／いいえ n（Enterは「いいえ」）", en="yes y / no n (Enter is no)")


class Asker:
    """Asks for values until the model and the rules have nothing against them."""

    def __init__(self, judge: Judge, picker: Picker) -> None:
        self._judge, self._picker = judge, picker
        self._talk, self._desk = judge.talk, judge.desk

    def ask(
        self, spot: Spot, default: Plain | None = None, *, required: bool | None = None
    ) -> bool:
        """Ask for one value, and put it into the sheet; return whether it was given.

        `required` says whether it may be left out, where that is not for the model to say.
        """
        required = spot.shape.required if required is None else required
        self._explain(spot, default, required=required)
        value: Plain | None
        if spot.shape.kinds:
            value = self._picker.pick(spot, default, required=required)
        elif spot.shape.model is Text:
            value = self._text(spot, required=required)
        elif spot.shape.model:
            self._block(spot, required=required)
            return True
        elif spot.shape.switch:
            value = "true" if self._talk.agrees(_SWITCH, default="n") else None
        else:
            value = self._word(spot, default, required=required)
        if value is not None:
            put_in(spot.sheet.content, spot.path, value)
        return value is not None

    def _explain(self, spot: Spot, default: Plain | None, *, required: bool) -> None:
        """Say what a key means, how its value is typed, and whether it may be left out."""
        language, means, form = self._talk.language, spot.means, spot.shape
        typed = not form.kinds and not form.switch and form.model in (None, Text)
        said = [means.text, means.writing if typed else None, _HINTS.get(spot.key)]
        blank = " " if language == "en" else ""
        told = blank.join(part.to(language) for part in said if part)
        self._talk.say(f"  {told.replace('`', '')}")
        if form.model is Text and spot.key in LONG:
            self._talk.say(f"  {_PARAGRAPHS.to(language)}")
        if default is not None:
            shown = ", ".join(map(str, default)) if isinstance(default, list) else str(default)
            self._talk.say(f"  {_SKIP_TO.fill(language, {'default': shown})}", "quiet")
        elif not required and not form.switch and not (form.model and form.model is not Text):
            self._talk.say(f"  {_SKIP.to(language)}", "quiet")

    def _word(self, spot: Spot, default: Plain | None, *, required: bool) -> Plain | None:
        while True:
            typed = self._talk.ask(spot.means.title)
            if not typed and (default is not None or not required):
                return default
            if not typed:
                self._judge.missing(spot)
                continue
            for form in variants(typed):
                value: Plain = two(form) if spot.shape.pair else form
                if not self._desk.faults(spot.sheet, spot.path, value):
                    if form != typed:
                        said = _READ_AS.fill(self._talk.language, {"value": form})
                        self._talk.say(f"  {said}", "good")
                    return value
            self._judge.accepts(spot, two(typed) if spot.shape.pair else typed)

    def _text(self, spot: Spot, *, required: bool) -> Plain | None:
        """Ask for a text in both languages; where one is wrong, only that is asked again."""
        value: dict[str, Plain] = {}
        while True:
            for language in LANGUAGES:
                if language not in value:
                    typed = self._lines(spot, language, required=required or bool(value))
                    if not typed:
                        return None
                    value[language] = typed
            faults = self._desk.faults(spot.sheet, spot.path, dict(value))
            for where, problem in faults:
                self._talk.complain(problem)
                wrong = [language for language in LANGUAGES if language in where[:1]]
                for language in wrong or LANGUAGES:
                    value.pop(language, None)
            if not faults:
                return {language: value[language] for language in LANGUAGES}

    def _lines(self, spot: Spot, language: str, *, required: bool) -> str:
        title = meaning(Text, language).title
        while True:
            paragraphs = [self._talk.ask(title)]
            if not paragraphs[0] and required:
                self._judge.missing(spot)
                continue
            while spot.key in LONG and paragraphs[-1]:
                more = _MORE_LINES.fill(self._talk.language, {"language": title})
                paragraphs.append(self._talk.ask(more))
            return "\n\n".join(filter(None, paragraphs))

    def _block(self, spot: Spot, *, required: bool) -> None:
        """Ask for the keys of a block; if the first is left out, so is the block."""
        assert spot.shape.model is not None
        for number, key in enumerate(spot.shape.model.model_fields):
            inner = Spot(spot.sheet, spot.path, spot.shape.model, key)
            if not self.ask(inner, required=required or number > 0):
                return


def two(typed: str) -> Plain:
    """Take apart two numbers typed as in a file, or as maps show them: 35.79, 139.46."""
    return [part for part in re.split(r"[\s,、，\[\]（）()]+", typed) if part]
