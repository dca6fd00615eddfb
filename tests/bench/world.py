"""A made-up world of N pairings in the project's own format: seeded, so always the same.

Its shape is that of a list of sister cities: N/3 places, 20 themes, about 6 events for each pairing
and a few that several share, all in both languages. Nothing in it is true.
"""

import itertools
import json
import random
import shutil
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from pathlib import Path

from atlas.resources import inhabited
from tests.bench import words

SEED = 20180501
THEMES = 20

_ROOT = Path(__file__).parents[2]
_KEPT = ("site.yml", "vocabulary.yml", "api.yml")
_INHABITED = inhabited()

Names = tuple[str, str, str]
"""Japanese, its reading in hiragana, and English."""


def write(folder: Path, pairings: int, progress: Callable[[str], None] = lambda _: None) -> None:
    """Write the data of so many pairings into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    for kind in ("programmes", "themes", "places", "pairings", "timelines"):
        (folder / kind).mkdir(parents=True)
    for name in _KEPT:
        shutil.copy(_ROOT / "data" / name, folder / name)
    chance = random.Random(SEED)
    for number, (path, text) in enumerate(_files(pairings, chance)):
        (folder / path).write_text(text, "utf-8")
        if number % 2000 == 1999:
            progress(f"{number + 1} files")


def _files(pairings: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "sources.yml", words.SOURCES
    yield "organisations.yml", words.ORGANISATIONS
    yield "glossary.yml", words.GLOSSARY
    themes = [f"theme-{number + 1:02}" for number in range(THEMES)]
    for theme, (ja, en) in zip(themes, words.SUBJECTS, strict=True):
        yield f"themes/{theme}.yml", words.THEME.format(ja=_q(ja), en=_q(en.capitalize()))
    japan = dict(itertools.islice(_japanese(chance), max(pairings // 6, 11)))
    partner = dict(itertools.islice(_others(chance, japan), max(pairings // 6, 11)))
    countries_of = {
        each: words.PARTNERS[number % len(words.PARTNERS)] for number, each in enumerate(partner)
    }
    for each, names in japan.items():
        yield f"places/{each}.yml", _place(names, "JP", chance)
    for each, names in partner.items():
        yield f"places/{each}.yml", _place(names, countries_of[each], chance)
    chosen = _pairs(list(japan), list(partner), pairings, chance)
    sides = {"asia": {"CN", "KR"}}
    pair_ids: dict[str, list[str]] = {"cities-of-the-world": [], "cities-of-asia": []}
    for one, other in chosen:
        programme = (
            "cities-of-asia" if countries_of[other] in sides["asia"] else "cities-of-the-world"
        )
        name = f"{one}-{other}"
        pair_ids[programme].append(name)
        both = japan[one], partner[other]
        yield f"pairings/{name}.yml", _pairing(programme, one, other, both, themes, chance)
        yield f"timelines/{name}.yml", _timeline(both, chance)
    for number, (programme, members) in enumerate(pair_ids.items()):
        yield f"programmes/{programme}.yml", words.PROGRAMMES[number]
        if members:
            yield f"timelines/{programme}.yml", _shared(members, chance)


def _japanese(chance: random.Random) -> Iterator[tuple[str, Names]]:
    names = list(itertools.permutations(words.KANJI, 2))
    chance.shuffle(names)
    seen = set()
    for (a, ra, ea), (b, rb, eb) in names:
        if ea + eb not in seen:
            seen.add(ea + eb)
            yield ea + eb, (f"{a}{b}市", f"{ra}{rb}し", (ea + eb).capitalize())


def _others(chance: random.Random, taken: Collection[str]) -> Iterator[tuple[str, Names]]:
    names = list(itertools.product(words.SYLLABLES, repeat=3))
    chance.shuffle(names)
    for syllables in names:
        ja, reading, en = ("".join(part) for part in zip(*syllables, strict=True))
        if en not in taken:
            yield en, (f"{ja}市", f"{reading}し", en.capitalize())


def _pairs(
    japan: list[str], partner: list[str], wanted: int, chance: random.Random
) -> list[tuple[str, str]]:
    """Choose pairs at random, each once, so that every place has at least one."""
    chosen = dict.fromkeys(zip(japan, partner, strict=True))
    while len(chosen) < wanted:
        chosen[chance.choice(japan), chance.choice(partner)] = None
    return list(chosen)[:wanted]


def _place(names: Names, country: str, chance: random.Random) -> str:
    latitude, longitude = chance.choice(_INHABITED[country])
    ja, reading, en = names
    return words.PLACE.format(
        ja=_q(ja), en=_q(en), reading=reading, country=country,
        latitude=round(latitude + chance.uniform(-0.3, 0.3), 4),
        longitude=round(longitude + chance.uniform(-0.3, 0.3), 4),
        area=chance.randrange(20, 900), people=chance.randrange(1, 300),
    )  # fmt: skip


def _pairing(
    programme: str, one: str, other: str, names: tuple[Names, Names], themes: list[str],
    chance: random.Random,
) -> str:  # fmt: skip
    picked = chance.sample(range(THEMES), chance.choice((1, 2, 2, 3)))
    subject = words.SUBJECTS[picked[0]]
    (a, _, a_en), (b, _, b_en) = names
    return words.PAIRING.format(
        programme=programme, one=one, other=other,
        themes=", ".join(themes[number] for number in picked),
        since=f"{chance.randrange(1975, 2024)}-{chance.randrange(1, 13):02}",
        subject_ja=subject[0], subject_en=subject[1], a=a, b=b, a_en=a_en, b_en=b_en,
    )  # fmt: skip


def _timeline(names: tuple[Names, Names], chance: random.Random) -> str:
    events = [_event(number + 1, names, chance) for number in range(chance.randrange(3, 9))]
    return "events:\n" + "".join(events)


def _event(number: int, names: tuple[Names, Names], chance: random.Random) -> str:
    (a, _, a_en), (b, _, b_en) = names
    kind, ja, en = chance.choice(words.KINDS)
    s, s_en = chance.choice(words.SUBJECTS)
    return words.EVENT.format(
        id=f"{kind}-{number}", date=_date(chance), kind=kind,
        title_ja=_q(ja.format(a=a, b=b, s=s)), title_en=_q(en.format(a=a_en, b=b_en, s=s_en)),
        s=s, s_en=s_en, a=a, b=b, a_en=a_en, b_en=b_en, people=chance.randrange(3, 60),
    )  # fmt: skip


def _date(chance: random.Random) -> str:
    day = date(1980, 1, 1) + timedelta(days=chance.randrange(16000))
    last = day + timedelta(days=chance.randrange(1, 5))
    return chance.choice((f"{day}", f"{day}/{last}", f"{day:%Y-%m}", f"{day:%Y}"))


def _shared(members: list[str], chance: random.Random) -> str:
    """Meetings that several pairings held together: one for each fifty pairings."""
    events = []
    for number in range(len(members) // 50 + 1):
        s, s_en = chance.choice(words.SUBJECTS)
        several = chance.sample(members, min(5, len(members)))
        events.append(words.SHARED.format(
            id=f"meeting-{number + 1}", date=_date(chance), s=s, s_en=s_en,
            pairings=", ".join(several),
        ))  # fmt: skip
    return "events:\n" + "".join(events)


def _q(text: str) -> str:
    """Quote a text for YAML, as JSON does."""
    return json.dumps(text, ensure_ascii=False) if set(text) & set(":,[]{}#'\"") else text
