"""A plan's title without its council's name before it."""

from __future__ import annotations

import re

from normalise.values.councils.mentions import Mention, find_mentions
from normalise.values.councils.model import CouncilFound

_THE = re.compile(r"^\s*the\s+", re.IGNORECASE)
_MARK = re.compile(r"^(?:['’]s?)?\s*[–—:|,;/-]+\s*|^(?:['’]s?)?\s*\n\s*")
_SPACE = re.compile(r"^(?:['’]s?)?\s+")


def strip_council(title: str, found: CouncilFound) -> str:
    """The title without the council's name before it; a title that is nothing but the name stays.

    A bare place goes only where a dash or the like parts it from the rest: "Hartlepool Climate Plan" stays whole.
    """
    opening = _THE.match(title)
    start = opening.end() if opening else 0
    mention = next((m for m in find_mentions(title) if m.start == start and _is_of(m, found)), None)
    if not mention:
        return title
    rest = title[mention.end :]
    mark = _MARK.match(rest) or (_SPACE.match(rest) if mention.full else None)
    bare = rest[mark.end() :].strip() if mark else ""
    return bare or title


def _is_of(mention: Mention, found: CouncilFound) -> bool:
    return any(c.name == found.name for c in mention.councils)
