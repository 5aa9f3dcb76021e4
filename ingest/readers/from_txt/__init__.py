"""Plain text: prose, and tables as Word's text export, tabs, pipes or columns of spaces show them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.counting import Counts
from ingest.encoding import decode
from ingest.errors import TooLarge, Unsupported
from ingest.limits import Limits
from ingest.model import Facts, Yielded
from ingest.readers.from_txt.regions import region_blocks
from ingest.readers.from_txt.tab_cells import is_tab_cells
from ingest.readers.from_txt.tab_tables import tab_blocks

_LINES_PER_POSITION = 2
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield the paragraphs and tables of a text file of any encoding, in order; tables count from 1."""
    text = decode(data)
    if text is None:
        raise Unsupported("neither a document nor text")
    yield Facts(engine="text")
    lines = _BREAK.split(text)
    if len(lines) > _LINES_PER_POSITION * limits.positions:
        raise TooLarge(f"it has {len(lines):,} lines")
    counts = Counts()
    if is_tab_cells(lines):
        yield from tab_blocks(lines, limits, counts)
    else:
        yield from region_blocks(lines, limits, counts)
