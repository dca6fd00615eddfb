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
    ja="「{revision}」という版はGitにありません。例：HEAD、main、HEAD~1",
    en="Git knows no revision “{revision}” here. For instance: HEAD, main, HEAD~1",
)


class RevisionError(Exception):
    """Why there is no such revision, in both languages."""

    def __init__(self, reason: Text, revision: str) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.values = {"revision": revision}


@contextmanager
def data_at(revision: str, data: Path) -> Iterator[Path]:
    """Put the data folder as it was at a revision into a folder that is removed afterwards.

    That folder does not exist if there were no data then. Raises RevisionError without git or such
    a revision.
    """
    data = data.resolve()
    known = _git(data.parent, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known.returncode:
        raise RevisionError(_UNKNOWN, revision)
    commit = known.stdout.decode().strip()
    packed = _git(data.parent, "archive", "--format=zip", commit, "--", data.name)
    with TemporaryDirectory() as folder:
        if packed.returncode == 0:
            zipfile.ZipFile(io.BytesIO(packed.stdout)).extractall(folder)
        yield Path(folder) / data.name


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError(_NO_GIT, "") from None
