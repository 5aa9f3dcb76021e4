"""Words of a page → the pieces of text that a program would have drawn them in, and where their letters stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Letter, Run, around
from ingest.readers.from_pdf.lines import lines
from ingest.readers.from_pdf.scans.parting import starts, usual_space

_RUN_GAP = 0.45
_WIDER = 1.4
"""White that parts columns is so many times as wide as the spaces of its line."""


def together(words: Sequence[Run]) -> Iterator[Run]:
    """Words of one line with a space between them as one run, as programs write them; no run goes over columns."""
    columns = starts(words)
    for line in lines(words):
        run = line.runs[0]
        space = _WIDER * usual_space(line.runs)
        for word in line.runs[1:]:
            gap = word.box.left - run.box.right
            near = -0.2 * word.size < gap < _RUN_GAP * word.size
            if near and word.size == run.size and not (columns.begins_column(word) and gap >= space):
                run = run._replace(text=f"{run.text} {word.text}", box=around([run.box, word.box]))
            else:
                yield run
                run = word
        yield run


@dataclass(frozen=True, slots=True)
class Letters:
    """Where the letters of runs stand: laid evenly over each of their words."""

    words: tuple[Run, ...]

    def __call__(self, run: Run) -> Sequence[Letter]:
        inside = sorted((w for w in self.words if run.box.holds(w.box.x, w.box.y)), key=lambda w: w.box.left)
        return list(itertools.chain.from_iterable(_spread(word) for word in inside))


def _spread(word: Run) -> Iterator[Letter]:
    step = word.box.width / max(len(word.text), 1)
    return (Letter(text, word.box.left + step * n, word.box.left + step * (n + 1)) for n, text in enumerate(word.text))
