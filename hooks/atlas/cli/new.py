"""`atlas new`: a new record and all that it needs, asked for or given by options."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any

import click

from atlas.cli.adding import given
from atlas.cli.adding.desk import Desk, Sheet
from atlas.cli.adding.dialogue import ASKED, Dialogue
from atlas.cli.adding.finishing import STOPPED, settled, stop_at, write
from atlas.cli.adding.shapes import MODELS
from atlas.cli.adding.talk import Talk
from atlas.cli.options import DATA, LANG
from atlas.model import meaning_of
from atlas.text import Language, Text, language_of_locale

_WELCOME = Text(
    ja="新しい記録を加えます。一つずつ聞きますので、答えを打ってEnterを押してください。やめるときは Ctrl キーを押しながら C を押します。最後に「書く」と答えるまで、何も書きません。",
    en="This adds a record, one question at a time: type the answer and press Enter. To stop, hold Ctrl and press C. Nothing is written until you say so at the end.",
)
_WHAT = Text(ja="何を加えますか（番号）", en="What do you want to add? (number)")
_NOT_NOW = Text(
    ja="いまのデータに問題があります。先にそれを直してください。何も書いていません。",
    en="The data have problems as they are. Please mend those first. Nothing was written.",
)
_MISSING = Text(ja="足りない項目があります：{keys}", en="These are missing: {keys}")
_NO_KIND = Text(
    ja="何を加えるかを続けて書いてください：{kinds}",
    en="Name what is to be added: {kinds}",
)

_NAMES = {MODELS[kind].__name__.lower(): kind for kind in ASKED}
"""Kinds by what one record of them is called."""

_ALONE = {name: kind for name, kind in _NAMES.items() if kind != "sources"}
"""Those that are added for their own sake; a source is added with what rests on it."""


class _Kinds(click.Group):
    """A command for each kind of record, with an option for each of its keys."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_ALONE, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _ALONE:
            return super().get_command(ctx, name)
        kind = _ALONE[name]
        title = meaning_of(MODELS[kind]).title
        others = [
            click.Option([f"--new-{other}", f"new_{of_kind}"], multiple=True, help="{id: …, …}")
            for other, of_kind in _NAMES.items()
            if of_kind != kind and of_kind != "pairings"
        ]
        event = [
            click.Option(["--event", "events"], multiple=True, help="{date: …, kind: …, title: …}")
        ]
        params = [
            click.Option(["--id", "record_id"], default="", help="id"),
            *given.options(MODELS[kind]),
            *(event if kind == "pairings" else ()),
            *others,
        ]
        command = click.Command(name, params=params, help=f"{title.ja} / {title.en}",
                                callback=partial(_add, kind))  # fmt: skip
        return DATA(LANG(command))


@click.group(cls=_Kinds, invoke_without_command=True)
@LANG
@DATA
@click.pass_context
def new(ctx: click.Context, lang: Language | None, data: Path) -> None:
    """連携や場所などを加えます。 / Add a pairing, a place or another record.

    In a terminal it asks for whatever is not given by options.
    """
    if ctx.invoked_subcommand is None:
        language = lang or language_of_locale(os.environ)
        if not sys.stdin.isatty():
            raise click.UsageError(_NO_KIND.fill(language, {"kinds": ", ".join(_ALONE)}))
        with _nothing_written(language):
            _add(_which(Talk(language)), lang=lang, data=data, record_id="")


@new.command("from")
@LANG
@DATA
@click.argument("file", type=click.File("rb"))
def from_file(lang: Language | None, data: Path, file: IO[bytes]) -> None:
    """一つのファイル（- は標準入力）から加えます。 / Add records out of one document.

    It has the form of the data folder, in YAML or JSON: {places: {obuse: {…}}, pairings: {…}}.
    """
    language = lang or language_of_locale(os.environ)
    desk = _desk(data, language)
    sheets, problems = given.records(getattr(file, "name", "-"), file.read(), language)
    stop_at(problems, language)
    for sheet in sheets:
        events = sheet.content.get("events")
        if sheet.kind == "timelines" and isinstance(events, list):
            sheet.content["events"] = given.dated(events, date.today())
        desk.put(sheet)
    write(desk, Talk(language), desk.sheets[-1])


def _which(talk: Talk) -> str:
    kinds = list(_ALONE.values())
    for number, kind in enumerate(kinds, 1):
        talk.say(f"  {number:3}  {meaning_of(MODELS[kind]).title.to(talk.language)}")
    while True:
        answer = talk.ask(_WHAT)
        if answer.isdecimal() and 0 < int(answer) <= len(kinds):
            return kinds[int(answer) - 1]


def _add(kind: str, lang: Language | None, data: Path, record_id: str, **values: Any) -> None:
    """Add a record from what was given, and ask for the rest if there is somebody to ask."""
    language = lang or language_of_locale(os.environ)
    talk, desk, today = Talk(language), _desk(data, language), date.today()
    for other in ASKED:
        for value in values.get(f"new_{other}") or ():
            name = f"--new-{MODELS[other].__name__.lower()}"
            desk.put(given.named(desk, other, given.block(value, name, language)))
    content = given.content(MODELS[kind], values, language)
    events = [given.block(value, "--event", language) for value in values.get("events") or ()]
    missing = [
        given.option_name(key)
        for key, field in MODELS[kind].model_fields.items()
        if field.is_required() and key not in {*content, "id"}
    ]
    if missing and not sys.stdin.isatty():
        raise click.UsageError(_MISSING.fill(language, {"keys": ", ".join(missing)}))
    with _nothing_written(language):
        dialogue = Dialogue(talk, desk, today) if missing else None
        if dialogue:
            talk.say(_WELCOME)
            sheet = dialogue.record(kind, content, record_id)
            if kind == "pairings" and not events:
                dialogue.events(sheet)
        else:
            sheet = given.named(desk, kind, {**content, "id": record_id})
            desk.put(sheet)
        if events:
            timeline: dict[str, Any] = {"events": given.dated(events, today)}
            desk.put(Sheet("timelines", sheet.id, timeline))
        if dialogue and not settled(desk, talk, dialogue):
            raise KeyboardInterrupt
        write(desk, talk, sheet)


@contextmanager
def _nothing_written(language: Language) -> Iterator[None]:
    """Let the editor stop at any time, and say that nothing has come of it."""
    try:
        yield
    except (KeyboardInterrupt, EOFError) as stop:
        click.echo(f"\n{STOPPED.to(language)}", err=True)
        sys.exit(130 if isinstance(stop, KeyboardInterrupt) else 1)


def _desk(data: Path, language: Language) -> Desk:
    """Open the data folder; what is wrong with it has to be mended first."""
    desk = Desk(data)
    stop_at(desk.problems, language, _NOT_NOW)
    return desk
