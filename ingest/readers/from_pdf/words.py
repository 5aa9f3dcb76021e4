"""Runs cut into smaller ones: where they reach over an edge, and where they leave a gap wider than between words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.readers.from_pdf.grid import slot
from ingest.readers.from_pdf.ink import Box, Ink, Run
from ingest.readers.from_pdf.widths import wide

_OVER = 2.0
"""How far a run may reach over an edge and still not be cut."""
_STRETCHED, _NARROWEST, _WIDEST = 1.0, 0.85, 1.25
"""How much wider than its face usually is a run must be to be looked at, and how narrow and how wide a face may be."""
_PLAIN, _FEW = 3, 8
"""One run in so many, at least, is taken to hold no gap, where that many show how wide a face is."""
GAP = 0.7
"""White space wider than this many times the font's size is no space between words."""


def parted(run: Run, edges: Sequence[float], ink: Ink) -> list[Run]:
    """The run cut where it reaches over an edge between columns, by where its letters stand.

    Words stay whole: a word belongs where its middle is.
    """
    first = slot(edges, run.box.left + _OVER)
    last = slot(edges, run.box.right - _OVER)
    if last <= first or run.slope:
        return [run]
    parts: dict[int, list[tuple[str, Box]]] = {}
    for text, box in place_words(run, ink):
        parts.setdefault(slot(edges, box.x), []).append((text, box))
    return [_part(run, part) for _, part in sorted(parts.items())]


def spaced(runs: Sequence[Run], ink: Ink) -> list[Run]:
    """Runs cut at gaps wider than between words: some programs write a whole row of a table in one stroke.

    Only runs much wider than their words should be are looked at letter by letter.
    """
    stretch: dict[tuple[int, bool], list[float]] = {}
    for run in runs:
        stretch.setdefault((round(run.size), run.bold), []).append(run.box.width / (wide(run.text) * run.size))
    usual = {
        font: min(sorted(ratios)[len(ratios) // _PLAIN], _WIDEST) if len(ratios) >= _FEW else _NARROWEST
        for font, ratios in stretch.items()
    }
    made: list[Run] = []
    for run in runs:
        expected = wide(run.text) * max(usual[round(run.size), run.bold], _NARROWEST)
        may_hold_gap = (
            " " in run.text and not run.slope and run.box.width > (_STRETCHED * expected + GAP - 0.35) * run.size
        )
        made += _cut_at_gaps(run, ink) if may_hold_gap else [run]
    return made


def _cut_at_gaps(run: Run, ink: Ink) -> list[Run]:
    parts: list[list[tuple[str, Box]]] = []
    for text, box in place_words(run, ink):
        if parts and box.left - parts[-1][-1][1].right < GAP * run.size:
            parts[-1].append((text, box))
        else:
            parts.append([(text, box)])
    return [_part(run, part) for part in parts] if len(parts) > 1 else [run]


def taken_apart(run: Run, words: Sequence[tuple[str, Box]], cuts: Sequence[int]) -> list[Run]:
    """The run cut before each of the words numbered in `cuts`."""
    edges = [0, *cuts, len(words)]
    return [_part(run, words[start:end]) for start, end in itertools.pairwise(edges)]


def _part(run: Run, words: Sequence[tuple[str, Box]]) -> Run:
    left, right = words[0][1].left, words[-1][1].right
    return run._replace(
        text=" ".join(text for text, _ in words),
        box=Box(left, run.box.top, right, run.box.bottom),
        follows=True,
        joints=tuple(x for x in run.joints if left < x < right),
    )


def place_words(run: Run, ink: Ink) -> list[tuple[str, Box]]:
    """The words of a run and where they stand; a letter may be written by one glyph with its neighbour."""
    own = [a for a in ink.letters(run) if run.box.left - _OVER < (a.left + a.right) / 2 < run.box.right + _OVER]
    edges = [(letter.left, letter.right) for letter in own for _ in letter.text]
    found, n = [], 0
    for word in _as_they_stand(run.text.split(), "".join(letter.text for letter in own)):
        reach = edges[n : n + len(word)] or edges[-1:] or [(run.box.left, run.box.right)]
        found.append((word, Box(reach[0][0], run.box.top, reach[-1][1], run.box.bottom)))
        n += len(word)
    return found


def _as_they_stand(words: list[str], letters: str) -> list[str]:
    """The words from left to right, by the letters that stand there: Ghostscript writes the end of one row of a table
    and the beginning of the next in one stroke that goes back to the left.
    """
    written = "".join(words)
    if written == letters or len(written) != len(letters):
        return words
    back = (written + written).find(letters)
    if back < 0:
        return words
    ends = list(itertools.accumulate(map(len, words)))
    cut = next(n for n, end in enumerate(ends) if end > back)
    before = words[cut][: back - ends[cut] + len(words[cut])]
    return [words[cut][len(before) :], *words[cut + 1 :], *words[:cut], *([before] if before else [])]
