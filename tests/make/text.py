"""Sample plans as text: what word processors, wikis, spreadsheets and e-mails make of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap

from tests.make.content import Sample


def written(sample: Sample) -> bytes:
    """The sample as the bytes of a text file in UTF-8."""
    table = {"tab-cells": _tab_cells, "pipes": _pipes, "aligned": _aligned, "tab-separated": _tabs}[sample.layout]
    lines = [*_above(sample), *table(sample)]
    return ("\n".join(lines) + "\n").encode()


def _above(sample: Sample) -> Iterator[str]:
    for line in (*sample.title, *sample.before):
        yield from (line, "")


def _tab_cells(sample: Sample) -> Iterator[str]:
    """A tab before each cell and nothing between rows; paragraphs of a cell stand on lines of their own."""
    for row in sample.rows:
        if row.theme:
            yield from ("", f"Theme – {row.theme}", *(f"\t{h}" for h in sample.headings), "")
        else:
            yield from (f"\t{cell}".replace("\n", "\n\n") for cell in row.cells)
            yield ""


def _pipes(sample: Sample) -> Iterator[str]:
    yield _piped(sample.headings)
    yield _piped("---" for _ in sample.headings)
    yield from (_piped(row.cells) for row in sample.rows)


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tabs(sample: Sample) -> Iterator[str]:
    yield from ("\t".join(cells) for cells in (sample.headings, *(r.cells for r in sample.rows)))


def _aligned(sample: Sample) -> Iterator[str]:
    yield from _folded(sample, sample.headings)
    yield "  ".join("-" * (int(c.width) - 2) for c in sample.columns)
    for row in sample.rows:
        yield from _folded(sample, row.cells)
        yield ""


def _folded(sample: Sample, cells: tuple[str, ...]) -> Iterator[str]:
    """The lines of one row: each cell folded to its column, two spaces free at its right."""
    widths = [int(c.width) for c in sample.columns]
    folded = [wrap(cell, width - 2) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=""):
        yield "".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
