"""Paragraphs of a plain text: one a line, or several where a long line was wrapped in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.counting import Counts
from ingest.marks import split_mark
from ingest.model import Paragraph
from ingest.plain_table import marked
from ingest.text import clean

_HEADING = re.compile(r"(#{1,6}) +(\S.*?)(?:(?<! ) +#+)?$")
_WRAPPED = 50
_ENDS = (".", ":", ";", "!", "?")


def prose(lines: Iterable[str], counts: Counts) -> Iterator[Paragraph]:
    """The paragraphs of these lines; a line that begins with Markdown's # is a heading of that level."""
    for line in _unwrapped(lines):
        text = clean(line)
        if not text:
            continue
        heading = _HEADING.match(text)
        if heading:
            yield Paragraph(heading.group(2), level=len(heading.group(1)), place=counts.paragraph())
        else:
            yield replace(marked(text), place=counts.paragraph())


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        if held and not _runs_on(held[-1], line):
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(line.strip())
    if held:
        yield " ".join(held)


def _runs_on(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of a long line before it."""
    start = line.lstrip()[:1]
    return (
        len(before) >= _WRAPPED and start.islower() and not before.endswith(_ENDS) and not split_mark(line.strip())[0]
    )
