"""Which rules are told while the data are typed, and not only by the check.

JSON Schema can say them, so editors' programs and the form know them. Of dates it can say how many
days a month has, but not which years have a 29 February; so `impossible-date` is not one of them.
"""

from atlas.rules import unknown_id

WHILE_TYPING = frozenset({
    "unknown-key", "missing-key", "missing-language", "empty-value", "wrong-shape", "out-of-range",
    "bad-id", "bad-date", "bad-day", "bad-switch", "bad-duration",
    "unknown-language", "unknown-country", "unknown-colour", "bad-reading", "bad-url",
    "unknown-placeholder",
    *(rule.id for rule in unknown_id.RULES),
})  # fmt: skip
"""Ids of rules."""
