"""Lines drawn on a page → level and upright rules: dashes joined, double rules made one, thin rectangles counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.readers.from_pdf.ink import Rule, new

_SAME = 2.2
"""Two rules nearer than this are one: the lines of a double rule, or the borders of two neighbouring cells."""
_GAP = 4.0
"""A gap shorter than this does not end a rule: dashes, dots, and the corners that borders leave open."""


def joined(strokes: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules from single strokes of one direction, in order of where they stand."""
    rules: list[Rule] = []
    for band in _bands(sorted(strokes)):
        at = _middle(band)
        for start, end in _spans(band):
            rules.append(new(Rule, (at, start, end)))
    return tuple(rules)


def _bands(strokes: list[Rule]) -> Iterator[list[Rule]]:
    """Strokes sorted by where they stand, those together that are one rule or stand in one line."""
    band = strokes[:1]
    for stroke in strokes[1:]:
        if stroke.at - band[0].at > _SAME:
            yield band
            band = []
        band.append(stroke)
    if band:
        yield band


def _middle(band: list[Rule]) -> float:
    """Where the band stands, long strokes counting for more."""
    length = weighed = 0.0
    for at, start, end in band:
        length += end - start
        weighed += at * (end - start)
    return weighed / length if length else band[0].at


def _spans(band: list[Rule]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for start, end in sorted([stroke[1:] for stroke in band]):
        if spans and start - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans
