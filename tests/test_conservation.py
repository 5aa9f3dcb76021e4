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
from normalise.model import Plan, Source
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


@pytest.mark.parametrize("path", READ, ids=lambda p: p.name)
def test_every_word_of_the_document_stands_in_a_table_that_is_written(path: Path) -> None:
    document, plan = understood(path)
    written: set[str] = set()
    for action in plan.actions:
        texts = [str(getattr(action, name)) for name in action.__dataclass_fields__ if name not in ("owners", "steps")]
        written |= set(words(" ".join([*texts, *(part for pair in action.other for part in pair)])))
    for text in (plan.text, *(h.heading for h in plan.headings), *(u.text for u in plan.unplaced)):
        written |= set(words(text))
    # A section is shown without the word "Theme" before it, as the contract asks.
    missing = {w for _, text in text_places(document) for w in words(text)} - written - {"Theme", "THEME"}
    assert not missing
