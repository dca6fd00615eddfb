"""The data as a whole as JSON-LD, in the words of schema.org (Dataset), as catalogues read it."""

import json
from collections.abc import Mapping

from atlas.exports.api.shapes import SCHEMA_VERSION
from atlas.text import LANGUAGES
from atlas.views import dataset
from atlas.views.setting import Setting


def text(setting: Setting, sizes: Mapping[str, int]) -> str:
    """Return the file, given the bytes of all files that were made before, by path."""
    content = {
        "@context": "https://schema.org",
        **dataset.of(setting, LANGUAGES, sizes),
        "version": SCHEMA_VERSION,  # of its shape; what it holds is dated
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
