"""What all descriptions in the words of schema.org have in common."""

from collections.abc import Mapping

from atlas.dates import Moment

Thing = Mapping[str, object]
"""An object of schema.org, as JSON-LD writes it."""


def day(name: str, moment: Moment) -> dict[str, object]:
    """A date that is known to the day; nothing of any other."""
    exact = moment.precision == "day" and not moment.around
    return {name: moment.first.isoformat()} if exact else {}
