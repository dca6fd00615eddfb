"""`atlas schema`: writes what helps editors' programs to help while the data are typed."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

import atlas
from atlas import views
from atlas.cli.options import DATA, LANG
from atlas.cli.telling import tell
from atlas.exports import schemas
from atlas.text import Language, Text, language_of_locale

_FOLDER = Path(".vscode") / "schema"

_WRITTEN = Text(
    ja="{folder} の{count}ファイルを新しくしました：{names}",
    en="Brought {count} file(s) in {folder} up to date: {names}",
)
_FRESH = Text(
    ja="{folder} の{count}ファイルは、どれも新しいままです。",
    en="All {count} files in {folder} are up to date.",
)
_STALE = Text(
    ja="{folder} の{count}ファイルが古くなっています：{names}。make schema で新しくなります。",
    en="Out of date in {folder}: {names} ({count} file(s)). Run make schema to renew them.",
)
_WITHOUT_IDS = Text(
    ja="データに問題があるので、idの一覧（ids.json）はもとのままです。",
    en="The data have problems, so the list of ids (ids.json) is as it was.",
)

_NOT_WRITTEN = Text(
    ja=".vscode/schema/ に書きこめません（{reason}）。",
    en="Nothing can be written into .vscode/schema/ ({reason}).",
)


@click.command()
@LANG
@DATA
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="書かずに、古ければ失敗します / write nothing; fail where they are out of date",
)
def schema(lang: Language | None, data: Path, only_check: bool) -> None:
    """入力を助けるスキーマを .vscode/schema/ に書きます。 / Write schemas into .vscode/schema/.

    With --check nothing is written. The list of ids is left out of that: a record that is added
    on the web makes it stale, which is no mistake of its author, and whoever next opens the data
    with `make serve`, `make new` or `make schema` renews it.
    """
    language = lang or language_of_locale(os.environ)
    wanted = {**schemas.of_files()}
    if not only_check:
        graph = (loaded := atlas.load(data)).graph
        if graph is not None:
            wanted |= schemas.of_ids(views.setting(graph, "", datetime.now(UTC)))
        else:
            tell(loaded.problems, language)
            click.echo(_WITHOUT_IDS.to(language), err=True)
    files = {_FOLDER / f"{name}.json": schemas.text(each) for name, each in wanted.items()}
    stale = {path: text for path, text in files.items() if not _has(path, text)}
    if not only_check:
        try:
            _write(stale)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            click.echo(_NOT_WRITTEN.fill(language, {"reason": reason}), err=True)
            sys.exit(1)
    sentence = (_STALE if only_check else _WRITTEN) if stale else _FRESH
    values = {
        "folder": f"{_FOLDER}/",
        "count": str(len(stale or files)),
        "names": ", ".join(path.name for path in stale),
    }
    click.echo(sentence.fill(language, values), err=bool(only_check and stale))
    if only_check and stale:
        sys.exit(1)


def _has(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _write(files: Mapping[Path, str]) -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_bytes(text.encode())
