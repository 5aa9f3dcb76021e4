"""Lines outside tables whose paragraphs are told plainly: by tags, or by the weight and size of a heading."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.paragraphs import had_room
from ingest.readers.from_pdf.tagged.tags import TagBlock

_LARGER = 1.12
"""How many times larger than the line beneath a heading is, at least; recognised type is less even than that."""
_OTHER = 0.04
"""By how much, in times its size, the sizes of two headings differ, of which recognised type has none in bold."""
_APART = 1.6
"""How many times its size a line stands above one that hardly belongs to the same paragraph."""


def told(found: Sequence[Line], named: Mapping[int, TagBlock], column: Box) -> list[Line]:
    """The lines, with a note on each that plainly begins a paragraph, or plainly goes on with one.

    `named` are the marked contents of the page: the tags of paragraphs hold where those of its tables may not.
    `column` is as wide as text may run between equal margins, wider than the words where all lines are short.
    """
    noted = [line._replace(begins=_begins(above, line, named, column)) for above, line in itertools.pairwise(found)]
    return [*found[:1], *noted]


def _begins(above: Line, line: Line, named: Mapping[int, TagBlock], column: Box) -> bool | None:
    before, block = _block(above, named), _block(line, named)
    if before is not None and block is not None:
        return block is not before
    return True if _one_heads(above, line) or _ends_apart(above, line, column) else None


def _ends_apart(above: Line, line: Line, column: Box) -> bool:
    """Whether a line ends short of the margin, and the next stands well below it."""
    return line.baseline - above.baseline > _APART * above.size and had_room(above, line, column)


def _block(line: Line, named: Mapping[int, TagBlock]) -> TagBlock | None:
    """The paragraph that all words of a line are tagged as, if they are."""
    blocks = {named.get(run.mark) for run in line.runs}
    block = next(iter(blocks))
    return block if len(blocks) == 1 and block is not None and block.explicit else None


def _one_heads(above: Line, line: Line) -> bool:
    """Whether one of two lines is set like a heading: larger than that beneath it, or alone of the two in bold."""
    if above.size > _LARGER * line.size:
        return True
    if above.bold and line.bold:
        return abs(above.size - line.size) > _OTHER * line.size
    return above.bold != line.bold and not (_some_bold(above) and _some_bold(line))


def _some_bold(line: Line) -> bool:
    return any(run.bold for run in line.runs)
