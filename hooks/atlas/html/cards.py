"""Places side by side → HTML."""

from atlas.html.blocks import note
from atlas.html.escaping import escaped
from atlas.html.lines import line, lines
from atlas.html.maps import locator
from atlas.views.blocks import PlaceCard, PlaceCards


def place_cards(block: PlaceCards) -> str:
    """Write where each place lies, what it is called, and its facts."""
    cards = "".join([_card(card) for card in block.items])
    return f'<div class="atlas-places">{cards}\n</div>'


def _card(card: PlaceCard) -> str:
    shown = f"\n{locator(card.locator)}" if card.locator else ""
    facts = "".join([
        f"\n<div><dt>{escaped(row.label)}</dt><dd>{lines(row.values, row.cite)}{note(row)}</dd></div>"
        for row in card.facts
    ])  # fmt: skip
    return (
        f'\n<section class="atlas-place">{shown}\n<h3>{line(card.name)}</h3>'
        f'\n<p class="atlas-subtitle">{line(card.other_names)}</p>'
        f'\n<dl class="atlas-details">{facts}\n</dl>\n</section>'
    )
