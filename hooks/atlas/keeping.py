"""What an earlier build made of the very same, kept beside the project.

To take out of the theme's style sheet what no page uses is a fifteenth of a small site's build, and
comes to the same until a page is laid out in another way. ATLAS_PLAIN=1 does without.
"""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path


def kept(folder: Path | None, name: str, given: Iterable[str], make: Callable[[], str]) -> str:
    """Return what goes by a name and was made of what is `given`; else make it, and keep it.

    Of one name the last is kept. Without a folder it is always made.
    """
    if folder is None:
        return make()
    file, mark = folder / name, f"{sha256(repr([*given]).encode()).hexdigest()}\n"
    if file.is_file() and (text := file.read_text("utf-8")).startswith(mark):
        return text.removeprefix(mark)
    made = make()
    fresh = folder / f"{name}.{os.getpid()}"  # whole or not at all, whoever builds beside us
    fresh.write_text(mark + made, "utf-8")
    fresh.replace(file)
    return made
