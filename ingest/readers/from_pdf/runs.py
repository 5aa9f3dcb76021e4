"""Text objects of a page → `Run`s: what they say, where, how large, and which way they are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import atan2, degrees, hypot
from typing import NamedTuple

from ingest.readers.from_pdf.calls import Address
from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.letters import plain
from ingest.readers.from_pdf.probe import IDENTITY, Matrix, Probe, after

_HYPHEN, _SOFT = "\x02", "\u00ad"
"""What pdfium gives for any hyphen at a line's end, and one that is there for the line's end alone."""
_BACK = 40
_LEVEL = 4
"""Writing that slopes by fewer degrees than this is level."""
_SAME_SIZE, _SAME_LINE = 0.02, 0.1
_BACKWARDS, _WORD_SPACE = 0.3, 0.45
"""How far the next piece of a line may overlap the one before, and stand apart from it, in times its size."""


class Text(NamedTuple):
    """A text object, the matrix of the forms around it, and both matrices together."""

    item: Address
    form: Matrix
    matrix: Matrix


def texts(items: Iterable[tuple[Address, Matrix]], probe: Probe) -> list[Text]:
    """Each text object with the matrix that it is drawn under."""
    return [Text(item, form, after(probe.matrix(item), form)) for item, form in items]


def turn_of(found: Sequence[Text], page_turn: int) -> int:
    """Degrees to turn the page clockwise so that most of its text is upright; as the page asks where none is."""
    ways = Counter(_quarter(text.matrix) for text in found)
    ways.pop(None, None)
    if not ways:
        return page_turn
    most, _ = max(ways.items(), key=lambda way: (way[1], way[0] == page_turn))
    return most if most is not None else page_turn


def _quarter(matrix: Matrix) -> int | None:
    if matrix[1] == 0.0 < matrix[0]:
        return 0
    angle = degrees(atan2(matrix[1], matrix[0]))
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < _LEVEL else None


def runs(found: Sequence[Text], probe: Probe, frame: Frame) -> tuple[Run, ...]:
    """Runs of text in the order drawn, neighbours on one line made one.

    Blank ones, ones beyond the page's edge and second strokes are left out.
    """
    words = probe.words
    seen: dict[str, list[Run]] = {}
    kept: list[Run] = []
    for text in found:
        raw = words.get(text.item, "")
        run = _run(text, raw, probe, frame)
        if run is None:
            if kept and raw.isspace():
                kept[-1] = kept[-1]._replace(follows=True)
            continue
        same = seen.get(run.text)
        if same is None:
            seen[run.text] = [run]
        elif any(_again(run, other) for other in same[-_BACK:]):
            continue
        else:
            same.append(run)
        if kept and _goes_on(kept[-1], run):
            kept[-1] = _together(kept[-1], run)
        else:
            kept.append(run)
    return tuple(kept)


def is_beyond(found: Sequence[Text], kept: Sequence[Run], probe: Probe, frame: Frame) -> bool:
    """Whether most letters stand beyond the page's edge; second strokes may leave few that are kept, too."""
    words = probe.words
    letters = sum(map(len, words.values()))
    if 2 * sum(len(run.text) for run in kept) >= letters:
        return False
    off = (text.item for text in found if not frame.holds(frame.box(probe.bounds(text.item), text.form)))
    return 2 * sum(len(words.get(item, "")) for item in off) > letters


def _goes_on(before: Run, run: Run) -> bool:
    """Whether a run is the next piece of the same words: some programs draw letter by letter."""
    if before.mark != run.mark or before.bold != run.bold or before.colour != run.colour or run.slope or before.slope:
        return False
    size = run.size
    if abs(before.size - size) > _SAME_SIZE * size or abs(before.baseline - run.baseline) > _SAME_LINE * size:
        return False
    return -_BACKWARDS * size <= run.box.left - before.box.right <= _WORD_SPACE * size


def _together(before: Run, run: Run) -> Run:
    (left, top, right, bottom), (begin, high, end, low) = before.box, run.box
    spaced = before.follows or run.leads
    return before._replace(
        text=f"{before.text} {run.text}" if spaced else before.text + run.text,
        box=Box(left, min(top, high), max(right, end), max(bottom, low)),
        follows=run.follows,
        joints=(*before.joints, begin) if spaced else before.joints,
    )


def _again(run: Run, other: Run) -> bool:
    """Whether a run only makes another one bolder, or is its shadow."""
    near = 0.12 * run.size
    return abs(run.box.left - other.box.left) <= near and abs(run.baseline - other.baseline) <= near


def _run(text: Text, raw: str, probe: Probe, frame: Frame) -> Run | None:
    words = raw.strip()
    if not words:
        return None
    box = frame.box(probe.bounds(text.item), text.form)
    if not frame.holds(box):
        return None
    if _HYPHEN in words and probe.is_soft(text.item):
        words = words.replace(_HYPHEN, _SOFT)
    a, b, cc, d, _, baseline = after(text.matrix, frame.matrix)
    size = probe.font_size(text.item) * (abs(d) if cc == 0.0 else hypot(cc, d))
    own = probe.mark(text.item)
    mark = own if text.form is IDENTITY else probe.mark_within(text.item)
    artefact = probe.artefact(text.item, within=0 if own < 0 else 1)
    slope = 0 if b == 0.0 < a else round(degrees(atan2(b, a)))
    return Run(
        text=plain(words),
        box=box,
        baseline=baseline if abs(slope) < _LEVEL else box.bottom,
        size=size if size > 0.1 else box.height,
        bold=probe.bold(text.item),
        colour=probe.colour(text.item),
        slope=slope if abs(slope) >= _LEVEL else 0,
        mark=-1 if artefact else mark,
        artefact=artefact,
        leads=raw[0].isspace(),
        follows=raw[-1].isspace(),
    )
