"""Where an answer will stand, and whether it may."""

from dataclasses import dataclass

from pydantic import BaseModel

from atlas.cli.adding.desk import Desk, Path, Sheet
from atlas.cli.adding.shapes import Shape, shape
from atlas.cli.adding.talk import Talk
from atlas.model import Meaning, meaning
from atlas.rules.shape import SHAPE_RULES_BY_ID
from atlas.source.nodes import Plain
from atlas.text import Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A key of a block of a sheet."""

    sheet: Sheet
    block: Path
    model: type[BaseModel]
    key: str

    @property
    def path(self) -> Path:
        """The way to it from the beginning of the record."""
        return (*self.block, self.key)

    @property
    def shape(self) -> Shape:
        """The form of the answer."""
        return shape(self.model, self.key)

    @property
    def means(self) -> Meaning:
        """What the key means."""
        return meaning(self.model, self.key)


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells what is wrong with answers, in the words of the model's and the data's own rules."""

    talk: Talk
    desk: Desk

    def accepts(self, spot: Spot, value: Plain) -> bool:
        """Whether nothing is wrong with an answer; what is wrong is told."""
        faults = self.desk.faults(spot.sheet, spot.path, value)
        for _, problem in faults:
            self.talk.complain(problem)
        return not faults

    def missing(self, spot: Spot) -> None:
        """Tell that an answer is required."""
        title = spot.means.title
        named = Text(ja=f"「{title.ja}」", en=f"'{title.en}'")
        rule = SHAPE_RULES_BY_ID["missing-key"]
        self.talk.say(f"  ✗ {rule.message.fill(self.talk.language, {'named': named})}", "bad")
