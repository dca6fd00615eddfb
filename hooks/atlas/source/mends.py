"""What may be wrong with one line, and how it would read without that: guesses, to be tried."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from atlas.problem import Rule, Values
from atlas.source import syntax
from atlas.source.scalars import quoted
from atlas.source.values import brackets, open_indents, values
from atlas.text import Text

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Mend:
    """A guess: the rule that a line breaks, from where to where (from 0), and the line mended."""

    rule: Rule
    number: int
    start: int
    end: int
    line: str
    values: Values = field(default_factory=dict)

    @property
    def moves_block(self) -> bool:
        """Whether the lines that hang on this one, because they go deeper, move along."""
        return self.rule in (syntax.INDENTATION, syntax.UNEVEN_LIST)


_KEY = r"[A-Za-z_][\w-]*"
_LEAD = r"^[ ]*(?:- +)*"
_WIDE = "\u3000\u00a0"
_INDENT = re.compile(rf"[ ]*(\t|[{_WIDE}])[ \t{_WIDE}]*")
_WIDE_SPACE = re.compile(rf"(?:(?<=[{{\[,])|(?<=^-)|(?<= -)|(?<=\w:)) *[{_WIDE}][{_WIDE} ]*")
_COLON = re.compile(
    rf"(?P<at>{_LEAD}|[{{,，、]\s*|\s(?=(?:ja|en)[:：]))"
    rf"(?:(?P<key>{_KEY})(?P<mark>：[{_WIDE} ]*|:(?=[^\s,/]))|(?P<wide>[^\W\d]\w*)(?P<sign>：[{_WIDE} ]*))"
)
_TIGHT_DASH = re.compile(r"(?P<at>^[ ]*(?:- +)*)(?P<mark>-)(?=[^\s-])")
_WIDE_DASH = re.compile(rf"(?P<at>^[ ]*)(?P<mark>[－−‐‑–—ー・])[ {_WIDE}]*(?=\S)")
_WIDE_BRACKETS = {"［": "[", "］": "]", "｛": "{", "｝": "}"}
_WIDE_COMMA = re.compile(rf"\s*([，、])\s*(?={_KEY}\s*[:：])")
_IN_LIST = re.compile(r"\[[^\[\]{}\"']*\]")
_NO_COMMA = re.compile(rf"(?:(?<=[^\s,{{\[(]) +(?=(ja|en): )|(?<=[\"'}}\]]) *(?=({_KEY}): ))")
_NUMBERS = re.compile(r"(?<=[0-9])( +)(-?[0-9.]+)(?=[\],])")
_SMART = re.compile(
    r"(?:(?<=: )|(?<=- )|(?<=\[)|(?<=, ))[“”„‟＂]([^“”„‟＂\"\\]*)[“”„‟＂](?=\s*(?:[,}\]]|$))"
)
_QUOTE = re.compile(r"(?:(?<=: )|(?<=- )|(?<=[\[{])|(?<=, )|^ *)([\"'])")
_NO_COLON = re.compile(
    rf"({_LEAD})({_KEY})(?:[ {_WIDE}]+([\[{{\"'].*?|[^\s{_WIDE}]+))?[ {_WIDE}]*$"
)
_NEXT_LANGUAGE = re.compile(r"\s(?:ja|en): ")
_STRUCTURE = re.compile(rf" *(?:{_KEY}:(?: |$)|-(?: |$))")
_RESERVED = "@`%*&!|>?,]}-"


def _spaces(count: int) -> Text:
    if not count:
        return Text(ja="空白なし", en="no spaces")
    return Text(ja=f"半角の空白{count}個", en=f"{count} space{'s' if count > 1 else ''}")


def _indent(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    if found := _INDENT.match(line):
        width = sum(2 if c in "\t\u3000" else 1 for c in found[0])
        rule = syntax.TAB if found[1] == "\t" else syntax.FULL_WIDTH_SPACE
        usual = sorted(open_indents(lines, number), key=lambda depth: abs(depth - width))
        for depth in dict.fromkeys((*usual, width)):
            mended = " " * depth + line[found.end() :]
            named = {"spaces": _spaces(depth)}
            yield Mend(rule, number, found.start(1), found.end(1), mended, named)


def _wide_space(lines: Lines, number: int) -> Iterator[Mend]:
    if found := _WIDE_SPACE.search(lines[number]):
        mended = _WIDE_SPACE.sub(" ", lines[number])
        named = {"spaces": _spaces(1)}  # what stands inside a line is shown mended
        yield Mend(syntax.FULL_WIDTH_SPACE, number, found.start(), found.end(), mended, named)


def _colon(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    for wide in (True, False):
        rule = syntax.FULL_WIDTH_COLON if wide else syntax.MISSING_SPACE
        found = [
            m for m in _COLON.finditer(line)
            if (m[0][-1:] != ":") == wide and (not m.start() or "{" in line[: m.start() + 1])
        ]  # fmt: skip
        if found:
            mended = line
            for m in reversed(found):
                key = unicodedata.normalize("NFKC", m["key"] or m["wide"])
                mended = f"{mended[: m.start()]}{m['at']}{key}: {mended[m.end() :]}"
            key = found[0]["key"] or found[0]["wide"]
            start = found[0].start() + len(found[0]["at"]) + len(key)
            yield Mend(rule, number, start, start + 1, mended, {"key": key, "mark": ":"})


def _dash(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    for pattern, rule in (
        (_TIGHT_DASH, syntax.MISSING_SPACE), (_WIDE_DASH, syntax.FULL_WIDTH_HYPHEN),
    ):  # fmt: skip
        if m := pattern.match(line):
            mended = f"{m['at']}- {line[m.end() :]}"
            yield Mend(rule, number, m.start("mark"), m.end("mark"), mended, {"mark": m["mark"]})


def _wide_bracket(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    marks = [place for place, c in enumerate(line) if c in _WIDE_BRACKETS]
    for some in ({*marks[:1], *marks[-1:]}, set(marks[-1:]), set(marks)) if marks else ():
        mended = "".join(_WIDE_BRACKETS[c] if i in some else c for i, c in enumerate(line))
        start = min(some)
        named = {"mark": line[start]}
        yield Mend(syntax.FULL_WIDTH_BRACKET, number, start, start + 1, mended, named)


def _wide_comma(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    in_list = _IN_LIST.sub(lambda m: re.sub(r"\s*[，、]\s*", ", ", m[0]), line)
    for mended in (_WIDE_COMMA.sub(", ", line), in_list):
        if mended != line:
            start = next(i for i, (a, b) in enumerate(zip(line, mended, strict=False)) if a != b)
            named = {"mark": line[start]}
            yield Mend(syntax.FULL_WIDTH_COMMA, number, start, start + 1, mended, named)


def _no_comma(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    for found in _NO_COMMA.finditer(line):
        if "{" in line[: found.start()]:
            mended = f"{line[: found.start()]}, {line[found.end() :]}"
            key = found[1] or found[2]
            place = found.end(), found.end() + len(key)
            yield Mend(syntax.MISSING_COMMA, number, *place, mended, {"key": key})


def _no_comma_in_numbers(lines: Lines, number: int) -> Iterator[Mend]:
    if found := _NUMBERS.search(lines[number]):
        start, end = found.span(1)
        mended = f"{lines[number][:start]}, {lines[number][end:]}"
        yield Mend(syntax.MISSING_COMMA, number, start, end, mended, {"key": found[2]})


def _smart_quote(lines: Lines, number: int) -> Iterator[Mend]:
    if found := _SMART.search(lines[number]):
        mended = _SMART.sub(lambda m: f'"{m[1]}"', lines[number])
        start = found.start()
        named = {"mark": found[0][0]}
        yield Mend(syntax.SMART_QUOTE, number, start, start + 1, mended, named)


def _open_quote(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    for found in _QUOTE.finditer(line):
        mark, start = found[1], found.start(1)
        rest = line[found.end() :]
        if re.search(rf"{mark}\s*(?:[,}}\]:]|#|$)", rest):
            continue
        ends = [m.start() for m in re.finditer(rf",\s*{_KEY}: |\s*[}}\]]+\s*$| +#|\s*$", rest)]
        named = {"mark": mark}
        for end in dict.fromkeys(ends):
            text = rest[:end].rstrip("”“＂")
            mended = f"{line[: found.end()]}{text}{mark}{rest[end:]}"
            yield Mend(syntax.UNCLOSED_QUOTE, number, start, start + 1, mended, named)


def _bracket(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    for place, mended in brackets(line):
        named = {"mark": line[place]}
        yield Mend(syntax.UNBALANCED_BRACKET, number, place, place + 1, mended, named)


def _value(lines: Lines, number: int) -> Iterator[Mend]:
    """A value that has to stand in quotation marks as a whole."""
    line = lines[number]
    for start, end in values(line):
        text = line[start:end]
        mended = f"{line[:start]}{quoted(text)}{line[end:]}"
        closed = re.match(r"\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\}", text)
        if closed and re.match(rf"\s*{_KEY}: ", text[closed.end() :]):
            continue  # two lines that run together: which, nobody can know
        if closed and closed.end() < len(text):
            named = {"rest": text[closed.end() :].strip()}
            place = start + closed.end(), end
            yield Mend(syntax.TEXT_AFTER_CLOSING, number, *place, mended, named)
        elif text[0] in _RESERVED and not (text[0] in "|>" and _goes_on(lines, number)):
            named = {"mark": text[0]}
            yield Mend(syntax.RESERVED_CHARACTER, number, start, start + 1, mended, named)
        elif text[0] in "\"'[{" or _NEXT_LANGUAGE.search(text):
            continue
        elif inner := re.search(r":(?= |$)", text):
            place = start + inner.start(), start + inner.end()
            yield Mend(syntax.COLON_IN_TEXT, number, *place, mended)


def _goes_on(lines: Lines, number: int) -> bool:
    """Whether the next line is deeper, as the text of a `|` is."""
    depths = [len(line) - len(line.lstrip(" ")) for line in lines[number : number + 2]]
    return len(depths) > 1 and depths[1] > depths[0]


def _depth(lines: Lines, number: int) -> Iterator[Mend]:
    line = lines[number]
    content = line.lstrip(" ")
    now = len(line) - len(content)
    if not content or content[0] == "#":
        return
    item = content[0] == "-"
    if _STRUCTURE.match(line):
        rule = syntax.UNEVEN_LIST if item else syntax.INDENTATION
        usual = open_indents(lines, number, item) - {now}
    else:  # a line of a text, which begins where the others begin
        rule = syntax.INDENTATION
        above = next((each for each in reversed(lines[:number]) if each.strip()), "")
        usual = {len(above) - len(above.lstrip(" "))} - set(range(now + 1))
    for depth in sorted(usual, key=lambda d: (abs(d - now), -d))[:4]:
        named = {"spaces": _spaces(depth)}
        yield Mend(rule, number, now, now + 1, " " * depth + content, named)


def _no_colon(lines: Lines, number: int) -> Iterator[Mend]:
    if found := _NO_COLON.match(lines[number]):
        mended = f"{found[1]}{found[2]}: {found[3] or ''}".rstrip()
        place = found.start(2), len(lines[number].rstrip())
        yield Mend(syntax.MISSING_COLON, number, *place, mended)


_Guess = Callable[[Lines, int], Iterator[Mend]]
SIGNS: tuple[_Guess, ...] = (
    _indent, _wide_space, _colon, _dash, _wide_bracket, _wide_comma, _no_comma, _no_comma_in_numbers,
    _smart_quote,
)  # fmt: skip
"""Guesses that a sign was mistyped: of these, a line may need several."""

GUESSES: tuple[_Guess, ...] = (*SIGNS, _open_quote, _bracket, _value, _depth, _no_colon)
"""Every kind of guess; of those that help as much, the one that stands first is believed."""


def guesses(lines: Lines, number: int) -> Iterator[Mend]:
    """Guess what is wrong with a line, counted from 0; most guesses will be of no help."""
    for guess in GUESSES:
        yield from guess(lines, number)
