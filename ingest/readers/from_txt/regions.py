"""Parts of a plain text: prose, and tables with tabs, with pipes, in columns of spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Block
from ingest.pipes import is_piped, is_rule, pipe_rows
from ingest.plain_table import with_banners
from ingest.readers.from_txt.aligned import aligned
from ingest.readers.from_txt.labelled import labelled
from ingest.readers.from_txt.prose import prose
from ingest.readers.from_txt.tabbed import tabbed

Found = tuple[int, list[list[str]]] | None


def region_blocks(lines: Sequence[str], limits: Limits, counts: Counts) -> Iterator[Block]:
    """Yield the paragraphs and tables of a text in order."""
    held: list[str] = []
    at = spent = 0
    while at < len(lines):
        if under := labelled(lines, at):
            yield from prose(held, counts)
            held = []
            at, said = under
            for line in said:
                yield from prose([line], counts)
            continue
        found = piped(lines, at, limits) or tabbed(lines, at, limits) or aligned(lines, at, limits)
        if found is None:
            held.append(lines[at])
            at += 1
            continue
        yield from prose(held, counts)
        held = []
        end, rows = found
        spent += len(rows) * max(map(len, rows), default=0)
        if spent > limits.positions:
            raise TooLarge(f"its tables have more than {limits.positions:,} cells")
        if rows:
            yield with_banners(rows, counts.table())
        else:
            yield from prose(lines[at:end], counts)
        at = end
    yield from prose(held, counts)


def piped(lines: Sequence[str], start: int, limits: Limits) -> Found:
    """The rows of a table drawn with characters that begins at this line, and the index after it.

    No rows where the pipes only stand beside text.
    """
    if not is_piped(lines[start]) and not _is_open_piped(lines, start):
        return None
    end = start
    while end < len(lines) and ("|" in lines[end] or is_piped(lines[end])):
        end += 1
    rows = pipe_rows(lines[start:end])
    fits = len(rows) > 1 and 1 < max(map(len, rows)) <= limits.columns
    return end, rows if fits else []


def _is_open_piped(lines: Sequence[str], at: int) -> bool:
    """Markdown's other form: no pipe at the edges, known by the rule below the header."""
    return "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1] and is_rule(lines[at + 1])
