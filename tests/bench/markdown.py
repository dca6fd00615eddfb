"""The pages of a world as Markdown, for MkDocs without us: what each says is what Hugo's says.

The words are those of Hugo's layouts.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

HUGO = Path(__file__).with_name("hugo")
KINDS = ("programmes", "pairings", "places", "themes", "organisations")
STUBS = ("data/index", "data/api", "contribute/form", "contribute/fields", "contribute/rules")

Record = dict[str, Any]


class World:
    """The records of a folder of data, and what belongs to what."""

    def __init__(self, folder: Path) -> None:
        """Read the folder."""
        self.records = {kind: _folder(folder / kind) for kind in (*KINDS, "timelines")}
        self.records["organisations"] = _read(folder / "organisations.yml")
        self.sources: dict[str, Record] = _read(folder / "sources.yml")
        self.glossary: dict[str, Record] = _read(folder / "glossary.yml")
        self.vocabulary: Record = _read(folder / "vocabulary.yml")
        self.site: Record = _read(folder / "site.yml")

    @cached_property
    def pairings_of(self) -> dict[str, list[str]]:
        """The ids of the pairings of each place, theme and programme, and of all (``""``)."""
        found: dict[str, list[str]] = defaultdict(list)
        pairings = self.records["pairings"]
        for each in sorted(pairings, key=lambda each: (pairings[each].get("since", ""), each)):
            for owner in ("", pairings[each]["programme"], *sides(pairings[each]),
                          *pairings[each]["themes"]):  # fmt: skip
                found[owner].append(each)
        return found

    @cached_property
    def events_of(self) -> dict[str, list[Record]]:
        """The events of each pairing, place and programme, and all of them, by date."""
        found: dict[str, list[Record]] = defaultdict(list)
        events = [
            {**event, "pairings": event.get("pairings", [owner])}
            for owner, timeline in self.records["timelines"].items()
            for event in timeline["events"]
        ]
        for event in sorted(events, key=lambda event: str(event["date"])):
            owners = {"": None}
            for each in event["pairings"]:
                pairing = self.records["pairings"][each]
                owners |= dict.fromkeys((each, pairing["programme"], *sides(pairing)))
            for owner in owners:
                found[owner].append(event)
        return found


def sides(pairing: Record) -> list[str]:
    """Return the places of a pairing."""
    return [*pairing["japan"], *pairing["partner"]]


def _folder(folder: Path) -> dict[str, Record]:
    return {file.stem: _read(file) for file in sorted(folder.glob("*.yml"))}


def _read(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)


class _Page:
    """What the pages of one language are written with."""

    def __init__(self, world: World, language: str) -> None:
        self.world, self.language = world, language
        self.words = tomllib.loads((HUGO / "i18n" / f"{language}.toml").read_text("utf-8"))

    def name(self, kind: str, each: str) -> str:
        if kind == "pairings":
            return " – ".join(
                self.name("places", place) for place in sides(self.world.records[kind][each])
            )
        if kind == "sources":
            return str(self.world.sources[each]["title"][self.language])
        return str(self.world.records[kind][each]["name"][self.language])

    def links(self, kind: str, several: Iterable[str], up: str = "../") -> str:
        return ", ".join(f"[{self.name(kind, each)}]({up}{kind}/{each}.md)" for each in several)

    def pairings(self, several: list[str], up: str = "../") -> str:
        heads = ("pairing", "programme", "country", "themes", "since", "sources")
        rows = [" | ".join(self.words[head] for head in heads), " | ".join("-" * len(heads))]
        for each in several:
            pairing = self.world.records["pairings"][each]
            countries = (
                self.world.records["places"][place]["country"] for place in pairing["partner"]
            )
            rows.append(" | ".join((
                self.links("pairings", [each], up),
                self.links("programmes", [pairing["programme"]], up),
                ", ".join(self.words[f"country-{country}"] for country in countries),
                self.links("themes", pairing["themes"], up),
                pairing.get("since", ""),
                self.links("sources", pairing["sources"], up),
            )))  # fmt: skip
        return "\n".join(f"| {row} |" for row in rows)

    def events(self, owner: str, up: str = "../") -> str:
        kinds = self.world.vocabulary["event_kinds"]
        return "\n\n".join(
            f"### {event['title'][self.language]}\n\n"
            f"{event['date']} · {kinds[event['kind']][self.language]}\n\n"
            f"{event['text'][self.language].strip()}\n\n"
            f"- {self.words['where']}: {event.get('where', {}).get(self.language, '')}\n"
            f"- {self.words['pairings']}: {self.links('pairings', event['pairings'], up)}\n"
            f"- {self.words['source']}: {self.links('sources', [event['source']], up)}"
            for event in self.world.events_of[owner]
        )

    def facts(self, place: Record) -> str:
        kinds = self.world.vocabulary["place_kinds"]
        rows = [
            (
                self.words["name"],
                f"{place['name']['ja']} ({place['reading']}) / {place['name']['en']}",
            ),
            (self.words["kind"], kinds[place["kind"]][self.language]),
            (self.words["country"], self.words[f"country-{place['country']}"]),
            (self.words["coordinates"], ", ".join(place["coordinates"])),
            *(
                (fact["label"][self.language], fact["value"][self.language])
                for fact in place["facts"]
            ),
        ]
        return "\n".join(f"- **{label}**: {value}" for label, value in rows)

    def sources(self, several: Iterable[str]) -> str:
        listed = "\n".join(
            f"- {self.world.sources[each]['publisher'][self.language]}, {self.links('sources', [each])}"
            for each in dict.fromkeys(several)
        )
        return f"## {self.words['sources']}\n\n{listed}"

    def pairing(self, each: str) -> str:
        pairing, words = self.world.records["pairings"][each], self.words
        programme = self.world.records["programmes"][pairing["programme"]]
        places = [(place, self.world.records["places"][place]) for place in sides(pairing)]
        cited = [*pairing["sources"], *(source for _, place in places for source in place["sources"]),
                 *(event["source"] for event in self.world.events_of[each])]  # fmt: skip
        similar = [
            f"- {self.links('pairings', [other])} ({self.links('places', [place])})"
            for place in sides(pairing)
            for other in [one for one in self.world.pairings_of[place] if one != each][:5]
        ]
        return "\n\n".join((
            f"# {self.name('pairings', each)}",
            pairing["summary"][self.language],
            f"- **{words['programme']}**: {self.links('programmes', [pairing['programme']])}\n"
            f"- **{programme['japan_label'][self.language]}**: {self.links('places', pairing['japan'])}\n"
            f"- **{programme['partner_label'][self.language]}**: {self.links('places', pairing['partner'])}\n"
            f"- **{words['since']}**: {pairing.get('since', '')}\n"
            f"- **{words['themes']}**: {self.links('themes', pairing['themes'])}\n"
            f"- **{words['theme-text']}**: {pairing['theme_text'][self.language]}",
            f"## {words['places']}",
            *(f"### {self.links('places', [place])}\n\n{self.facts(record)}" for place, record in places),
            f"## {words['timeline']}", self.events(each),
            f"## {words['similar']}", "\n".join(similar),
            self.sources(cited),
        ))  # fmt: skip

    def place(self, each: str) -> str:
        place, words = self.world.records["places"][each], self.words
        return "\n\n".join((
            f"# {self.name('places', each)}", self.facts(place), place["description"][self.language],
            f"## {words['pairings']}", self.pairings(self.world.pairings_of[each]),
            f"## {words['timeline']}", self.events(each),
            self.sources([*place["sources"], *(e["source"] for e in self.world.events_of[each])]),
        ))  # fmt: skip

    def theme(self, each: str) -> str:
        table = self.pairings(self.world.pairings_of[each])
        cited = self.sources(self.world.records["themes"][each]["sources"])
        return f"# {self.name('themes', each)}\n\n{table}\n\n{cited}"

    def programme(self, each: str) -> str:
        programme = self.world.records["programmes"][each]
        return "\n\n".join((
            f"# {self.name('programmes', each)}", programme["summary"][self.language],
            self.links("organisations", programme["bodies"]),
            f"## {self.words['pairings']}", self.pairings(self.world.pairings_of[each]),
            f"## {self.words['timeline']}", self.events(each), self.sources(programme["sources"]),
        ))  # fmt: skip

    def organisation(self, each: str) -> str:
        organisation = self.world.records["organisations"][each]
        told = organisation["description"][self.language]
        cited = self.sources(organisation["sources"])
        return f"# {self.name('organisations', each)}\n\n{told}\n\n{cited}"

    def source(self, each: str) -> str:
        source = self.world.sources[each]
        parts = [f"# {self.name('sources', each)}", source["publisher"][self.language]]
        for kind in KINDS:
            citing = [
                one for one, it in self.world.records[kind].items() if each in it.get("sources", ())
            ]
            listed = "\n".join(f"- {self.links(kind, [one])}" for one in citing)
            parts += [f"## {self.words[kind]}", listed] if citing else []
        return "\n\n".join(parts)

    def index(self, kind: str) -> str:
        records = self.world.sources if kind == "sources" else self.world.records[kind]
        if kind == "pairings":
            listed = self.pairings(self.world.pairings_of[""])
        elif kind in ("places", "themes"):
            rows = (
                f"| {self.links(kind, [each])} "
                f"| {self.links('pairings', self.world.pairings_of[each])} |"
                for each in records
            )
            listed = "\n".join(
                (f"| {self.words[kind]} | {self.words['pairings']} |", "|-|-|", *rows)
            )
        else:
            listed = "\n".join(f"- {self.links(kind, [each])}" for each in records)
        return f"# {self.words[kind]}\n\n{listed}"

    def home(self) -> str:
        parts = [f"# {self.world.site['name'][self.language]}",
                 self.world.site["description"][self.language]]  # fmt: skip
        for each in self.world.records["programmes"]:
            parts += [f"## {self.links('programmes', [each], '')}",
                      self.pairings(self.world.pairings_of[each], "")]  # fmt: skip
        return "\n\n".join(parts)

    def terms(self) -> str:
        terms = (f"## {each['name'][self.language]}\n\n{each['text'][self.language]}"
                 for each in self.world.glossary.values())  # fmt: skip
        return "\n\n".join((f"# {self.words['glossary']}", *terms))


def files(world: World, language: str) -> Iterator[tuple[str, str]]:
    """Write every page but the prose: its path without an ending, and its text."""
    page = _Page(world, language)
    yield "index", page.home()
    for kind in ("programmes", "pairings", "places", "themes", "sources"):
        yield f"{kind}/index", page.index(kind)
    write = {"programmes": page.programme, "pairings": page.pairing, "places": page.place,
             "themes": page.theme, "organisations": page.organisation}  # fmt: skip
    for kind in KINDS:
        for each in world.records[kind]:
            yield f"{kind}/{each}", write[kind](each)
    for each in world.sources:
        yield f"sources/{each}", page.source(each)
    yield "timeline", f"# {page.words['timeline']}\n\n{page.events('', '')}"
    yield "glossary", page.terms()
    for path in STUBS:
        yield path, f"# {page.words[path.removesuffix('/index')]}"
