"""The parts of a tagged page in the order of its tags, but for those that the page shows the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import heappop, heappush

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.passage import Part

_MOST = 400
"""Parts of a page, beyond which their order is left as it is: each is compared with each."""
_OVER = 2.0
"""How far words may reach into what stands beneath them, in points."""


def shown(parts: Sequence[Part]) -> list[Part]:
    """The parts with each behind all that stand above it and not beside it: some programs tag headings, or what was
    put in last, after all else.

    Columns of text stand beside one another and keep the order of the tags, and so do pages without a table: what
    is told of a table hangs on what stands above it.
    """
    tops = [part.box.top for part in parts]
    if len(parts) > _MOST or tops == sorted(tops) or not any(isinstance(part, Fragment) for part in parts):
        return list(parts)
    beneath = [[n for n, other in enumerate(parts) if _is_above(part.box, other.box)] for part in parts]
    waits = Counter(n for others in beneath for n in others)
    free = [n for n in range(len(parts)) if not waits[n]]
    found: list[Part] = []
    while free:
        first = heappop(free)
        found.append(parts[first])
        for n in beneath[first]:
            waits[n] -= 1
            if not waits[n]:
                heappush(free, n)
    return found


def _is_above(box: Box, other: Box) -> bool:
    """Whether a box stands above another, and over some of its width."""
    return box.bottom <= other.top + _OVER and box.top < other.top and box.left < other.right and other.left < box.right
