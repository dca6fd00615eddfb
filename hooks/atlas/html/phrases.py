"""Where a Japanese heading may break: between phrases only, for the style sheet keeps them whole."""

from functools import cache

import budoux

from atlas.html.escaping import escaped

_PARSER = budoux.load_default_japanese_parser()


@cache  # the title of an event stands on half a dozen pages
def phrases(text: str) -> str:
    """Write Japanese text with a place to break between its phrases."""
    return "<wbr>".join([escaped(phrase) for phrase in _PARSER.parse(text)])
