"""`atlas rename`: a new id for a record, everywhere at once."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import click

import atlas
from atlas import renaming, schema, source
from atlas.cli.options import DATA, LANG
from atlas.cli.telling import say, tell
from atlas.problem import Problem
from atlas.renaming import RefusedError, Renaming
from atlas.text import Language, Text, language_of_locale

_RENAMED = Text(ja="idを「{old}」から「{new}」に変えました。", en="The id '{old}' is now '{new}'.")
_FILE = Text(ja="ファイル：{before} → {after}", en="File: {before} → {after}")
_FORMER = Text(
    ja="以前のid：{path} の formerly に「{old}」", en="Former id: '{old}' in formerly of {path}"
)
_REFERENCES = Text(ja="参照：{path}（{count}か所）", en="References: {path} ({count})")
_NEXT = Text(
    ja="前のアドレスも引き続き使えます。次は make check と make serve です。",
    en="Old addresses go on working. Next: make check and make serve.",
)
_MENTIONED = Text(
    ja="文章や注の中の「{old}」は、そのままです。直すかどうか見てください。",
    en="'{old}' was left as it is in texts and comments. See whether to change it there:",
)
_NEW_IN_CALENDARS = Text(
    ja="「{new}」は最初のidでした。カレンダーやフィードでは、出来事が新しいものとして入りなおします。",
    en="'{new}' was the first id: in calendars and feeds, its events will appear as new ones.",
)
_UNCHANGED = Text(ja="何も変えていません。", en="Nothing was changed.")
_PROBLEMS_FIRST = Text(
    ja="先に、データの問題を直してください。何も変えていません。",
    en="Mend the problems of the data first. Nothing was changed.",
)
_PROBLEMS_AFTER = Text(
    ja="このidにすると、上の問題が起こります。何も変えていません。",
    en="With that id there would be the problems above. Nothing was changed.",
)
_UNSAFE = Text(
    ja="ファイルの変わった書き方のため、idだけを変えることができません。先に make format で書き方を整えてください。何も変えていません。",
    en="Unusual YAML stands in the way of changing the id alone. Lay the files out first: make format. Nothing was changed.",
)
_NOT_WRITTEN = Text(
    ja="ファイルに書きこめません（{reason}）。何も変えていません。",
    en="The files cannot be written ({reason}). Nothing was changed.",
)


@click.command()
@click.argument("old")
@click.argument("new")
@LANG
@DATA
def rename(old: str, new: str, lang: Language | None, data: Path) -> None:
    """記録のidを変えます。 / Give a record a new id.

    OLD is the present id, NEW the one that it gets. All references follow, and old addresses go on
    working.
    """
    language = lang or language_of_locale(os.environ)
    loaded = atlas.load(data)
    if loaded.problems:
        tell(loaded.problems, language)
        _stop(_PROBLEMS_FIRST.to(language))
    catalog, _ = schema.read(source.read(data))
    try:
        plan = renaming.plan(catalog, old, new)
        texts = {file: _read(source.file_of(data, *file)) for file in renaming.touched(plan)}
        changed = {
            source.file_of(data, *file): text for file, text in renaming.apply(plan, texts).items()
        }
    except RefusedError as refused:
        _stop(refused.why.to(language), _UNCHANGED.to(language), code=2)
    except source.UnsafeError:
        _stop(_UNSAFE.to(language))
    try:
        if found := _problems_after(data, changed):
            tell(found, language)
            _stop(_PROBLEMS_AFTER.to(language))
        source.save(changed)
    except OSError as error:
        _stop(_NOT_WRITTEN.fill(language, {"reason": error.strerror or type(error).__name__}))
    for line in _told(plan, data, old, new, language):
        say(line)


def _stop(*lines: str, code: int = 1) -> NoReturn:
    click.echo("\n\n".join(lines), err=True)
    sys.exit(code)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _problems_after(data: Path, changed: Mapping[Path, str | None]) -> tuple[Problem, ...]:
    """Make the changes in a copy, and check that."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / (data.name or "data")
        shutil.copytree(data, copy, ignore_dangling_symlinks=True)
        source.save({copy / file.relative_to(data): text for file, text in changed.items()})
        return atlas.load(copy).problems


def _told(plan: Renaming, data: Path, old: str, new: str, language: Language) -> Iterator[str]:
    """Say what was done, what is left to look at, and what comes next."""

    def shown(file: renaming.File) -> str:
        return str(source.file_of(data, *plan.files.get(file, file)))

    yield click.style(_RENAMED.fill(language, {"old": old, "new": new}), fg="green")
    for before in plan.files:
        values = {"before": str(source.file_of(data, *before)), "after": shown(before)}
        yield "  " + _FILE.fill(language, values)
    listed = [file for file, edits in plan.edits.items() if edits.lists]
    own = min(listed, key=lambda file: file[0] == "timelines")  # a timeline goes with its owner
    yield "  " + _FORMER.fill(language, {"path": shown(own), "old": old})
    for file, count in sorted(plan.references.items()):
        yield "  " + _REFERENCES.fill(language, {"path": shown(file), "count": str(count)})
    if mentions := list(_mentions(data, old)):
        yield _MENTIONED.fill(language, {"old": old})
        yield from (f"  {mention}" for mention in mentions[:_SHOWN])
        if len(mentions) > _SHOWN:
            yield "  …"
    if plan.new_in_calendars:
        yield click.style(_NEW_IN_CALENDARS.fill(language, {"new": new}), fg="yellow")
    yield _NEXT.to(language)


_SHOWN = 10
"""How many places are named that mention the old id."""


def _mentions(data: Path, old: str) -> Iterator[str]:
    """Find the old id in texts and comments of the data, and in the prose beside it."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    texts = [(document.path, document.lines) for document in source.read(data).documents]
    prose = data.resolve().parent / "docs"
    for file in sorted(prose.glob("*.md")):
        prose_lines = file.read_text("utf-8", errors="replace").splitlines()
        texts.append((f"{prose.name}/{file.name}", tuple(prose_lines)))
    for path, lines in texts:
        for number, line in enumerate(lines, 1):
            if word.search(line) and not line.lstrip().startswith("formerly:"):
                yield f"{path}:{number}: {line.strip()[:80]}"
