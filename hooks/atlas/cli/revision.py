"""The data as they were at an earlier revision, fetched from Git into a folder of their own."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from atlas.text import Text

_NO_GIT = Text(
    ja="gitというコマンドが見つかりません。gitを入れるか、前のデータのフォルダーを指定してください。",
    en="The command git was not found. Install it, or name the folder with the earlier data.",
)
_UNKNOWN = Text(
    ja="「{name}」という版はGitにありません。例：HEAD、main、HEAD~1",
    en="Git knows no revision “{name}” here. For instance: HEAD, main, HEAD~1",
)


_NO_FOLDER = Text(ja="フォルダー「{name}」がありません。", en="There is no folder “{name}”.")
_FAILED = Text(
    ja="gitから前のデータを取り出せませんでした（{name}）。",
    en="git could not bring the earlier data ({name}).",
)


class RevisionError(Exception):
    """Why there are no data of a revision, in both languages, and the name of what is at fault."""

    def __init__(self, reason: Text, name: str = "") -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.values = {"name": name}


@contextmanager
def data_at(revision: str, data: Path) -> Iterator[Path]:
    """Put the data folder as it was at a revision into a folder that is removed afterwards.

    That folder does not exist if there were no data then. Raises RevisionError without git, such
    a revision, or a folder that could have the data.
    """
    data = data.resolve()
    if not data.parent.is_dir():
        raise RevisionError(_NO_FOLDER, str(data.parent))
    known = _git(data.parent, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known.returncode:
        raise RevisionError(_UNKNOWN, revision)
    commit = known.stdout.decode().strip()
    there = _git(data.parent, "cat-file", "-e", f"{commit}:./{data.name}").returncode == 0
    with TemporaryDirectory() as folder:
        if there:
            packed = _git(data.parent, "archive", "--format=zip", commit, "--", data.name)
            if packed.returncode:
                raise RevisionError(_FAILED, packed.stderr.decode(errors="replace").strip())
            zipfile.ZipFile(io.BytesIO(packed.stdout)).extractall(folder)
        yield Path(folder) / data.name


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError(_NO_GIT) from None
