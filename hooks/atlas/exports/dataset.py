"""The data as a whole as JSON-LD, in the words of schema.org (Dataset), as catalogues read it."""

import json

from atlas.exports.api.shapes import SCHEMA_VERSION
from atlas.text import LANGUAGES
from atlas.views import dataset
from atlas.views.setting import Setting


def text(setting: Setting) -> str:
    """Return the file; it tells how large the files are that it names."""
    content = {
        "@context": "https://schema.org",
        **dataset.of(setting, LANGUAGES, sized=True),
        "version": SCHEMA_VERSION,  # of its shape; what it holds is dated
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
