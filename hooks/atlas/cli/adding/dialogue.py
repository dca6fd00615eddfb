"""What is asked for each kind of record, in which order, until it can be written."""

from collections.abc import Callable, Mapping
from datetime import date

from pydantic import BaseModel

from atlas import dates
from atlas.cli.adding import naming
from atlas.cli.adding.asking import Asker
from atlas.cli.adding.desk import Desk, Path, Sheet, take_out, value_at
from atlas.cli.adding.picking import Picker
from atlas.cli.adding.shapes import MODELS
from atlas.cli.adding.spots import Judge, Spot
from atlas.cli.adding.talk import Talk
from atlas.model import Event, Pairing, meaning, meaning_of
from atlas.rules.doubled_pairing import IDENTITY
from atlas.source.nodes import Plain
from atlas.text import Text

ASKED: Mapping[str, tuple[str, ...]] = {
    "pairings": ("sources", "programme", "japan", "partner", "themes", "since", "theme_text", "summary"),
    "places": ("name", "reading", "country", "native", "kind", "within", "coordinates", "sources"),
    "themes": ("name", "description", "sources"),
    "programmes": ("name", "short_name", "summary", "japan_label", "partner_label", "since_label", "sources"),
    "sources": ("title", "publisher", "language", "updated", "as_of", "url", "accessed"),
    "organisations": ("name", "native", "description", "url", "sources"),
    "glossary": ("name", "reading", "text", "sources"),
}  # fmt: skip
"""The keys that are asked for. What else a record may say stands in its file as a comment."""

_EVENT = ("date", "date_text", "kind", "planned", "title", "text", "where", "source")

CREATABLE = frozenset(ASKED) - {"pairings", "programmes"}
"""Kinds that can be created where one is to be chosen."""

_SIDES = ("japan", "partner")

_STEP = Text(ja="── {record} {step}/{steps} {key}", en="── {record} {step}/{steps}: {key}")
_EVENT_STEP = Text(ja="── {record} {key}", en="── {record}: {key}")
_WHICH = Text(
    ja="答え直すものの番号（やめるときはEnter）",
    en="Number of the answer to change (Enter for none)",
)
_ID = Text(
    ja="ページのアドレスになる名前です。半角の英小文字、数字、ハイフンで書きます。",
    en="It becomes the address of the page: lower-case letters, digits and hyphens.",
)
_ID_AS_PROPOSED = Text(ja="（そのままEnterを押すと {id}）", en="(press Enter for {id})")
_AGAIN = Text(ja="── {record} もう一度：{key}", en="── {record}, once more: {key}")
THERE_ALREADY = Text(
    ja="この連携は、もう {file} にあります。書き加えるときは、そのファイルを開くか、フォームの初めの欄でこの連携を選びます。",
    en="This pairing is there already: {file}. To add to it, open that file, or choose the pairing in the first field of the form.",
)
_ADD_EVENT = Text(ja="出来事を加えますか（はい y／いいえ n）", en="Add an event? (yes y / no n)")
_ADD_ANOTHER = Text(
    ja="出来事をもう一つ加えますか（はい y／いいえ n）", en="Add another event? (yes y / no n)"
)


def _is_partial(event: Mapping[str, Plain], _: date) -> bool:
    return not dates.parse(str(event["date"])).exact


def _may_be_planned(event: Mapping[str, Plain], today: date) -> bool:
    return dates.parse(str(event["date"])).last >= today


def _is_abroad(place: Mapping[str, Plain], _: date) -> bool:
    return place.get("country") != "JP"


def _is_on_the_web(source: Mapping[str, Plain], _: date) -> bool:
    return "url" in source


_ONLY_IF: Mapping[tuple[str, str], Callable[[Mapping[str, Plain], date], bool]] = {
    ("timelines", "date_text"): _is_partial,
    ("timelines", "planned"): _may_be_planned,
    ("places", "native"): _is_abroad,
    ("sources", "accessed"): _is_on_the_web,
}
"""Keys that are asked for only if what was answered before gives reason to."""


