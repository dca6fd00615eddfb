"""Tells things in one language, in the blocks of a report."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.changes import wording
from atlas.changes.document import Heading, Paragraph, Runs, Table, heading, runs, sentence
from atlas.text import Language, Text

_ROWS = 200
"""How many rows of a table are shown; of what is longer, a reviewer reads the files themselves."""


@dataclass(frozen=True, slots=True)
class Teller:
    """The language that is spoken, and where the built site will be looked at."""

    language: Language
    base: str
    """The address of the site, with a final slash."""

    def to(self, text: Text) -> str:
        """Return a text in the language."""
        return text.to(self.language)

    def runs(self, text: Text) -> Runs:
        """Return a text in the language, without marks."""
        return runs(self.to(text))

    def sentence(self, text: Text, **values: Runs) -> Runs:
        """Fill the gaps of a sentence."""
        return sentence(self.to(text), **values)

    def paragraph(self, text: Text, **values: Runs) -> Paragraph:
        """Say a sentence by itself."""
        return Paragraph(self.sentence(text, **values))

    def heading(self, title: Text, count: int) -> Heading:
        """Put a heading above things that have been counted."""
        return heading(3, self.counted(title, count))

    def counted(self, title: Text, count: int) -> str:
        """Return a title with the number of things below it."""
        return wording.COUNTED.fill(self.language, {"title": title, "count": str(count)})

    def table(self, columns: Iterable[Text], rows: Iterable[tuple[Runs, ...]]) -> Table:
        """Put rows under column heads; a value that is not there is a dash."""
        heads = tuple(map(self.to, columns))
        nothing = self.runs(wording.NOTHING)
        cells = [tuple(cell or nothing for cell in row) for row in rows]
        if len(cells) > _ROWS:
            more = self.sentence(wording.MORE, count=runs(str(len(cells) - _ROWS)))
            cells[_ROWS:] = [(more, *(nothing for _ in heads[1:]))]
        return Table(heads, tuple(cells))
