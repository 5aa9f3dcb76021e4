"""Headings of several rows: a group's heading over several columns, each with its own, or words that ask for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from normalise.headings.lexicon import Lexicon
from normalise.headings.likeness import Reading, read
from normalise.headings.periods import heading_date
from normalise.headings.wording import key

_GROUP = 0.4
"""How much a group's heading counts beside the column's own."""
_PROMPT = 8
"""Words: so many under a heading tell people what to write, and head nothing."""


def read_all(headings: Sequence[str], lexicon: Lexicon) -> list[Reading]:
    """Read the headings of one table; a first line that several of them share is their group and counts for less."""
    shared = Counter(key(heading.partition("\n")[0]) for heading in headings if _own(heading))
    return [
        _prompting(h, lexicon)
        or (_of_group(h, lexicon) if shared[key(h.partition("\n")[0])] > 1 and _own(h) else read(h, lexicon))
        for h in headings
    ]


def _prompting(heading: str, lexicon: Lexicon) -> Reading | None:
    """The reading of the first line alone, where it is plain and the rest tells people what to write."""
    first = read(heading.partition("\n")[0], lexicon)
    own = read(_own(heading), lexicon)
    prompts = len(_own(heading).split()) >= _PROMPT and not own.plain(own.best)
    return first if prompts and first.plain(first.best) else None


def _own(heading: str) -> str:
    return heading.partition("\n")[2].strip()


def _of_group(heading: str, lexicon: Lexicon) -> Reading:
    whole, own = read(heading, lexicon), read(_own(heading), lexicon)
    if heading_date(_own(heading)) and whole.best == "timescale":
        return own
    if not own.votes or heading_date(_own(heading)):
        return whole
    votes = {name: weight * _GROUP for name, weight in whole.votes.items()}
    for name, weight in own.votes.items():
        votes[name] = max(weight, votes.get(name, 0.0))
    return Reading(votes, {**whole.how, **own.how}, {**whole.wording, **own.wording}, own.joins)
