"""The pages of a file by their references, numbered as pdfium counts them, which reads their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_MOST = 1_000_000
"""Parts of the page tree, beyond which it is not followed: it is written to be endless."""


def numbered(root: Any, fetched: Callable[[Any], Any]) -> dict[str, int]:
    """The number of each page, counted from 1, by its reference (ISO 32000-1, 7.7.3).

    What the tree names and is no page has a number too; a page that it names twice has the first.
    """
    pages: dict[str, int] = {}
    count = met = 0
    followed: set[str] = set()
    waiting: list[Any] = [root]
    while waiting and met < _MOST:
        met += 1
        reference = waiting.pop()
        node = fetched(reference)
        kids = fetched(node.get("/Kids")) if isinstance(node, dict) else None
        if isinstance(kids, list):
            if str(reference) not in followed:
                waiting += reversed(kids)
            followed.add(str(reference))
        else:
            count += 1
            if isinstance(node, dict):
                pages.setdefault(str(reference), count)
    return pages
