"""Words struck out: by strokes through the middle of their letters, which are no rules of a table, or by their tags."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from ingest.readers.from_pdf.ink import Ink, Rule, Run
from ingest.readers.from_pdf.tagged.tags import TagBlock

_LOW, _HIGH = 0.15, 0.42
"""How far above the baseline a stroke through words stands, in times their size: half the height of small letters."""
_BEFORE, _BEYOND = 0.15, 0.35
"""How far it may reach over the words' beginning, and over their end, where a space is struck too, in their size."""
_COVERED = 0.85
_baseline = attrgetter("baseline")


def struck(runs: Sequence[Run], strokes: Sequence[Rule]) -> tuple[tuple[Run, ...], list[Rule]]:
    """The runs, those struck out marked as such, and the strokes that strike no words.

    The rule of a cell reaches further than its words do and stands clear of their middle; an underline stands below.
    """
    ordered = sorted((run for run in runs if not run.slope and run.size > 0), key=_baseline) if strokes else []
    largest = max((run.size for run in ordered), default=0.0)
    through: dict[Run, float] = {}
    rules: list[Rule] = []
    for stroke in strokes:
        first = bisect_left(ordered, stroke.at, key=_baseline)
        last = bisect_right(ordered, stroke.at + _HIGH * largest, key=_baseline)
        crossed = [run for run in ordered[first:last] if _crosses(stroke, run)]
        if not crossed or not _is_filled(stroke, crossed):
            rules.append(stroke)
            continue
        for run in crossed:
            through[run] = through.get(run, 0.0) + _shared(stroke, run)
    if not through:
        return tuple(runs), rules
    marked = {run for run, length in through.items() if length >= _COVERED * run.box.width}
    return tuple(run._replace(struck=True) if run in marked else run for run in runs), rules


def struck_by_tags(ink: Ink, named: Mapping[int, TagBlock]) -> Ink:
    """The page with the words marked as struck out of which its tags say so."""
    marks = {mark for block in named.values() for page, mark in block.struck or () if page == ink.number}
    if not marks:
        return ink
    return replace(ink, runs=tuple(run._replace(struck=run.struck or run.mark in marks) for run in ink.runs))


def _shared(stroke: Rule, run: Run) -> float:
    return min(stroke.end, run.box.right) - max(stroke.start, run.box.left)


def _crosses(stroke: Rule, run: Run) -> bool:
    return _LOW * run.size <= run.baseline - stroke.at <= _HIGH * run.size and _shared(stroke, run) > 0


def _is_filled(stroke: Rule, crossed: Sequence[Run]) -> bool:
    """Whether words stand along the whole stroke, and it begins and ends with them."""
    first, last = min(crossed, key=lambda run: run.box.left), max(crossed, key=lambda run: run.box.right)
    begins = stroke.start >= first.box.left - _BEFORE * first.size
    ends = stroke.end <= last.box.right + _BEYOND * last.size
    return begins and ends and sum(_shared(stroke, run) for run in crossed) >= _COVERED * (stroke.end - stroke.start)
