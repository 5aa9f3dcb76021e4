"""Nothing is lost: every place of a document that holds text has exactly one destination, and its words are written."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.model import Document
from ingest.reading import read_document
from normalise.ledger import text_places
from normalise.model import Action, Plan, Source
from normalise.schema import TEXT_FIELDS
from normalise.understand import understand

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.is_file())
OTHERS = sorted(p for d in ("seeds", "corpus/files", "word", "pdf") for p in (ROOT.parent / "shared" / d).glob("*.*"))
READ = [p for p in (*SAMPLES, *OTHERS) if p.suffix != ".json" and p.stat().st_size < 300_000]


def understood(path: Path) -> tuple[Document, Plan]:
    document = read_document(path.read_bytes(), Limits())
    return document, understand(document, Source(path.name), date(2026, 1, 1))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("path", READ, ids=lambda p: p.name)
def test_every_place_that_holds_text_has_one_destination(path: Path) -> None:
    document, plan = understood(path)
    went = [place for place, _ in plan.ledger]
    assert len(went) == len(set(went))
    assert set(went) == {place for place, _ in text_places(document)}


def texts(action: Action) -> list[str]:
    """What the document says of an action in its own words; values read out of them would count a word twice."""
    names = [{"status": "status_text"}.get(name, name) for name in TEXT_FIELDS]
    own = [getattr(action, name) for name in names if name != "other"]
    return [*own, *(part for pair in action.other for part in pair)]


def written(plan: Plan) -> Counter[str]:
    said = [text for action in plan.actions for text in texts(action)]
    said += [plan.text, *(h.heading for h in plan.headings), *(u.text for u in plan.unplaced)]
    return words("\n".join(said))


def said_again(document: Document, plan: Plan) -> Counter[str]:
    """Honest exceptions: a header or label said again on a later page, in a later form, or before each action.

    A section is shown without the word "Theme" before it, as the contract asks.
    """
    went = dict(plan.ledger)
    labels = {h.heading.casefold().strip(" :") for h in plan.headings}
    again = Counter[str]()
    for place, text in text_places(document):
        label = text.partition(":")[0] if place.table is None else ""
        if went[place] in ("repeated", "heading"):
            again += words(text)
        elif label.casefold().strip() in labels:
            again += words(label)
        again += Counter(w for w in words(text) if w in ("Theme", "THEME"))
    return again


@pytest.mark.parametrize("path", READ, ids=lambda p: p.name)
def test_every_word_of_the_document_is_written_as_often_as_it_stands_there(path: Path) -> None:
    document, plan = understood(path)
    stands = words("\n".join(text for _, text in text_places(document)))
    lost = stands - written(plan)
    assert not lost - said_again(document, plan)
    assert set(lost) <= {"Theme", "THEME"} | set(written(plan))