class Dialogue:
    """Asks for records, one after the other, and lays them on the desk."""

    def __init__(self, talk: Talk, desk: Desk, today: date) -> None:
        self._talk, self._desk, self._today = talk, desk, today
        judge = Judge(talk, desk)
        self._asker = Asker(judge, Picker(judge, self._create, CREATABLE))
        self._open: list[Spot] = []
        """What is being asked for while another record is created for it."""
        self._asked: list[Spot] = []

    def record(self, kind: str, given: Mapping[str, Plain], record_id: str = "") -> Sheet:
        """Ask for all of a record that is not given; it and all it needs is then on the desk."""
        sheet = Sheet(kind, record_id or "draft", dict(given))
        self._rest(sheet)
        self._id(sheet, record_id)
        self._desk.put(sheet)
        return sheet

    def _rest(self, sheet: Sheet) -> None:
        keys = ASKED[sheet.kind]
        for number, key in enumerate(keys, 1):
            only_if = _ONLY_IF.get((sheet.kind, key))
            if key in sheet.content or (only_if and not only_if(sheet.content, self._today)):
                continue
            values = {"step": str(number), "steps": str(len(keys) + 1)}
            spot = Spot(sheet, (), MODELS[sheet.kind], key)
            self._one(spot, _STEP, **values)
            while key in IDENTITY and (file := self._desk.same_pairing(sheet)):
                self._talk.say(THERE_ALREADY, "bad", file=file)
                self._again(spot)
        self._mend(sheet, (), MODELS[sheet.kind])

    def _mend(self, sheet: Sheet, block: Path, model: type[BaseModel]) -> None:
        """Ask again for what turned out to be wrong once all of a block was there."""
        while faults := self._desk.faults(sheet, block):
            for _, problem in faults:
                self._talk.complain(problem)
            key = next(str(where[0]) for where, _ in faults if where)
            self._again(Spot(sheet, block, model, key))

    def _again(self, spot: Spot) -> None:
        """Ask anew for a key, in place of what was answered before."""
        take_out(spot.sheet.content, spot.path)
        self._one(spot, _AGAIN)

    def redo(self) -> None:
        """Let the editor choose one of the answers, and answer anew."""
        spots = [spot for spot in self._asked if spot.key != "id"]
        self._talk.say("")
        for number, spot in enumerate(spots, 1):
            said = str(value_at(spot.sheet.content, spot.path) or "–").replace("'", "")
            of = f"{spot.sheet.id} · {spot.means.title.to(self._talk.language)}"
            self._talk.say(f"  {number:3}  {of}: {said[:60]}")
        answer = self._talk.ask(_WHICH)
        if answer.isdecimal() and 0 < int(answer) <= len(spots):
            spot = spots[int(answer) - 1]
            self._again(spot)
            self._mend(spot.sheet, spot.block, spot.model)

    def _one(self, spot: Spot, heading: Text, **values: str) -> None:
        """Ask for one key, below a heading."""
        block = Event if spot.model is Event else MODELS[spot.sheet.kind]
        self._heading(heading, block, spot.means.title, **values)
        if spot not in self._asked:
            self._asked.append(spot)
        self._open.append(spot)
        required = True if self._is_demanded(spot) else None
        self._asker.ask(spot, self._default(spot), required=required)
        self._open.pop()

    def _heading(self, heading: Text, model: type[BaseModel], key: Text, **values: str) -> None:
        self._talk.say("")
        self._talk.say(heading, "heading", record=meaning_of(model).title, key=key, **values)

    def _is_demanded(self, spot: Spot) -> bool:
        """Members of a pairing need what other places do not."""
        return spot.key == "coordinates" and bool(self._asked_by(_SIDES))

    def _asked_by(self, keys: tuple[str, ...]) -> Spot | None:
        return next((s for s in self._open if s.model is Pairing and s.key in keys), None)

    def _default(self, spot: Spot) -> Plain | None:
        """What an empty answer stands for: the sources of the whole pairing, Japan for its places."""
        if spot.key == "country" and self._asked_by(("japan",)):
            return "JP"
        if spot.key == "sources" and self._open[:-1]:
            return next(
                (s.sheet.content["sources"] for s in self._open if "sources" in s.sheet.content),
                None,
            )
        return None

    def _create(self, kind: str) -> str:
        """Ask for a record that another one is to name, and return its id."""
        return self.record(kind, {}).id

    def _id(self, sheet: Sheet, wanted: str = "") -> None:
        """Ask for the id of a record, or see that the one that is wanted can be had."""
        sheet.id = wanted or "draft"
        if wanted and not self._complaints(sheet):
            return
        taken = self._desk.taken(sheet.kind)
        proposed = naming.proposed_id(sheet.kind, sheet.content, taken)
        model, total = MODELS[sheet.kind], str(len(ASKED[sheet.kind]) + 1)
        title = meaning(model, "id").title
        self._heading(_STEP, model, title, step=total, steps=total)
        self._talk.say(f"  {_ID.to(self._talk.language)}")
        if proposed:
            self._talk.say(
                f"  {_ID_AS_PROPOSED.fill(self._talk.language, {'id': proposed})}", "quiet"
            )
        while True:
            sheet.id = self._talk.ask(title) or proposed
            if sheet.id and not self._complaints(sheet):
                return

    def _complaints(self, sheet: Sheet) -> bool:
        faults = self._desk.faults_of_id(sheet)
        for problem in faults:
            self._talk.complain(problem)
        return bool(faults)

    def events(self, owner: Sheet) -> None:
        """Ask for events of a pairing, as many as there are; they make its timeline."""
        sheet = Sheet("timelines", owner.id, {})
        question = _ADD_EVENT
        while self._talk.agrees(question):
            self._event(sheet)
            question = _ADD_ANOTHER
        if sheet.content:
            self._desk.put(sheet)

    def _event(self, sheet: Sheet) -> None:
        events = sheet.content.get("events", [])
        assert isinstance(events, list)
        block = ("events", len(events))
        taken = {str(event["id"]) for event in events if isinstance(event, dict)}
        event: dict[str, Plain] = {}
        for key in _EVENT:
            only_if = _ONLY_IF.get((sheet.kind, key))
            if not only_if or only_if(event, self._today):
                self._one(Spot(sheet, block, Event, key), _EVENT_STEP)
                event = _block_at(sheet, block)
        self._mend(sheet, block, Event)
        spot = Spot(sheet, block, Event, "id")
        self._heading(_EVENT_STEP, Event, spot.means.title)
        self._asker.ask(spot, naming.proposed_event_id(event, taken))
        _block_at(sheet, block)["added"] = self._today.isoformat()


def _block_at(sheet: Sheet, path: Path) -> dict[str, Plain]:
    block = value_at(sheet.content, path)
    assert isinstance(block, dict)
    return block
