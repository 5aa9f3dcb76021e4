"""Text objects of a page → `Run`s: what they say, where, how large, and which way they are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees

from ingest.readers.from_pdf.drawn import probe
from ingest.readers.from_pdf.drawn.calls import Handle
from ingest.readers.from_pdf.drawn.frame import Frame
from ingest.readers.from_pdf.drawn.letters import plain
from ingest.readers.from_pdf.drawn.matrices import Matrix, after
from ingest.readers.from_pdf.drawn.surroundings import PAGE, Form
from ingest.readers.from_pdf.ink import Box, Run, new

_HYPHEN, _SOFT = "\x02", "\u00ad"
"""What pdfium gives for any hyphen at a line's end, and one that is there for the line's end alone."""
_HYPHENS = ("-", "‐", _SOFT)
_BACK = 40
_LEVEL = 4
"""Writing that slopes by fewer degrees than this is level."""
_SAME_SIZE, _SAME_LINE = 0.02, 0.1
_BACKWARDS, _WORD_SPACE = 0.3, 0.45
"""How far the next piece of a line may overlap the one before, and stand apart from it, in times its size."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The text objects of a page, side by side: what each says, what it stands in, and its own matrix and that of the
    forms around it together."""

    items: Sequence[Handle]
    said: Sequence[str]
    forms: Sequence[Form]
    matrices: Sequence[Matrix]


def texts(items: Sequence[Handle], said: Sequence[str], forms: Sequence[Form]) -> Texts:
    """Each text object with the matrix that it is drawn under."""
    placed = zip(probe.matrices(items), forms, strict=True)
    return Texts(items, said, forms, [own if form is PAGE else after(own, form.matrix) for own, form in placed])


def turn_of(found: Texts, page_turn: int) -> int:
    """Degrees to turn the page clockwise so that most of its text is upright; as the page asks where none is."""
    ways = Counter([0 if matrix[1] == 0.0 < matrix[0] else _quarter(matrix) for matrix in found.matrices])
    ways.pop(None, None)
    if not ways:
        return page_turn
    most, _ = max(ways.items(), key=lambda way: (way[1], way[0] == page_turn))
    return most if most is not None else page_turn


def _quarter(matrix: Matrix) -> int | None:
    angle = degrees(atan2(matrix[1], matrix[0]))
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < _LEVEL else None


def runs(found: Texts, frame: Frame) -> tuple[Run, ...]:
    """Runs of text in the order drawn, neighbours on one line made one.

    Blank ones, ones beyond the page's edge and second strokes are left out.
    """
    seen: defaultdict[str, list[Run]] = defaultdict(list)
    kept: list[Run] = []
    for raw, run in zip(found.said, _drawn(found, frame), strict=True):
        if run is None:
            if kept and raw.isspace():
                kept[-1] = kept[-1]._replace(follows=True)
            continue
        goes_on = bool(kept) and _stands_behind(kept[-1], run)
        if goes_on and _divides(kept[-1], run):
            kept[-1] = kept[-1]._replace(text=kept[-1].text + _SOFT)
            continue
        same = seen[run.text]
        if same and any(_again(run, other) for other in same[-_BACK:]):
            continue
        same.append(run)
        if goes_on and _is_alike(kept[-1], run):
            kept[-1] = _together(kept[-1], run)
        else:
            kept.append(run)
    return tuple(kept)


def is_beyond(found: Texts, kept: Sequence[Run], frame: Frame) -> bool:
    """Whether most letters stand beyond the page's edge; second strokes may leave few that are kept, too."""
    letters = sum(map(len, found.said))
    if 2 * sum(len(run.text) for run in kept) >= letters:
        return False
    boxes = frame.boxes(probe.edges(found.items), found.forms)
    return 2 * sum(len(said) for said, box in zip(found.said, boxes, strict=True) if not frame.holds(box)) > letters


def _stands_behind(before: Run, run: Run) -> bool:
    """Whether a run stands close behind another on its line, in its size."""
    size = run.size
    if abs(before.baseline - run.baseline) > _SAME_LINE * size or abs(before.size - size) > _SAME_SIZE * size:
        return False
    return -_BACKWARDS * size <= run.box.left - before.box.right <= _WORD_SPACE * size


def _divides(before: Run, run: Run) -> bool:
    """Whether a run is a hyphen that the file calls no content, behind words that are some."""
    return run.artefact and run.text in _HYPHENS and not before.artefact


def _is_alike(before: Run, run: Run) -> bool:
    """Whether a run behind another is the next piece of the same words: some programs draw letter by letter."""
    is_alike = before.mark == run.mark and before.bold == run.bold and before.colour == run.colour
    return is_alike and not run.slope and not before.slope


def _together(before: Run, run: Run) -> Run:
    (left, top, right, bottom), (begin, high, end, low) = before.box, run.box
    spaced = before.follows or run.leads
    text = before.text[:-1] + "-" if before.text[-1:] == _SOFT and not spaced else before.text
    return before._replace(
        text=f"{text} {run.text}" if spaced else text + run.text,
        box=Box(left, min(top, high), max(right, end), max(bottom, low)),
        follows=run.follows,
        joints=(*before.joints, begin) if spaced else before.joints,
    )


def _again(run: Run, other: Run) -> bool:
    """Whether a run only makes another one bolder, or is its shadow."""
    near = 0.12 * run.size
    return abs(run.box.left - other.box.left) <= near and abs(run.baseline - other.baseline) <= near


def _drawn(found: Texts, frame: Frame) -> Iterator[Run | None]:
    """The run that each text object draws; none for blank ones and ones beyond the page's edge."""
    items, boxes = found.items, frame.boxes(probe.edges(found.items), found.forms)
    places = boxes, frame.held(boxes), frame.writings(found.matrices)
    styles = probe.sizes(items), probe.bold(items), probe.colours(items)
    words = map(str.strip, found.said)
    depths = probe.depths(items)
    marks = probe.marks(items) if any(depths) else [-1] * len(items)
    drawn = zip(items, found.forms, found.said, words, *places, *styles, marks, depths, strict=True)
    for item, form, raw, text, box, is_held, (baseline, times, slope), size, is_bold, colour, own, depth in drawn:
        if not text or not is_held:
            yield None
            continue
        is_level = -_LEVEL < slope < _LEVEL
        tall = size * times
        within = 0 if own < 0 else 1
        artefact = form.artefact or (depth > within and probe.is_artefact(item, within))
        is_bare = len(text) == len(raw)
        yield new(
            Run,
            (
                text if text.isascii() and text.isprintable() else _plain(text, item),
                box,
                baseline if is_level else box.bottom,
                tall if tall > 0.1 else box.height,
                is_bold,
                colour,
                0 if is_level else slope,
                -1 if artefact else own if form is PAGE else form.mark_of(own),
                not is_bare and raw[0].isspace(),
                not is_bare and raw[-1].isspace(),
                artefact,
                False,
                (),
                (),
            ),
        )


def _plain(words: str, item: Handle) -> str:
    """The words of a text object in plain letters, a hyphen that is there for the line's end alone made a soft one."""
    return plain(words.replace(_HYPHEN, _SOFT) if _HYPHEN in words and probe.is_soft(item) else words)
