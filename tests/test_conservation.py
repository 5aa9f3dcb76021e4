"""Nothing is lost: every place of a document that holds text has exactly one destination, and its words are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.model import Document
from ingest.reading import read_document
from normalise.model import Plan, Source
from normalise.understand import understand
from tests.conserved import faults

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.is_file())
OTHERS = sorted(p for d in ("seeds", "corpus/files", "word", "pdf") for p in (ROOT.parent / "shared" / d).glob("*.*"))
READ = [p for p in (*SAMPLES, *OTHERS) if p.suffix != ".json" and p.stat().st_size < 300_000]


def understood(path: Path) -> tuple[Document, Plan]:
    document = read_document(path.read_bytes(), Limits())
    return document, understand(document, Source(path.name), date(2026, 1, 1))


@pytest.mark.parametrize("path", READ, ids=lambda p: p.name)
def test_every_place_has_one_destination_and_every_word_is_written_as_often_as_it_stands_there(path: Path) -> None:
    assert faults(*understood(path)) == []


def test_a_lost_place_and_a_lost_word_are_seen() -> None:
    document, plan = understood(ROOT / "samples" / "plain-table.docx")
    assert faults(document, replace(plan, ledger=plan.ledger[1:]))[0].startswith("no destination")
    assert faults(document, replace(plan, ledger=(*plan.ledger, plan.ledger[0])))[0].startswith("two destinations")
    assert any(told.startswith("lost") for told in faults(document, replace(plan, actions=plan.actions[1:])))
