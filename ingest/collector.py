"""The collector of reference cycles asked more seldom while a document is read.

What is read stays, and the collector would walk through it again and again, once for every 700 values: a tenth of the
time of a PDF of 230 pages, of which it frees next to nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_VALUES = 250_000
"""How many new values may be held until it is asked: some 50 MB where every one of them could be freed."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Ask the collector once for every 250,000 new values; then as often as before, whichever reading ends last."""
    often, *older = gc.get_threshold()
    if 0 < often < _VALUES:
        gc.set_threshold(_VALUES, *older)
    try:
        yield
    finally:
        gc.set_threshold(min(often, gc.get_threshold()[0]), *older)
