"""Text that YAML cannot read, or reads as something else, mended line by line until it can.

A guess is believed if with it the parser gets further; so every fault of a file is found in
one go, and what the file says can be checked as if each had been mended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial

import yaml

from atlas.problem import Place, Problem
from atlas.source import syntax
from atlas.source.loader import LOADER
from atlas.source.mends import SIGNS, Mend, guesses
from atlas.source.suspects import suspects

_MOST = 30  # faults of one file that are told at once
_MAX_DEPTH = 20  # no record goes half as deep; libyaml's composer, which recurses, would crash
_MANY = 1000  # brackets and items: a text with more of them may go too deep
_MOST_COMPARED = 10**6  # letters of one text times those of another: more would take seconds
_END = (10**9, 0)
_TOLD_TOO_LATE = ("unexpected end of stream", "could not find expected ':'")
"""What a parser notices only after the place of the mistake."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a parser could not go on, counted from 0, and the lines where the reason may be."""

    line: int
    column: int
    message: str
    began: tuple[int, ...]

    @property
    def reach(self) -> tuple[int, int]:
        """How far the parser got."""
        return self.line, self.column


@dataclass(slots=True)
class Mending:
    """A file's lines as they become, with what was wrong with them."""

    path: str
    written: list[str]
    lines: list[str]
    ends: list[str]
    mends: list[tuple[Mend, Place]] = field(default_factory=list)
    stop: Stop | None = None
    root: yaml.Node | None = None
    """What the text says once it can be read and has no YAML references in it."""

    def text(self, instead: Mend | None = None) -> str:
        """The text as it is by now, or as it would be with one more mend."""
        lines = self.lines if instead is None else _with(self.lines, instead)
        return "".join(line + end for line, end in zip(lines, self.ends, strict=True))

    @property
    def changed(self) -> frozenset[int]:
        """The lines, from 1, that are no longer as they were written."""
        versions = enumerate(zip(self.written, self.lines, strict=True), 1)
        return frozenset(number for number, (old, new) in versions if old != new)

    @property
    def sure(self) -> bool:
        """Whether the mended text certainly says what the editor meant."""
        return self.stop is None and not any(m.rule.id in syntax.GUESSED for m, _ in self.mends)

    def problems(self) -> Iterator[Problem]:
        """Tell the faults: all those of a line with the line as it should be in the end.

        A rule is told once for each line: at its first place, as it was last mended there.
        """
        of_lines: dict[tuple[int, str], tuple[Mend, Place]] = {}
        for mend, place in self.mends:
            _, first = of_lines.get((mend.number, mend.rule.id), (mend, place))
            if place <= first:
                of_lines[mend.number, mend.rule.id] = (mend, place)
        for mend, place in of_lines.values():
            excerpt, line = self.written[mend.number], self.lines[mend.number]
            yield Problem(self.path, place, mend.rule, mend.values, excerpt, mended=line)


def mend(path: str, text: str) -> Mending:
    """Find and mend the faults of a text for which there is a mend."""
    parts = text.splitlines(keepends=True)
    lines = [part.rstrip("\r\n\x85\u2028\u2029") for part in parts]
    ends = [part[len(line) :] for part, line in zip(parts, lines, strict=True)]
    mending = Mending(path, lines, list(lines), ends, root=_composed(text))
    if mending.root is not None and next(suspects(mending.root, lines), None) is None:
        return mending  # as nearly every file does
    for _ in range(_MOST):
        mending.stop = probe(mending.text())
        chosen = _best(mending)
        if not chosen:
            break
        for each in chosen:
            _apply(mending, each)
    return mending


def probe(text: str) -> Stop | None:
    """Parse a text as far as it goes; return where that ends, if not at the end."""
    folded = 0  # where the last value in quotation marks began that has more lines than one
    documents = depth = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            start, end = event.start_mark, event.end_mark
            assert start is not None
            assert end is not None  # marks are missing only from events that no file was read for
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if documents > 1:
                return Stop(start.line, start.column, "another document", ())
            if depth > _MAX_DEPTH:
                return Stop(start.line, start.column, "nested too deeply", ())
            if end.line > start.line and getattr(event, "style", None) in {'"', "'"}:
                folded = start.line
    except yaml.MarkedYAMLError as error:
        return _stop(error, folded)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # none of them says where
        return Stop(0, 0, str(error), ())
    return None


def _composed(text: str) -> yaml.Node | None:
    """What a text says, if it surely is no danger to libyaml's composer and can be read at once."""
    if "*" in text or text.count("[") + text.count("{") + text.count("- ") > _MANY:
        return None
    try:
        root = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError):
        return None
    return None if root is None or _goes_deeper(root, _MAX_DEPTH) else root


def _goes_deeper(node: yaml.Node, depth: int) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return False
    pairs = isinstance(node, yaml.MappingNode)
    inner = (each for item in node.value for each in (item if pairs else (item,)))
    return depth == 0 or any(_goes_deeper(each, depth - 1) for each in inner)


