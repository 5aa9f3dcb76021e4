"""Lines drawn on a page → level and upright rules: dashes joined, double rules made one, thin rectangles counted."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.readers.from_pdf.ink import Rule

_SAME = 2.2
"""Two rules nearer than this are one: the lines of a double rule, or the borders of two neighbouring cells."""
_GAP = 4.0
"""A gap shorter than this does not end a rule: dashes, dots, and the corners that borders leave open."""


def joined(strokes: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules from single strokes of one direction, in order of where they stand."""
    rules: list[Rule] = []
    for band in _bands(sorted(strokes)):
        at = _middle(band)
        rules.extend(Rule(at, start, end) for start, end in _spans(band))
    return tuple(rules)


def _bands(strokes: list[Rule]) -> list[list[Rule]]:
    bands: list[list[Rule]] = []
    for stroke in strokes:
        if bands and stroke.at - bands[-1][0].at <= _SAME:
            bands[-1].append(stroke)
        else:
            bands.append([stroke])
    return bands


def _middle(band: list[Rule]) -> float:
    length = sum(s.end - s.start for s in band)
    return sum(s.at * (s.end - s.start) for s in band) / length if length else band[0].at


def _spans(band: list[Rule]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for start, end in sorted((s.start, s.end) for s in band):
        if spans and start - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans
