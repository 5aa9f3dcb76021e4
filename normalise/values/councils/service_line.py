"""A line that begins with a council's name and goes on, after a mark, with a service or committee of it."""

from __future__ import annotations

import re

from normalise.values.councils.mentions import find_mentions
from normalise.values.councils.others import find_other_body

_SAYS_COUNCIL = re.compile(r"council|borough of|city of|cyngor|\b[BCDM][BD]?C\b", re.IGNORECASE)
_MARK = re.compile(r"\s*[·•|–—]\s*|\s+-\s+|,\s+(?=[A-Z0-9])")
_LONGEST = 12
"""Words."""


def leads_with_council(line: str) -> bool:
    """Whether a short line says whose it is and of which service: "Anytown Council · Parks and Open Spaces".

    A further council or another body after the mark makes it a list of partners; a sentence is prose.
    """
    if len(line.split()) > _LONGEST or line.rstrip().endswith((".", ":", ";", ",")) or not _SAYS_COUNCIL.search(line):
        return False
    first, *others = find_mentions(line) or (None,)
    if first is None or not first.full or first.start or others:
        return False
    mark = _MARK.match(line, first.end)
    rest = line[mark.end() :] if mark else ""
    return bool(re.search(r"[^\W\d_]{2}", rest)) and find_other_body(rest) is None
