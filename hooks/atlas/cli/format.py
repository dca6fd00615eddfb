"""`atlas format`: one layout for every data file, with its wording and its comments."""

import difflib
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from atlas import schema, source
from atlas.cli.options import DATA, LANG
from atlas.cli.telling import say, tell
from atlas.source import Document
from atlas.text import Language, Text, language_of_locale

_FORMATTED = Text(
    ja="{count}ファイルの書き方を整えました。内容と注（#）は、もとのままです。次は make check です。",
    en="Laid out {count} file(s) anew; content and comments are as they were. Next: make check.",
)
_IN_ORDER = Text(
    ja="{count}ファイルとも、書き方は整っています。",
    en="All {count} file(s) are laid out as they should be.",
)
_NOT_IN_ORDER = Text(
    ja="{count}ファイルの書き方が整っていません。make format で整います。",
    en="{count} file(s) would be laid out anew. To do so: make format",
)
_UNSAFE = Text(
    ja="{path}: 内容か注を変えずに整えることができないので、もとのままにしました。& で始まる名前などの、変わった書き方をやめてください。",
    en="{path}: left as it is, for it cannot be laid out without changing what it says. Avoid unusual YAML such as names that begin with &.",
)
_NOT_DATA = Text(
    ja="{path} は、{data} のデータのファイルではありません。",
    en="{path} is not a data file of {data}.",
)
_NOT_WRITTEN = Text(
    ja="ファイルに書きこめません（{reason}）。どのファイルも、もとのままです。",
    en="The files cannot be written ({reason}). All of them are as they were.",
)
_MORE = Text(ja="（ほかに{count}行）", en="({count} more lines)")
_SHOWN_LINES = 20
"""How much of the difference in one file is shown."""


@click.command(name="format")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", is_flag=True, help="直さずに、差だけを見せる / only show what would change"
)
@LANG
@DATA
def format(  # noqa: A001  # the command's own name
    files: tuple[Path, ...], check: bool, lang: Language | None, data: Path
) -> None:
    """データの書き方を整えます。 / Lay data files out in one way.

    Content and comments stay as they are. Without FILES, all files of the data are laid out.
    """
    language = lang or language_of_locale(os.environ)
    read = source.read(data)
    documents = {source.file_of(data, d.kind, d.id).resolve(): d for d in read.documents}
    faulty = {source.file_at(data, p.path).resolve() for p in read.problems}
    wanted = {file.resolve(): file for file in files} or {f: f for f in (*documents, *faulty)}
    if strangers := [str(f) for r, f in wanted.items() if r not in documents and r not in faulty]:
        values = {"path": ", ".join(strangers), "data": str(data)}
        click.echo(_NOT_DATA.fill(language, values), err=True)
        sys.exit(2)
    problems = [p for p in read.problems if source.file_at(data, p.path).resolve() in wanted]
    sound = {f: d for f, d in documents.items() if f in wanted and f not in faulty}
    changed, unsafe = _laid_out(sound)
    if check:
        _show(changed, sound, language)
    else:
        _write({file: after for file, (_, after) in changed.items()}, sound, language)
    if problems:
        tell(problems, language)
    for path in unsafe:
        click.echo(_UNSAFE.fill(language, {"path": path}), err=True)
    if not changed and not problems and not unsafe:
        click.echo(_IN_ORDER.fill(language, {"count": str(len(sound))}))
    sys.exit(1 if problems or unsafe or (check and changed) else 0)


def _laid_out(
    documents: Mapping[Path, Document],
) -> tuple[dict[Path, tuple[str, str]], list[str]]:
    """Lay files out: those that change, before and after, and the names of those left alone."""
    changed, unsafe = {}, []
    for file, document in documents.items():
        before = file.read_bytes().decode("utf-8")
        try:
            after = source.canonical(before, schema.order_of(document.kind))
        except source.UnsafeError:
            unsafe.append(document.path)
            continue
        if after != before:
            changed[file] = before, after
    return changed, unsafe


def _write(
    texts: Mapping[Path, str], documents: Mapping[Path, Document], language: Language
) -> None:
    try:
        source.save(texts)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        click.echo(_NOT_WRITTEN.fill(language, {"reason": reason}), err=True)
        sys.exit(1)
    for file in texts:
        click.echo(documents[file].path)
    if texts:
        click.echo(_FORMATTED.fill(language, {"count": str(len(texts))}))


def _show(
    changed: Mapping[Path, tuple[str, str]], documents: Mapping[Path, Document], language: Language
) -> None:
    for file, (before, after) in changed.items():
        path = documents[file].path
        say("\n".join(_difference(path, before, after, language)), err=True)
    if changed:
        click.echo(_NOT_IN_ORDER.fill(language, {"count": str(len(changed))}), err=True)


_COLOURS = {"+": "green", "-": "red"}


def _difference(path: str, before: str, after: str, language: Language) -> Iterable[str]:
    """Tell how a file would change, line by line."""
    yield click.style(path, bold=True)
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[
        2:
    ]
    for line in lines[:_SHOWN_LINES]:
        yield click.style(line, fg=_COLOURS.get(line[:1]))
    if len(lines) > _SHOWN_LINES:
        yield _MORE.fill(language, {"count": str(len(lines) - _SHOWN_LINES)})
