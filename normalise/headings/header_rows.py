"""How much a row of cell texts looks like the header of a table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.headings.contents import kind
from normalise.headings.lexicon import known
from normalise.headings.likeness import EXACT, LOOSE, SYNONYM, read
from normalise.headings.periods import heading_date
from normalise.headings.wording import key

_MOST_WORDS = 25
_LONGEST_STOPPED = 3
"""Words: a longer text that ends with a full stop is a sentence."""
_NOT_PLAIN = 1.5
_SEVERAL = 3
_EITHER = frozenset(("dates", "status", "yes_no", "levels", "times", "open", "sums", "numbers"))
"""Kinds of cell whose very words also head columns ("Complete", "No", "Q1")."""
_BY_NAME = frozenset(("money", "proofs"))
"""Kinds of cell that head a column only by the field's own name ("Budget", but not "Staff time")."""
_VALUES = _EITHER | _BY_NAME | frozenset(("names", "roles", "bodies", "references", "figures", "deeds", "sentences"))
"""Kinds that tell of a cell with a value, where the words do not plainly make a heading."""


def is_heading_like(text: str) -> bool:
    """Whether this text is plainly a heading of an action table ("Lead officer:", "By when?")."""
    return _strength(text) >= LOOSE / EXACT


def names_field(text: str) -> bool:
    """Whether this text is one of the names of a field ("Lead officer"), rather than another way to say it."""
    return "exact" in read(text, known()).how.values()


def field_named(text: str) -> str:
    """The field that this text plainly heads, "" where it is not plainly a heading."""
    return read(text, known()).best if is_heading_like(text) else ""


def header_score(texts: Sequence[str]) -> float:
    """How much a row with these cell texts looks like a header row of a table of actions, 0 to 1.

    Repeated texts (a merged cell) count once, blank ones not at all.
    """
    cells = {key(text): text for text in texts if key(text) or text.strip()}
    if not cells:
        return 0.0
    strengths = [_strength(text) for text in cells.values()]
    plain = {read(t, known()).best for t, s in zip(cells.values(), strengths, strict=True) if s >= LOOSE / EXACT}
    score = 0.6 * sum(strengths) / len(cells) + 0.4 * min(1.0, len(plain - {"other"}) / _SEVERAL)
    return round(score if len(plain) > 1 else score / 2, 2)


def _strength(text: str) -> float:
    if len(text.split()) > _MOST_WORDS or (text.rstrip().endswith(".") and len(text.split()) > _LONGEST_STOPPED):
        return 0.0
    reading = read(text, known())
    weight = max(reading.votes.values(), default=0.0)
    held = kind(text)
    if weight >= SYNONYM and held == "status" and len(text.split()) > 1:
        return weight / EXACT
    if held in _EITHER or heading_date(text) or (held in _BY_NAME and weight < EXACT):
        return min(weight, _NOT_PLAIN) / EXACT
    if weight >= LOOSE:
        return min(1.0, weight / EXACT)
    return 0.0 if held in _VALUES else 0.5 * weight / EXACT
