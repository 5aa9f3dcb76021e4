"""Pages that a program put whole into a form, to stamp or to turn them: the tags still name their marked contents as
the page's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.readers.from_pdf.ink import APART, Ink
from ingest.readers.from_pdf.tagged.tags import TagBlock


def unwrapped(ink: Ink, named: Mapping[int, TagBlock]) -> Ink:
    """The page with the marked contents of its one form as its own, where it has none itself and the tags name none of
    a form."""
    first = next((run.mark for run in ink.runs if run.mark >= 0), 0)
    if first < APART or not named or max(named) >= APART:
        return ink
    start = first - first % APART
    if not all(run.mark < 0 or start <= run.mark < start + APART for run in ink.runs):
        return ink
    return replace(ink, runs=tuple(run._replace(mark=run.mark - start) if run.mark >= 0 else run for run in ink.runs))
