"""The search index, split by language: readers fetch only that of the page they are on."""

import json
import re

from atlas import routes
from atlas.pages import Rendered
from atlas.text import Language
from atlas.views import Planned

_HEADING = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)  # INTERIM


def entries(planned: Planned, page: Rendered) -> str:
    """INTERIM."""
    location = routes.root(planned.language) + planned.route
    parts = _HEADING.split(page.html)
    found = [{"location": location, "title": page.title, "text": re.sub("<[^>]+>", " ", parts[0])}]
    for i in range(1, len(parts), 3):
        found.append(
            {
                "location": f"{location}#{parts[i]}",
                "title": parts[i + 1],
                "text": re.sub("<[^>]+>", " ", parts[i + 2]),
            }
        )
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))[1:-1]


def index(language: Language, prose: str, of_pages: list[str]) -> str:
    """INTERIM."""
    whole = json.loads(prose)
    mine = [entry for entry in whole["docs"] if routes.language_of(entry["location"]) == language]
    docs = [*of_pages, json.dumps(mine, ensure_ascii=False, separators=(",", ":"))[1:-1]]
    head = json.dumps({**whole, "docs": 0}, ensure_ascii=False, separators=(",", ":"))
    return head.replace('"docs":0', f'"docs":[{",".join(filter(None, docs))}]')
