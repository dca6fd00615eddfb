"""Questions that are answered by choosing: from a list of what there is, or by creating what is not."""

import re
from collections.abc import Callable

from atlas.cli.adding.candidates import Candidate, candidates, find, is_name
from atlas.cli.adding.spots import Judge, Spot
from atlas.source.nodes import Plain
from atlas.text import Text

SHOWN_AT_ONCE = 20
"""Up to how many things to choose from are all listed before anything is typed."""

_NUMBER_OR_NAME = Text(ja="番号、または名前", en="Number, or name")
_NAME = Text(ja="名前、よみ、ローマ字などの一部", en="Part of a name, in any script")
_ANOTHER = Text(
    ja="もう一つあれば、その番号か名前（なければEnter）",
    en="Another one, by number or name (Enter if there is none)",
)
_NEW = Text(
    ja="見つからないときは、+ を打つと、新しく作れます。",
    en="If it is not there, type + to create it.",
)
_NOT_FOUND = Text(ja="「{typed}」は見つかりません。", en="Nothing found for '{typed}'.")


class Picker:
    """Lets an editor choose records, by number, or by any of their names."""

    def __init__(
        self, judge: Judge, create: Callable[[str], str], creatable: frozenset[str]
    ) -> None:
        """`create` asks for a new record of a kind, and returns its id."""
        self._judge, self._talk = judge, judge.talk
        self._create, self._creatable = create, creatable

    def pick(self, spot: Spot, default: Plain | None, *, required: bool) -> Plain | None:
        """Ask until something is chosen; of a list, until there is no more."""
        chosen: list[str] = []
        everything = self._everything(spot)
        listed = self._list(everything) if len(everything) <= SHOWN_AT_ONCE else ()
        self._offer_new(spot)
        while True:
            typed = self._talk.ask(_ANOTHER if chosen else _NUMBER_OR_NAME if listed else _NAME)
            if not typed:
                if chosen:
                    return [*chosen]
                if default is not None or not required:
                    return default
                self._judge.missing(spot)
            elif picked := self._picked(spot, typed, listed):
                chosen += self._accepted(spot, chosen, picked)
                if chosen and not spot.shape.many:
                    return chosen[0]
            else:
                listed = self._found(spot, typed) or listed

    def _everything(self, spot: Spot) -> tuple[Candidate, ...]:
        return candidates(self._judge.desk.catalog, spot.shape.kinds)

    def _new_kind(self, spot: Spot) -> str | None:
        return next((kind for kind in spot.shape.kinds if kind in self._creatable), None)

    def _offer_new(self, spot: Spot) -> None:
        if self._new_kind(spot):
            self._talk.say(f"  {_NEW.to(self._talk.language)}")

    def _picked(self, spot: Spot, typed: str, listed: tuple[Candidate, ...]) -> list[str]:
        """The ids that are meant by a plus, by numbers, or by a whole name that only one bears."""
        kind = self._new_kind(spot)
        if kind and typed in {"+", "＋"}:
            return [self._create(kind)]
        words = [word for word in re.split(r"[\s,、，]+", typed) if word]
        if all(word.isdecimal() and 0 < int(word) <= len(listed) for word in words):
            return [listed[int(word) - 1].id for word in words]
        named = [candidate.id for candidate in self._everything(spot) if is_name(typed, candidate)]
        return named if len(named) == 1 else []

    def _accepted(self, spot: Spot, chosen: list[str], picked: list[str]) -> list[str]:
        """Those of the picked that may be chosen beside the others; each is named."""
        names = {candidate.id: candidate.label for candidate in self._everything(spot)}
        accepted: list[str] = []
        for record_id in dict.fromkeys(picked):
            before = [*chosen, *accepted]
            value: Plain = [*before, record_id] if spot.shape.many else record_id
            if record_id in before or self._judge.accepts(spot, value):
                self._talk.say(f"  → {names.get(record_id, record_id)}", "good")
                accepted += [record_id] if record_id not in before else []
        return accepted

    def _found(self, spot: Spot, typed: str) -> tuple[Candidate, ...]:
        found = find(typed, self._everything(spot))
        if not found:
            self._talk.say(f"  {_NOT_FOUND.fill(self._talk.language, {'typed': typed})}", "bad")
            self._offer_new(spot)
        return self._list(tuple(found))

    def _list(self, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        for number, candidate in enumerate(found, 1):
            self._talk.say(f"  {number:3}  {candidate.label}")
        return found
