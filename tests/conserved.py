"""Whether anything of a document was lost: its places against the ledger, its words against the tables.

A section's title that says it goes on from the page before is shown without saying so.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.model import Document
from normalise.ledger import text_places
from normalise.model import Action, Plan
from normalise.schema import TEXT_FIELDS
from normalise.structure.prose import labelled_parts
from normalise.structure.titles import without_continued


def faults(document: Document, plan: Plan) -> list[str]:
    """What is wrong, in words; empty where every place has one destination and every word is written."""
    return [*_places_astray(document, plan), *_words_lost(document, plan)]


def _places_astray(document: Document, plan: Plan) -> list[str]:
    went = Counter(place for place, _ in plan.ledger)
    stands = {place for place, _ in text_places(document)}
    found = [f"two destinations: {place}" for place, times in went.items() if times > 1]
    found += [f"no destination: {place}" for place in stands - set(went)]
    return [*found, *(f"no text stands at {place}" for place in set(went) - stands)]


def _words_lost(document: Document, plan: Plan) -> list[str]:
    themes = {place for place, destination in plan.ledger if destination == "theme"}
    said = (without_continued(text) if place in themes else text for place, text in text_places(document))
    lost = _words("\n".join(said)) - _written(plan)
    told = lost - _said_again(document, plan)
    never = set(lost) - {"Theme", "THEME"} - set(_written(plan))
    return [f"lost: {word!r}" for word in sorted({*told, *never})]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _texts(action: Action) -> list[str]:
    """What the document says of an action in its own words; values read out of them would count a word twice."""
    names = [{"status": "status_text"}.get(name, name) for name in TEXT_FIELDS]
    own = [getattr(action, name) for name in names if name != "other"]
    return [*own, *(part for pair in action.other for part in pair)]


def _written(plan: Plan) -> Counter[str]:
    said = [text for action in plan.actions for text in _texts(action)]
    said += [plan.text, *(h.heading for h in plan.headings), *(u.text for u in plan.unplaced)]
    return _words("\n".join(said))


def _said_again(document: Document, plan: Plan) -> Counter[str]:
    """Honest exceptions: a header or label said again on a later page, in a later form, or before each action.

    A section is shown without the word "Theme" before it, as the contract asks.
    """
    went = dict(plan.ledger)
    labels = {h.heading.casefold().strip(" :") for h in plan.headings}
    again = Counter[str]()
    for place, text in text_places(document):
        if went.get(place) in ("repeated", "heading"):
            again += _words(text)
        elif place.table is None:
            said = [part.label for part in labelled_parts(text)]
            again += _words(" ".join(label for label in said if label.casefold() in labels))
        again += Counter(w for w in _words(text) if w in ("Theme", "THEME"))
    return again
