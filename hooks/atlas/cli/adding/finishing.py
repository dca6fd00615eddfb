"""The end of `atlas new`: everything is checked as it would be, and then written, all or nothing."""

import sys
from collections.abc import Iterable

import click

import atlas
from atlas import routes
from atlas.cli.adding.desk import Desk, Sheet
from atlas.cli.adding.dialogue import THERE_ALREADY, Dialogue
from atlas.cli.adding.talk import Talk
from atlas.cli.telling import tell
from atlas.problem import Problem
from atlas.source import drafts
from atlas.text import Language, Text

STOPPED = Text(ja="やめました。何も書いていません。", en="Stopped. Nothing was written.")
WRONG = Text(
    ja="このままでは書けません。何も書いていません。",
    en="This cannot be written. Nothing was written.",
)
_AFTERWARDS = Text(
    ja="書いたあとで、データに問題が見つかりました。ほかのファイルも、いま変わったのかもしれません。",
    en="After writing, the data have problems. Other files may have changed just now.",
)
_TO_WRITE = Text(ja="── 次のファイルを書きます", en="── These files will be written")
_WRITE = Text(
    ja="書きますか（はい y／いいえ n／答え直す r）",
    en="Write them? (yes y / no n / change an answer r)",
)
_MEND = Text(
    ja="答え直しますか（答え直す r／やめる n）", en="Change an answer, or stop? (change r / stop n)"
)
_FAILED = Text(
    ja="書けませんでした（{reason}）。何も変えていません。",
    en="They could not be written ({reason}). Nothing was changed.",
)
_WRITTEN = Text(ja="書きました：{files}", en="Written: {files}")
_CHECKED = Text(
    ja="すべてのデータを確かめました。問題はありません。", en="All data were checked: no problems."
)
_NEXT = Text(
    ja="""次は：
  1. make serve を打ち、ブラウザーで {address} を見ます。
  2. 直すときは、上のファイルを開きます。ほかに書ける項目も、その中にあります。make check で確かめられます。
  3. 上のファイルをリポジトリに送り、プルリクエストを作ります（CONTRIBUTING.md を見てください）。""",
    en="""Next:
  1. Run make serve and open {address} in a browser.
  2. To change anything, open the files above; they name what else may be said. make check checks them.
  3. Send the files above to the repository and open a pull request (see CONTRIBUTING.md).""",
)  # fmt: skip
_SERVED = "http://127.0.0.1:8000/"
"""Where `make serve` shows the site."""


def stop_at(problems: Iterable[Problem], language: Language, said: Text = WRONG) -> None:
    """End here if there are problems, and say which."""
    if found := tuple(problems):
        tell(found, language)
        click.echo(f"\n{said.to(language)}", err=True)
        sys.exit(1)


def settled(desk: Desk, talk: Talk, dialogue: Dialogue) -> bool:
    """Show what would be written, and let answers be changed, until the editor says yes or no."""
    answer = "r"
    while answer == "r":
        if problems := desk.all_problems():
            talk.say("")
            tell(problems, talk.language)
            answer = talk.one_of(_MEND, "rn")
        else:
            _show(desk, talk)
            answer = talk.one_of(_WRITE, "ynr")
        if answer == "r":
            dialogue.redo()
    return answer == "y"


def _show(desk: Desk, talk: Talk) -> None:
    """Show the files without their comments; of those of many records, what is new in them."""
    talk.say("")
    talk.say(_TO_WRITE, "heading")
    for name, text in desk.texts(bare=True).items():
        file = desk.data_dir / name
        before = file.read_text("utf-8") if "/" not in name and file.exists() else ""
        lines = text.removeprefix(before.rstrip()).strip().splitlines()
        talk.say(f"\n  {file}", "heading")
        talk.say("\n".join(f"    {line}".rstrip() for line in lines))
    talk.say("")


def write(desk: Desk, talk: Talk, main: Sheet) -> None:
    """Write all that is on the desk, check everything once more, and say what comes next."""
    language = talk.language
    problems = desk.all_problems()
    if problems and (file := desk.same_pairing(main)):
        click.echo(THERE_ALREADY.fill(language, {"file": file}), err=True)
    stop_at(problems, language)
    texts = desk.texts()
    try:
        drafts.write(desk.data_dir, texts)
    except OSError as error:
        click.echo(_FAILED.fill(language, {"reason": error.strerror or str(error)}), err=True)
        sys.exit(1)
    talk.say(_WRITTEN, "good", files="".join(f"\n  {desk.data_dir / name}" for name in texts))
    stop_at(atlas.load(desk.data_dir).problems, language, _AFTERWARDS)
    talk.say(_CHECKED, "good")
    own_page = main.kind not in {"timelines", "glossary"}
    route = routes.record(main.kind, main.id) if own_page else routes.HOME
    talk.say(_NEXT, address=routes.absolute(_SERVED, route, language))
