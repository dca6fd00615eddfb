"""What the list of pairings is searched in, which its script fetches with the first search.

In the list itself it would be most of the page: 0.5 kB of 1.4 a row.
"""

import json

from atlas.views import Setting, searched


def text(setting: Setting) -> str:
    """Write the words of every pairing, by its id, as JSON."""
    return json.dumps(searched(setting), ensure_ascii=False, separators=(",", ":"))
