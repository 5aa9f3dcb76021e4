"""What a person should know about the council that was, or was not, found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz, process

from ingest.model import Note
from normalise.values.councils.evidence import Evidence, named
from normalise.values.councils.mentions import find_mentions
from normalise.values.councils.names import full_names
from normalise.values.councils.register import Council

_LIKE = 90
_COUNCIL_NAME = re.compile(
    r"(?:London|Royal) Borough of(?: [A-Z][\w'’-]+| and| upon| &){1,4}"
    r"|(?<![\w'’-])(?:[A-Z][\w'’-]++ (?:and |of |on |upon |& )?){1,6}?Council\b"
)
_NAME_IT = "Put the council's name in the title, the file name or the folder, or fill the column in by hand."


def inferred_note(council: Council, *, inferred: bool) -> tuple[Note, ...]:
    """A word that the council was worked out from its place, where that is so."""
    message = f"The council was taken to be {council.name}: the document names only its place or its initials."
    return (Note("council-inferred", message, "Check that it is the council's own plan.", "info"),) if inferred else ()


def ended_note(council: Council, year: int | None) -> tuple[Note, ...]:
    """A word that the plan is later than its council, where that is so."""
    if not council.end or not year or year <= council.end.year:
        return ()
    message = f"{council.name} ended on {council.end.day} {council.end:%B %Y}, before the plan's time."
    return (Note("council-ended", message, "Check the plan's dates, and whose plan it is."),)


def suggest_notes(evidence: Evidence) -> tuple[Note, ...]:
    """Where no council was found: the ones that may be meant, named somewhere or spelt nearly so; at most one note."""
    title = named(find_mentions(evidence.texts.title), evidence.texts.year, full=True)
    likely = dict.fromkeys((*title, *(c for c, _ in evidence.prose.most_common(2)), *_alike(evidence)))
    if not likely:
        return ()
    names = " or ".join(c.name for c in list(likely)[:3])
    return (Note("council-unclear", f"The plan may belong to {names}, but it does not say so.", _NAME_IT),)


def _alike(evidence: Evidence) -> Iterator[Council]:
    for text in (evidence.texts.title, *evidence.texts.headings[:3]):
        for match in _COUNCIL_NAME.finditer(text):
            hit = process.extractOne(match[0].lower(), _spelt(), scorer=fuzz.ratio, score_cutoff=_LIKE)
            if hit:
                yield from _spelt_councils()[hit[0]][:1]


@cache
def _spelt_councils() -> dict[str, tuple[Council, ...]]:
    return {" ".join(keys): found for keys, found in full_names().items() if len(keys) > 1}


@cache
def _spelt() -> tuple[str, ...]:
    return tuple(_spelt_councils())
