"""Runs of text → lines, and lines → paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Paragraph
from ingest.readers.from_pdf.ink import Box, Run, around
from ingest.text import BULLETS, clean

_SAME_LINE = 0.35
_WORD_GAP = 0.2
_TIGHT = 0.05
_MARK = re.compile(rf"^([{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—o](?=\s))\s*")
_NUMBERED = re.compile(r"^(?:\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s*\S")
_FURTHEST = 2.2
"""No lines of one paragraph are further apart than this many times their size."""
_LOOSE = 1.3
"""Lines further apart than this many times the usual distance belong to different paragraphs."""


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that stand on one baseline, left to right."""

    runs: tuple[Run, ...]
    box: Box
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The words as they follow one another."""
        return joined_text(self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(run.bold for run in self.runs)


def lines(runs: Iterable[Run]) -> list[Line]:
    """Lines from top to bottom; a smaller run that stands a little higher or lower belongs to the line it touches."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.baseline, r.box.left)):
        for group in reversed(groups[-3:]):
            if _on_line(run, group):
                group.append(run)
                break
        else:
            groups.append([run])
    return sorted((_line(group) for group in groups), key=lambda line: (line.baseline, line.box.left))


def _on_line(run: Run, group: Sequence[Run]) -> bool:
    main = max(group, key=lambda r: r.size)
    small, large = sorted((run.size, main.size))
    if abs(run.baseline - main.baseline) <= _SAME_LINE * small:
        return True
    overlap = min(run.box.bottom, main.box.bottom) - max(run.box.top, main.box.top)
    return small < 0.8 * large and overlap > 0.4 * min(run.box.height, main.box.height)


def _line(group: list[Run]) -> Line:
    ordered = tuple(sorted(group, key=lambda r: r.box.left))
    main = max(ordered, key=lambda r: (r.size, len(r.text)))
    return Line(ordered, around([r.box for r in ordered]), main.baseline, main.size)


def joined_text(runs: Sequence[Run]) -> str:
    """Runs put together, with a space where the page leaves one."""
    parts = [runs[0].text]
    for before, run in itertools.pairwise(runs):
        gap = run.box.left - before.box.right
        size = min(before.size, run.size)
        if gap > _WORD_GAP * size or ((before.follows or run.leads) and gap > -_WORD_GAP * size):
            parts.append(" ")
        parts.append(run.text)
    return "".join(parts)


def paragraphs(found: Sequence[Line], area: Box) -> tuple[Paragraph, ...]:
    """Lines of one cell or column put together: a line that had room for the next word ends a paragraph."""
    made = (paragraph(group) for group in grouped(found, area))
    return tuple(one for one in made if one is not None)


def grouped(found: Sequence[Line], area: Box) -> list[list[Line]]:
    """The lines of each paragraph."""
    leading = _leading(found)
    groups: list[list[Line]] = []
    for line in found:
        if groups and not _begins(groups[-1][-1], line, area, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _leading(found: Sequence[Line]) -> float:
    """The usual distance of two lines: of those on one page, the nearest quarter."""
    steps = sorted(b.baseline - a.baseline for a, b in itertools.pairwise(found) if b.baseline > a.baseline)
    return min(steps[len(steps) // 4], _FURTHEST * found[0].size) if steps else 0.0


def _begins(before: Line, line: Line, area: Box, leading: float) -> bool:
    """Whether a line begins a new paragraph."""
    if line.baseline - before.baseline > _LOOSE * max(leading, 0.9 * before.size) or _MARK.match(line.text):
        return True
    if abs(before.size - line.size) > 0.2 * line.size:
        return True
    return _had_room(before, line, area)


def _had_room(before: Line, line: Line, area: Box) -> bool:
    """Whether the next line's first word would have fitted at the end of the line before."""
    text = line.text
    first = line.box.width * len(text.split(" ", 1)[0]) / max(len(text), 1)
    left, right = before.box.left - area.left, area.right - before.box.right
    padding = max(min(line.box.left - area.left, 8.0), 0.0)
    room = right - padding
    if abs(left - right) < 3 and left > padding + 3:
        room += left - padding
    needed = first + 0.25 * before.size
    listed = text[:1].isupper() or text[:1].isdigit()
    return needed + (0.0 if listed else 0.5 * before.size) < room


def paragraph(group: Sequence[Line], level: int = 0) -> Paragraph | None:
    """One paragraph from its lines; its bullet is kept apart from the words."""
    text = clean(_flowed([line.text for line in group]))
    mark = _MARK.match(text)
    if mark and len(text) > mark.end():
        sign = mark.group(1)
        return Paragraph(text[mark.end() :], mark=sign if sign in BULLETS else "•", level=level)
    return Paragraph(text, level=level) if text else None


def _flowed(texts: Sequence[str]) -> str:
    whole = texts[0]
    for text in texts[1:]:
        cut = whole.endswith("-") and len(whole) > 1 and whole[-2].isalpha() and text[:1].islower()
        whole += text if cut else f" {text}"
    return whole
