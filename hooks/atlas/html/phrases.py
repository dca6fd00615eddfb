"""Where a Japanese heading may break: between phrases only, for the style sheet keeps them whole."""

from functools import lru_cache

import budoux

from atlas.html.escaping import escaped

_PARSER = budoux.load_default_japanese_parser()


@lru_cache(maxsize=16_384)  # the title of an event stands on half a dozen pages
def phrases(text: str) -> str:
    """Write Japanese text with a place to break between its phrases."""
    return "<wbr>".join([escaped(phrase) for phrase in _PARSER.parse(text)])
