"""Labels of milestones: before the date, after it, or on the line above, as the cell's first words show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.values.dates.scan import Scan
from normalise.values.dates.steps import Step

_EDGE_PUNCTUATION = " \t\n:;,.-–—/()[]&•·▪*|"
_SILENT = frozenset("OCcUgRr|;,:.-/&()?")
_ADJACENT = frozenset("bftkEBILzyDu,:.(-")


def labels(scan: Scan, steps: Sequence[Step]) -> list[str]:
    """A label for each step, "" where it has none."""
    gaps = _gaps(scan, steps)
    before_first = _words(scan, *gaps[0])
    found = [""] * len(steps)
    for at, (begin, end) in enumerate(gaps):
        for begin_piece, end_piece in _pieces(scan, begin, end):
            text = _words(scan, begin_piece, end_piece)
            owner = _owner(scan, (begin, begin_piece, end_piece, end), at, len(steps), bool(before_first))
            if text:
                found[owner] = f"{found[owner]} {text}".strip()
    return found


def _gaps(scan: Scan, steps: Sequence[Step]) -> list[tuple[int, int]]:
    edges = [0, *(edge for step in steps for edge in (step.begin, step.end)), len(scan.marks)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _pieces(scan: Scan, begin: int, end: int) -> list[tuple[int, int]]:
    cuts = [at for at in range(begin, end) if scan.marks[at] in "|;"]
    edges = [begin, *(edge for cut in cuts for edge in (cut, cut + 1)), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _owner(scan: Scan, places: tuple[int, int, int, int], gap: int, count: int, labels_lead: bool) -> int:  # noqa: FBT001
    """The step a piece of words belongs to: the one it shares a line or a bracket with, else as the cell began."""
    begin, piece_begin, piece_end, end = places
    if gap == 0:
        return 0
    if gap == count:
        return count - 1
    bracketed = scan.marks[piece_begin:piece_end].lstrip(",.-").startswith("(")
    own_line_of_last = piece_begin == begin and piece_end < end
    if bracketed or (own_line_of_last and "|" in scan.marks[piece_end:end]) or not labels_lead:
        return gap - 1
    return gap


def _words(scan: Scan, begin: int, end: int) -> str:
    """The text of some parts, without the small words of dates at its ends and without status words alone."""
    while end > begin and scan.marks[end - 1] in _ADJACENT:
        end -= 1
    if begin >= end or all(mark in _SILENT for mark in scan.marks[begin:end]):
        return ""
    text = scan.text[scan.begins[begin] : scan.ends[end - 1]]
    return re.sub(r"\s+", " ", text).strip(_EDGE_PUNCTUATION)
