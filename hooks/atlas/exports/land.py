"""The land of the maps: one SVG file for each panel, which every map of that panel shares."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from atlas import resources, routes
from atlas.map import Panel, Survey, land


def files(survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield the path and content of each panel's file; its land is the element `land`."""
    for panel in survey.panels:
        yield (
            routes.land_file(panel.name),
            f'<svg xmlns="http://www.w3.org/2000/svg"><path id="{routes.LAND}" d="{_path(panel)}"/></svg>\n',
        )


@lru_cache(maxsize=64)  # of all that is made this is the dearest, and a saved file seldom moves it
def _path(panel: Panel) -> str:
    return land.path(land.rings(panel, _world()))


@cache
def _world() -> Sequence[land.Coast]:
    return land.coasts(resources.coast())
