"""The land of the maps: one SVG file for each panel, which every map of that panel shares."""

from collections.abc import Sequence
from functools import cache, lru_cache, partial

from atlas import resources, routes
from atlas.exports.making import Files
from atlas.map import Panel, Survey, land


def files(survey: Survey) -> Files:
    """Name each panel's file; its land is the element `land`."""
    for panel in survey.panels:
        yield routes.land_file(panel.name), partial(_text, panel)


def _text(panel: Panel) -> str:
    land_path = f'<path id="{routes.LAND}" d="{_path(panel)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg">{land_path}</svg>\n'


@lru_cache(maxsize=64)  # of all that is made this is the dearest, and a saved file seldom moves it
def _path(panel: Panel) -> str:
    return land.path(land.rings(panel, _world()))


@cache
def _world() -> Sequence[land.Coast]:
    return land.coasts(resources.coast())
