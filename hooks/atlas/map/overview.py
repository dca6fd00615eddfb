"""A map of more than can be told apart: what is close together is drawn as one.

Every place has its dot, and every pairing its part in a line, but lines between the same two
neighbourhoods are one, the thicker the more they are; it runs between the places there that have
the most pairings. Only such places are named, as many as find room.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import sqrt

from atlas.map.curves import Curve
from atlas.map.frames import Frame
from atlas.map.labels import Label, label_of, meet
from atlas.map.spots import OUTSIDE, XY, Name, Named, Spot

_LINES = 240
"""How many lines a drawing bears at most."""

_CELL = 4.0
"""The side of the neighbourhoods tried first; they grow until there are few enough lines."""

_GROWTH = 1.4

_CLASSES = 5
_THIN, _THICK = 0.7, 4.0
"""The widths of lines: of a single pairing, and of as many as any line stands for."""

_ROOM = 60.0
"""The room that a name needs, in squares of the height of its type, for the map to stay a map."""

_TRIED = 4
"""For each name that there is room for, so many places are tried."""

Link = tuple[str, str]
"""The places at the ends of a line, by their ids."""


def bundled(
    links: Sequence[Link], at: Mapping[str, XY], frame_of: Mapping[str, Frame]
) -> Counter[Link]:
    """Count how many links each line stands for."""
    ranked = by_links(links)
    cell = _CELL
    while True:
        head = _heads(ranked, at, frame_of, cell)
        lines = Counter(
            (head[one], head[other]) for one, other in links if head[one] != head[other]
        )
        if len(lines) <= _LINES:
            return lines
        cell *= _GROWTH


def by_links(links: Iterable[Link]) -> list[str]:
    """Return places, those with the most links first."""
    return [place for place, _ in Counter(end for link in links for end in link).most_common()]


def _heads(
    ranked: Sequence[str], at: Mapping[str, XY], frame_of: Mapping[str, Frame], cell: float
) -> Mapping[str, str]:
    """The first place of the neighbourhood that each place lies in."""
    first: dict[tuple[str, int, int], str] = {}
    return {
        place: first.setdefault(
            (frame_of[place].panel, int(at[place][0] / cell), int(at[place][1] / cell)), place
        )
        for place in ranked
    }


def lines(
    counts: Mapping[Link, int], curve: Callable[[Link], Curve]
) -> Iterator[tuple[float, str]]:
    """Yield the lines, thin ones first: their width, and the data of one path for all of it."""
    most = max(counts.values(), default=1)
    paths: dict[int, list[str]] = {}
    for link, count in counts.items():
        share = sqrt(count / most) if most > 1 else 0.0
        paths.setdefault(round(share * (_CLASSES - 1)), []).append(_coarsely(curve(link)))
    for number, data in sorted(paths.items()):
        yield round(_THIN + (_THICK - _THIN) * number / (_CLASSES - 1), 1), "".join(data)


def _coarsely(curve: Curve) -> str:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = curve
    return f"M{x1:.0f} {y1:.0f}C{x2:.0f} {y2:.0f} {x3:.0f} {y3:.0f} {x4:.0f} {y4:.0f}"


def points(places: Iterable[XY]) -> str:
    """Write dots as the data of a path whose ends are round; those upon each other once."""
    x = y = 0
    data = []
    for to_x, to_y in sorted({(round(at_x), round(at_y)) for at_x, at_y in places}):
        data.append(f"m{to_x - x} {to_y - y}h0")
        x, y = to_x, to_y
    return "".join(data)


def fitting(
    dots: Iterable[Named], frames: Iterable[Frame], size: float
) -> Iterator[tuple[Named, Label]]:
    """Name the first of the dots that find room, none upon another and none beyond its frame."""
    room = sum(frame.width * frame.height for frame in frames)
    most = int(room / (_ROOM * size**2))
    taken: list[Spot] = []
    for _, dot in zip(range(most * _TRIED), dots, strict=False):
        spot = _free(Name(dot, size, [(dot.x, dot.y)], ()), taken)
        if spot:
            taken.append(spot)
            yield dot, label_of(dot, spot)
        if len(taken) == most:
            return


def _free(name: Name, taken: Sequence[Spot]) -> Spot | None:
    """The first position close by that is free."""
    spots = (name.spot(price, number) for price, number in name.close_by)
    free = (
        spot for spot in spots
        if spot.price < OUTSIDE and not any(meet(spot.taken, other.taken) for other in taken)
    )  # fmt: skip
    return next(free, None)
