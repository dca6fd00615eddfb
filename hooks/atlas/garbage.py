"""How often Python looks for garbage: seldom, for what is imported and made of the data stays.

After every 700 new things, as Python does by itself, it was a tenth of a small build. The package
imports this module before all others.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

gc.set_threshold(50_000, 20, 20)

# What is there at the end goes with the process. To look through it first, and take it apart piece by
# piece, was a sixth of a build.
atexit.register(gc.freeze)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make many things that stay, without Python's looking again and again for some to throw away.

    Of loading, that search was a fifth of the time, and found nothing: records have no circles.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.freeze()  # what was made is old now: else all of it would be looked at at once
            gc.unfreeze()
            gc.enable()


@contextmanager
def shared() -> Iterator[None]:
    """Never look at all while processes share what there is already, and make pages of it.

    To look at an object writes into it, and what is written to is copied. What making 5,000 pages
    leaves behind are a few thousand things.
    """
    gc.freeze()
    try:
        with undisturbed():
            yield
    finally:
        gc.unfreeze()
