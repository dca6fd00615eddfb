"""The land of the maps: one SVG file for each panel, which every map of that panel shares."""

from collections.abc import Iterator

from atlas import resources, routes
from atlas.map import Survey, land


def files(survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield the path and content of each panel's file; its land is the element `land`."""
    if not survey.panels:
        return
    world = land.polygons(resources.land())
    for panel in survey.panels:
        data = land.path(land.shape(panel, world))
        yield (
            routes.land_file(panel.name),
            f'<svg xmlns="http://www.w3.org/2000/svg"><path id="{routes.LAND}" d="{data}"/></svg>\n',
        )
