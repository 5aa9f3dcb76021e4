"""Labels of milestones: before the date, after it, or on the line above, as the cell's first words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.text import squash
from normalise.values.dates.steps import Step
from normalise.values.dates.wording import Wording

_EDGE_PUNCTUATION = " \t\n:;,.-–—/()[]&•·▪*|"
_SILENT = frozenset("OQCcUgRr|;,:.-/&()?")
_ADJACENT = frozenset("bNPftkEBILWzyDuv,:.(-")
_WORDLESS = _SILENT | _ADJACENT
_JOINING = frozenset("&v,.:")


def labels(wording: Wording, steps: Sequence[Step]) -> list[str]:
    """A label for each step, "" where it has none."""
    marks = wording.marks
    gaps = _gaps(marks, steps)
    if all(_WORDLESS.issuperset(marks[begin:end]) for begin, end in gaps):
        return [""] * len(steps)
    lead = "" if not _label(wording, *gaps[0]) else "(" if marks.startswith("(") else "words"
    found = [""] * len(steps)
    for at, gap in enumerate(gaps):
        for piece in _pieces(marks, *gap):
            text = _label(wording, *piece)
            if text:
                owner = min(max(_owner(marks, gap, piece, lead) + at, 0), len(steps) - 1)
                found[owner] = f"{found[owner]} {text}".strip()
    return found


def _gaps(marks: str, steps: Sequence[Step]) -> list[tuple[int, int]]:
    edges = [0, *(edge for step in steps for edge in (step.begin, step.end)), len(marks)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _pieces(marks: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(begin, end):
        if marks[at] in "|;":
            yield begin, at
            begin = at + 1
    yield begin, end


def _owner(marks: str, gap: tuple[int, int], piece: tuple[int, int], lead: str) -> int:
    """-1 where words belong to the step before them, 0 where to the step after.

    They go with the date they share a line or follow in brackets; else before or after it as the cell began.
    """
    bracketed = lead != "(" and marks[slice(*piece)].lstrip(",.-").startswith("(")
    on_line_of_last = piece[0] == gap[0] and "|" in marks[piece[1] : gap[1]]
    return -1 if bracketed or on_line_of_last or not lead else 0


def _label(wording: Wording, begin: int, end: int) -> str:
    """The text of some parts, without the small words of dates at its ends; "" for status words alone."""
    marks = wording.marks
    while end > begin and marks[end - 1] in _ADJACENT:
        end -= 1
    while begin < end and marks[begin] in _JOINING:
        begin += 1
    if begin >= end or _SILENT.issuperset(marks[begin:end]):
        return ""
    return squash(wording.of(begin, end)).strip(_EDGE_PUNCTUATION)
