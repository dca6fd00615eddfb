"""Maps → SVG. Frames show land, which all maps of a region share as one file.

Links are what keyboards and screen readers meet; the places, which have pages of their own, are
for the mouse. An overview is a picture.
"""

from collections.abc import Iterable

from atlas.html.escaping import escaped
from atlas.map import Drawing
from atlas.views.map_blocks import Locator, Map, MapDrawing, MapFrame, MapLink, MapPlace


def locator(block: Locator) -> str:
    """Write a small map that shows where one place lies: in its middle."""
    shown = block.frame.drawn
    middle = f'cx="{shown.width / 2}" cy="{shown.height / 2}"'
    return (
        f'<figure class="atlas-map" data-search-exclude>\n<svg viewBox="0 0 {shown.width} {shown.height}"'
        f' width="{shown.width}" height="{shown.height}" role="img"'
        f' aria-label="{escaped(block.label)}">{_frames((block.frame,))}'
        f'\n<circle class="atlas-map__halo" {middle} r="16"/><circle {middle} r="6"/>'
        "\n</svg>\n</figure>"
    )


def drawn_map(block: Map) -> str:
    """Write a map in the layouts that the page may need."""
    drawings = "".join([_drawing(drawing, escaped(block.label)) for drawing in block.drawings])
    hint = f"\n<figcaption>{escaped(block.hint)}</figcaption>" if block.hint else ""
    return (
        f'<figure class="atlas-map" data-tone="{escaped(block.tone)}" data-search-exclude>'
        f"{drawings}{hint}\n</figure>"
    )


def _drawing(drawing: MapDrawing, label: str) -> str:
    drawn = drawing.drawn
    role = "img" if drawn.overview else "group"
    lines = _overview(drawn) if drawn.overview else _links(drawing)
    places = "".join([_place(place, drawn) for place in drawing.places])
    return (
        f'\n<svg class="atlas-map__{escaped(drawn.layout)}" viewBox="0 0 {drawn.width} {drawn.height}"'
        f' width="{drawn.width}" height="{drawn.height}" font-size="{drawn.type}" role="{role}"'
        f' aria-label="{label}">{_frames(drawing.frames)}'
        f'{lines}\n<g aria-hidden="true">{places}\n</g>\n</svg>'
    )


def _links(drawing: MapDrawing) -> str:
    links = "".join([_link(link, drawing.drawn) for link in drawing.links])
    return f'\n<g role="list">{links}\n</g>'


def _overview(drawn: Drawing) -> str:
    """The lines and points of very many pairings; what they are is in a table elsewhere."""
    bundles = "".join([
        f'\n<path class="atlas-map__bundle" stroke-width="{width}" d="{escaped(path)}"/>'
        for width, path in drawn.lines
    ])  # fmt: skip
    return f'{bundles}\n<path class="atlas-map__points" d="{escaped(drawn.points)}"/>'


def _frames(windows: Iterable[MapFrame]) -> str:
    """Windows onto parts of the earth."""
    return "".join([_frame(window) for window in windows])


def _frame(window: MapFrame) -> str:
    drawn = window.drawn
    caption = (
        f'\n<text class="atlas-map__caption" x="{drawn.x + 10}" y="{drawn.y + 20}"'
        f' aria-hidden="true">{escaped(window.caption)}</text>'
        if window.caption
        else ""
    )
    return (
        f'\n<svg x="{drawn.x}" y="{drawn.y}" width="{drawn.width}" height="{drawn.height}"'
        f' viewBox="{drawn.view_box}" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="atlas-map__sea" x="-2000" y="-2000" width="5000" height="5000"/>'
        f'<use class="atlas-map__land" href="{escaped(window.land)}"/></svg>{caption}'
    )


def _link(link: MapLink, drawn: Drawing) -> str:
    arc = link.drawn
    ends = "".join([f'<circle cx="{x}" cy="{y}" r="{drawn.dot}"/>' for x, y in arc.ends])
    return (
        f'\n<g role="listitem"><a class="atlas-map__link" href="{escaped(link.href)}"'
        f' aria-label="{escaped(link.name)}" data-places="{escaped(" ".join(arc.places))}">'
        f'<path class="atlas-map__reach" d="{arc.path}"/><path class="atlas-map__arc" d="{arc.path}"/>'
        f"{ends}</a></g>"
    )


def _place(place: MapPlace, drawn: Drawing) -> str:
    dot = place.drawn
    leader = f'<path d="{dot.leader}"/>' if dot.leader else ""
    anchor = "" if dot.anchor == "start" else f' text-anchor="{escaped(dot.anchor)}"'
    texts = "".join([
        f'<text x="{x}" y="{y}"{anchor}>{escaped(text)}</text>' for text, (x, y) in dot.lines
    ])  # fmt: skip
    return (
        f'\n<a class="atlas-map__place" href="{escaped(place.href)}" tabindex="-1"'
        f' data-place="{escaped(dot.id)}">{leader}'
        f'<circle cx="{dot.x}" cy="{dot.y}" r="{drawn.dot}"/>{texts}</a>'
    )