def has_alias(text: str) -> bool:
    """Whether a text that can be parsed holds a reference to a value elsewhere."""
    return "*" in text and any(
        isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=LOADER)
    )


def _stop(error: yaml.MarkedYAMLError, folded: int) -> Stop:
    message = error.problem or ""
    mark = error.problem_mark
    context = error.context_mark or mark
    assert mark is not None  # libyaml marks all that it finds wrong
    assert context is not None
    where = context if any(late in message for late in _TOLD_TOO_LATE) else mark
    began = (context.line,) if "block" not in (error.context or "") else ()
    lines = (*began, where.line, mark.line, where.line - 1, where.line - 2, folded)
    return Stop(where.line, where.column, message, tuple(dict.fromkeys(lines)))


def _candidates(mending: Mending) -> Iterable[Mend]:
    if mending.stop is None:
        text = mending.text()
        if has_alias(text):  # which may lead in a circle
            return ()
        mending.root = yaml.compose(text, Loader=LOADER)
        return suspects(mending.root, mending.lines) if mending.root is not None else ()
    return (guess for number in _lines(mending) for guess in guesses(mending.lines, number))


def _lines(mending: Mending) -> list[int]:
    began = mending.stop.began if mending.stop else ()
    return [number for number in began if 0 <= number < len(mending.lines)]


def _best(mending: Mending) -> list[Mend]:
    """Return the mend with which the parser gets furthest, if any lets it get further.

    Else a mend of a line above the stop after which the parser complains of something else;
    else several of one line that help together.
    """
    best: list[Mend] = []
    furthest = mending.stop.reach if mending.stop else (-1, 0)
    for mend in _candidates(mending):
        stop = probe(mending.text(mend))
        reach = _reach(stop, mend, mending)
        if reach > furthest and (mending.stop or reach[0] >= mend.number):
            best, furthest = [mend], reach
        if stop is None:
            return best
        if not best and _is_another(stop, mending.stop, mend):
            best = [mend]
    return best or next(filter(None, map(partial(_together, mending), _lines(mending))), [])


def _reach(stop: Stop | None, mend: Mend, mending: Mending) -> tuple[int, int]:
    """How far the parser gets with a mend, which may have moved what follows on its own line."""
    if stop is None:
        return _END
    longer = len(mend.line) - len(mending.lines[mend.number])
    return stop.line, stop.column - (max(0, longer) if stop.line == mend.number else 0)


def _is_another(stop: Stop, before: Stop | None, mend: Mend) -> bool:
    return (
        before is not None
        and mend.number < before.line <= stop.line
        and stop.message != before.message
    )


def _together(mending: Mending, number: int) -> list[Mend]:
    """Mend sign after sign of a line until the parser gets further, if it ever does."""
    chain: list[Mend] = []
    lines = list(mending.lines)
    furthest = mending.stop.reach if mending.stop else _END
    for guess in SIGNS:
        mend = next(guess(lines, number), None)
        if mend is not None:
            chain.append(mend)
            lines[number] = mend.line
            if _reach(probe(mending.text(mend)), mend, mending) > furthest:
                return chain
    return []


def _with(lines: list[str], mend: Mend) -> list[str]:
    """The lines with one of them mended, and those that hang on it moved along."""
    before = _depth(lines[mend.number])
    deeper = _depth(mend.line) - before
    mended = [*lines[: mend.number], mend.line, *lines[mend.number + 1 :]]
    if mend.moves_block:
        for number in range(mend.number + 1, len(lines)):
            if lines[number].strip() and _depth(lines[number]) <= before:
                break
            mended[number] = _moved(lines[number], deeper)
    return mended


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _moved(line: str, deeper: int) -> str:
    return line if not line.strip() else " " * (_depth(line) + deeper) + line.lstrip(" ")


def _apply(mending: Mending, mend: Mend) -> None:
    versions = mending.written[mend.number], mending.lines[mend.number]
    start, end = (_as_written(*versions, column) for column in (mend.start, mend.end))
    place = Place(mend.number + 1, start + 1, max(1, end - start))
    mending.mends.append((mend, place))
    mending.lines = _with(mending.lines, mend)


def _as_written(written: str, mended: str, column: int) -> int:
    """Where a column of a line as it is by now was when the line was written."""
    shorter = min(len(written), len(mended))
    head = _alike(written, mended)
    tail = min(_alike(written[::-1], mended[::-1]), shorter - head)
    if column < head:
        return column
    if column >= len(mended) - tail:
        return len(written) - max(0, len(mended) - column)
    old, new = written[head : len(written) - tail], mended[head : len(mended) - tail]
    if len(old) * len(new) > _MOST_COMPARED:
        return head
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    kind, before, start = next((k, b, s) for k, b, _, s, e in changes if s <= column - head < e)
    return head + before + (column - head - start if kind == "equal" else 0)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
