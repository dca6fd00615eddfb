"""A person at a terminal: questions are awaited, and answered."""

import os
import re
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

import pexpect

from tests.conftest import ROOT

_COLOUR = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def _heed() -> None:
    """Heed Ctrl-C, even if whoever started the tests has it ignored, as shells in the background do."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """`atlas new` in a pseudo-terminal. `told` is all that it has said, without colours."""

    def __init__(self, data: Path, *options: str, **environment: str) -> None:
        self.raw = ""
        self._child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-m", "atlas", "new", *options, "--data", str(data)],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "hooks"),
                "TERM": "dumb",
                "LC_ALL": "C.UTF-8",
                **environment,
            },
            encoding="utf-8",
            timeout=60,
            preexec_fn=_heed,
            dimensions=(60, 500),
        )
        self._child.delaybeforesend = None

    @property
    def told(self) -> str:
        """All that was said, without colours."""
        return _COLOUR.sub("", self.raw)

    def answer(self, script: Iterable[tuple[str, str]]) -> None:
        """Give each answer once its question, which holds some words, is asked."""
        for words, answer in script:
            self.wait(words)
            self.type(answer)

    def type(self, answer: str) -> None:
        """Type a line, and press Enter."""
        self._child.sendline(answer)

    def wait(self, words: str = "") -> str:
        """Wait for a question; what is said before it, or in it, holds some words."""
        self._child.expect(" > $")
        said = str(self._child.before)
        self.raw += said + str(self._child.after)
        plain = _COLOUR.sub("", said)
        assert words in plain, f"{words!r} was to be asked, not: {plain}"
        return plain

    def press(self, character: str) -> None:
        """Press a letter together with the control key, and once more whenever nothing comes of it.

        Python misses what is pressed in the moment between a question and its reading the answer.
        """
        for _ in range(12):
            self._child.sendcontrol(character)
            if self._child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
                self.raw += str(self._child.before)
                return

    def end(self) -> int | None:
        """Wait for the command to end, and return its exit code."""
        self._child.expect(pexpect.EOF)
        self.raw += str(self._child.before)
        self._child.close()
        code: int | None = self._child.exitstatus
        return code
