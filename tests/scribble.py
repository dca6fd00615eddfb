"""YAML as careless people write it: any style, any indentation, comments anywhere.

Every comment says which entry it belongs to, so that a test can see whether it still does.
"""

import json
import random
from collections.abc import Iterator
from typing import Any

import yaml

DOUBTED = (
    ":x", "::", "-x", "x]", "・項目", "ja：値", "名前：値", "一、二", "1 2", "［全角］", "あ, ja：い", "a:b",
)  # fmt: skip
"""Texts that our reader takes for mistakes where they have no quotation marks."""

HOSTILE = (
    *DOUBTED,
    "plain", "no", "null", "~", "true", "0712", "12:30", "1.0", "1e3", "2018-05", "-", "- x", "?",
    "? x", ":", "a: b", "a : b", "x:", "#", "a # b", "a#b", "&anchor", "*alias", "!tag", "%x",
    "@x", "`x`", "[x]", "{x}", "a, b", "a,b", "]", "}", "|", ">", "| x", "'", '"', "''", "it's",
    'say "x"', "\"both' kinds", "\\", "a\\nb", " leading", "trailing ", "  ", "　wide　", "ＡＢＣ：＃",
    "「かぎ」、句読点。", "🎉👩‍👩‍👧", "---", "--- x", "...", "=", "<<", "tab\there", "a\u00a0b", "x" * 120,
    "長い一行の文章です。" * 12, "two\nlines", "a paragraph.\n\nanother one.\n", "ends in one\n",
    "one: two\n# no comment\n- none\n", "\nbegins with one", "  indented\nfirst line", "ends in two\n\n",
    "a\n   \nblank line of blanks\n", "line\u2028separator", "many words " * 5 + "in a row",
)  # fmt: skip
"""Texts that YAML could take for something else."""

Path = tuple[str | int, ...]


def read(text: str) -> Any:
    """Read YAML with every value as a text, by PyYAML's own reader."""
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


class Scribbler:
    """Writes made-up content in made-up layouts; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.comments: list[str] = []
        self.told: list[tuple[str, str, Path]] = []
        """Each comment, whether it stands above or behind its entry, and the path of that."""

    def file(self) -> tuple[dict[str, Any], str]:
        """Return some content and a file that holds it."""
        content = self._mapping(0)
        lines = list(self._block(content, (), 0))
        return content, "\n".join(lines) + self._pick("\n", "\n\n\n")

    def _pick(self, *choices: Any) -> Any:
        return self._random.choice(choices)

    def _mapping(self, depth: int) -> dict[str, Any]:
        keys = self._random.sample([*"abcdefgh", "no", "on", "ja x", "k: v", "#"], k=3)
        return {key: self._value(depth + 1) for key in keys}

    def _value(self, depth: int) -> Any:
        kind = self._pick("text", "text", "mapping", "list") if depth < 4 else "text"
        if kind == "mapping":
            return self._mapping(depth)
        if kind == "list":
            return [self._value(depth + 1) for _ in range(self._pick(1, 2, 3))]
        return self._pick(*HOSTILE)

    def _comment(self, where: str, path: Path) -> str:
        comment = f"# {where} {json.dumps(path)} {len(self.comments)}"
        self.comments.append(comment)
        self.told.append((comment, where, path))
        return comment

    def _block(self, content: Any, path: Path, indent: int) -> Iterator[str]:
        pad = " " * indent
        pairs = content.items() if isinstance(content, dict) else enumerate(content)
        for step, value in pairs:
            here = (*path, step)
            for _ in range(self._pick(0, 0, 0, 1, 2)):
                yield self._pick("", "", "  ")
            if self._pick(True, False, False):
                yield pad + self._comment("above", here)
            start = f"{pad}{self._key(str(step))}:" if isinstance(content, dict) else f"{pad}-"
            yield from self._entry(start, value, here, indent)

    def _key(self, key: str) -> str:
        return str(self._pick(*self._forms(key, "{}: x", lambda form: {form: "x"}, lines=False)))

    def _entry(self, start: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        behind = "  " + self._comment("behind", path) if self._pick(True, False, False) else ""
        deeper = indent + self._pick(2, 4)
        if isinstance(value, str):
            pad = " " * deeper
            forms = self._forms(value, "k:\n  - {}\n", lambda form: {"k": [form]}, lines=True)
            first, *rest = str(self._pick(*forms)).split("\n")
            if rest and first[0] in "'\"":
                rest[-1] += behind
            else:
                first += behind
            yield f"{start} {first}"
            yield from (f"{pad}{line}" if line else "" for line in rest)
        elif self._pick(True, False, False):
            yield from self._brackets(start, value, path, behind)
        elif start.endswith("-"):
            inner = list(self._block(value, path, indent + 2))
            while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                yield " " * indent + inner.pop(0).strip()
            if behind:
                yield " " * indent + behind.strip()
            yield f"{start} {inner[0].lstrip()}"
            yield from inner[1:]
        else:
            yield start + behind
            dashes = isinstance(value, list) and self._pick(True, False)
            yield from self._block(value, path, indent if dashes else deeper)

    def _brackets(self, start: str, value: Any, path: Path, behind: str) -> Iterator[str]:
        left, right = ("{", "}") if isinstance(value, dict) else ("[", "]")
        pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
        broken = self._pick(True, False)
        parts = []
        for number, (step, inner) in enumerate(pairs):
            comma = "," if number < len(pairs) - 1 else ""
            text = json.dumps(inner, ensure_ascii=False)
            key = f"{json.dumps(step)}: " if isinstance(value, dict) else ""
            comment = self._pick(True, False) if broken else False
            if broken and self._pick(True, False, False):
                parts.append(self._comment("above", (*path, step)))
            said = "  " + self._comment("behind", (*path, step)) if comment else ""
            parts.append(f"{key}{text}{comma}{said}")
        if broken:
            yield f"{start} {left}"
            yield from (f"          {part}" for part in parts)
            yield f"          {right}{behind}"
        else:
            yield f"{start} {left}{' '.join(parts)}{right}{behind}"

    def _forms(self, text: str, around: str, said: Any, *, lines: bool) -> list[str]:
        """Ways of writing a text that YAML's own reader reads back."""
        single = "'" + text.replace("'", "''") + "'"
        forms = [
            *([] if text in DOUBTED else [text]),
            single,
            json.dumps(text),
            json.dumps(text, ensure_ascii=False),
        ]
        if lines and text.strip():
            body = "\n".join(
                f"    {line}" if line else "" for line in text.rstrip("\n").split("\n")
            )
            forms += [f"{mark}{chomp}\n{body}" for mark in "|>" for chomp in ("", "-")]
            forms.append(json.dumps(text, ensure_ascii=False).replace(" ", "\n    ", 1))
        found = []
        for form in forms:
            try:
                if read(around.format(form)) == said(text) and (lines or "\n" not in form):
                    found.append(form.replace("\n    ", "\n") if lines else form)
            except yaml.YAMLError:
                continue
        return found
