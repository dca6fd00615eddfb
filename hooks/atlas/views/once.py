"""What many pages say alike, put into words once and repeated.

Half a million times a site of 2,000 pairings names a record, a date or a source that it has named
before. What is remembered stays with the setting of the site and depends on the setting, the
language and (if it has links) the folder of the page alone, so that it does not matter which
page is composed first.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from atlas import routes
from atlas.text import Language
from atlas.views.setting import Setting

R = TypeVar("R")
V = TypeVar("V")


class Page(Protocol):
    """What composing knows of the page that it is for."""

    @property
    def setting(self) -> Setting:
        """What all pages are made from."""

    @property
    def language(self) -> Language:
        """The language of the page."""

    @property
    def here(self) -> str:
        """The route of the page."""


W = TypeVar("W", bound=Page)


_id: Callable[[Any], str] = attrgetter("id")


def anywhere(find: Callable[[W, R], V]) -> Callable[[W, R], V]:
    """Find something that has no language once for the whole site."""

    @wraps(find)
    def remembered(w: W, given: R) -> V:
        return w.setting.recalled((find, _id(given)), find, w, given)

    return remembered


def in_language(
    compose: Callable[[W, R], V], key: Callable[[R], Hashable] = _id
) -> Callable[[W, R], V]:
    """Compose something without links once for all pages of a language.

    It is composed from anything with an id, or from what `key` tells apart.
    """

    @wraps(compose)
    def remembered(w: W, given: R) -> V:
        return w.setting.recalled((compose, w.language, key(given)), compose, w, given)

    return remembered


def in_language_by(
    key: Callable[[R], Hashable],
) -> Callable[[Callable[[W, R], V]], Callable[[W, R], V]]:
    """Do the same for what has no id."""
    return lambda compose: in_language(compose, key)


def in_folder(compose: Callable[[W, R], V]) -> Callable[[W, R], V]:
    """Compose something of a record, which leads to no other one, once for all pages of a folder.

    Relative links are the same on all of them, but for the page of the record itself, which has
    no link to itself.
    """

    @wraps(compose)
    def remembered(w: W, given: R) -> V:
        folder, own = routes.apart(w.here)
        record = _id(given)
        if record == own:
            return compose(w, given)
        return w.setting.recalled((compose, w.language, record, folder), compose, w, given)

    return remembered
