"""What exports say in both languages at once."""

from collections.abc import Callable

from atlas import routes
from atlas.model import Kept
from atlas.text import Text
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain


def in_both(setting: Setting, say: Callable[[Writer], str]) -> Text:
    """Have the same said in both languages."""
    return Text(
        ja=say(Writer(setting, "ja", routes.HOME)),
        en=say(Writer(setting, "en", routes.HOME)),
    )


def name(setting: Setting, record: Kept) -> Text:
    """Return what a record is called; a pairing is called by its two sides."""
    return setting.once(_name, record.id)


def _name(setting: Setting, record_id: str) -> Text:
    record = setting.graph.by_id[record_id]
    return in_both(setting, lambda w: plain(w.record(record)))


def pages(setting: Setting, route: str, anchor: str = "") -> Text:
    """Return the addresses of a page."""
    return Text(
        ja=routes.absolute(setting.base, route, "ja", anchor),
        en=routes.absolute(setting.base, route, "en", anchor),
    )
