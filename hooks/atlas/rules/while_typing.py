"""Which rules are told while the data are typed, and not only by the check.

JSON Schema can say them, so editors' programs and the form know them.
"""

from atlas.rules import unknown_id

WHILE_TYPING = frozenset({
    "unknown-key", "missing-key", "missing-language", "empty-value", "wrong-shape", "out-of-range",
    "bad-id", "bad-date", "bad-day", "bad-switch", "bad-duration",
    "unknown-language", "unknown-country", "unknown-colour", "bad-reading", "bad-url",
    "unknown-placeholder", "outside-the-earth", "text-too-long",
    *(rule.id for rule in unknown_id.RULES),
})  # fmt: skip
"""Ids of rules."""

PARTLY = frozenset({"impossible-date", "swapped-coordinates"})
"""Of these JSON Schema knows the plain cases: not which years have a 29 February, and not where a
country is, but that no month has 32 days, and that no latitude is over 90.
"""
