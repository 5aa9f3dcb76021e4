"""Lines → paragraphs: where one ends is seen from the room left on a line, from spacing and from marks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial

from ingest.model import Paragraph
from ingest.readers.from_pdf.cut_words import is_too_wide
from ingest.readers.from_pdf.drawn.links import addresses
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lexicon import Lexicon
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.widths import wide
from ingest.text import BULLETS, clean

_MARK = re.compile(rf"^([{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc])\s*")
_LOOSE, _SURELY_LOOSE = 1.1, 1.3
"""Lines further apart than this many times the usual distance belong to different paragraphs: the first where the
usual distance is known from many lines."""
_FURTHEST = 2.2
"""No lines of one paragraph are further apart than this many times their size."""
_MANY = 6
_SPACE = 0.28
_UNSURE = 0.15
_PADDING = 8.0


class Spacing:
    """How far apart the lines of one paragraph usually are, in times their size."""

    def __init__(self, texts: Iterable[Sequence[Line]]) -> None:
        self._texts = texts

    @cached_property
    def _widest(self) -> float:
        """The furthest apart, in times their size; asked for only where the file's tags do not tell paragraphs."""
        steps = sorted(
            (below.baseline - line.baseline) / line.size
            for lines in self._texts
            for line, below in itertools.pairwise(lines)
            if below.baseline > line.baseline
        )
        usual = min(steps[len(steps) // 4], _FURTHEST) if steps else 0.0
        return (_LOOSE if len(steps) >= _MANY else _SURELY_LOOSE) * max(usual, 0.9)

    def parts(self, before: Line, line: Line) -> bool:
        """Whether the space between two lines is more than that within a paragraph."""
        return line.baseline - before.baseline > self._widest * before.size


def paragraphs(found: Sequence[Line], area: Box, spacing: Spacing, lexicon: Lexicon) -> tuple[Paragraph, ...]:
    """Lines of one cell or column put together: a line that had room for the next word ends a paragraph."""
    made = (paragraph(group, lexicon, area=area) for group in grouped(found, area, spacing))
    return tuple(one for one in made if one is not None)


def grouped(found: Sequence[Line], area: Box, spacing: Spacing) -> list[list[Line]]:
    """The lines of each paragraph."""
    groups: list[list[Line]] = []
    for line in found:
        if groups and not _begins(groups[-1][-1], line, area, spacing):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(before: Line, line: Line, area: Box, spacing: Spacing) -> bool:
    """Whether a line begins a new paragraph."""
    if line.begins is not None:
        return line.begins
    if spacing.parts(before, line) or abs(before.size - line.size) > 0.2 * line.size:
        return True
    return _MARK.match(line.text) is not None or had_room(before, line, area)


def had_room(before: Line, line: Line, area: Box) -> bool:
    """Whether the next line's first word would have fitted at the end of the line before."""
    text = line.text
    left, right = before.box.left - area.left, area.right - before.box.right
    padding = max(min(line.box.left - area.left, left, _PADDING), 0.0)
    room = right - padding
    if abs(left - right) < 3 and left > padding + 3:
        room += left - padding
    first = line.box.width * wide(text.split(" ", 1)[0]) / max(wide(text), 0.1)
    to_spare = room - first - _SPACE * before.size
    listed = text[:1].isupper() or text[:1].isdigit()
    return to_spare > (0.0 if listed else _UNSURE) * before.size


def paragraph(group: Sequence[Line], lexicon: Lexicon, level: int = 0, area: Box | None = None) -> Paragraph | None:
    """One paragraph from its lines, in a column where one is given; its bullet is kept apart from the words."""
    text = group[0].text
    for before, line in itertools.pairwise(group):
        text = lexicon.together(text, line.text, partial(_is_too_wide, before, line, area))
    text = clean(text)
    if not text:
        return None
    marked = [run for line in group for run in line.runs if run.struck or run.links]
    linked = [run for run in marked if run.links]
    struck = bool(marked) and _is_struck([run for line in group for run in line.runs])
    made = Paragraph(text, "", level, struck, addresses(linked) if linked else ())
    mark = _MARK.match(text)
    if mark and len(text) > mark.end():
        sign = mark.group(1)
        return replace(made, text=text[mark.end() :], mark=sign if sign in BULLETS else "•")
    return made


def _is_too_wide(before: Line, line: Line, area: Box | None) -> bool:
    return area is not None and is_too_wide(before, line, area)


def _is_struck(runs: Sequence[Run]) -> bool:
    """Whether all words are struck out; a bullet or full stop may stand free."""
    worded = [run for run in runs if any(map(str.isalnum, run.text))]
    return bool(worded) and all(run.struck for run in worded)
