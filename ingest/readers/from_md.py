"""Markdown: headings, paragraphs, lists and pipe tables, with emphasis and links taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.counting import Counts
from ingest.encoding import decode
from ingest.errors import TooLarge, Unsupported
from ingest.limits import Limits
from ingest.marks import split_mark
from ingest.model import Block, Cell, Facts, Paragraph, Table, Yielded
from ingest.pipes import is_piped, is_rule, pipe_rows
from ingest.square import square
from ingest.text import clean

_HEADING = re.compile(r" {0,3}(#{1,6})(?: +|$)(.*?)(?:(?<! ) +#+)?$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+) *$")
_ITEM = re.compile(r"\s*(?:([-*+])|(\d{1,9}[.)]))\s+(?=\S)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r" {0,3}> ?")
_RULE = re.compile(r" {0,3}(?:[-*_] *){3,}$")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?: +\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)(?: +\"[^\"]*\")?\)|<(https?://[^\s<>]+)>")
_STRONG = re.compile(r"(\*\*|__|\*|(?<!\w)_|~~|`)(?=\S)([^*_~`]+?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 20_000


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield the paragraphs and tables of a Markdown text (CommonMark, tables as GitHub writes them), in order."""
    text = decode(data)
    if text is None:
        raise Unsupported("neither a document nor text")
    yield Facts(engine="markdown")
    counts = Counts()
    positions = 0
    for block in _blocks(_uncommented(text).splitlines(), counts):
        if isinstance(block, Table):
            positions += block.width * len(block.rows)
            if positions > limits.positions:
                raise TooLarge(f"its tables have more than {limits.positions:,} cells")
        yield block


def _uncommented(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in rest)


def _blocks(lines: Sequence[str], counts: Counts) -> Iterator[Block]:
    at = _front_matter(lines)
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            yield from _table(lines[at:end], counts)
        else:
            end, paragraph = _paragraph(lines, at)
            if paragraph is not None:
                yield replace(paragraph, place=counts.paragraph())
        at = end


def _front_matter(lines: Sequence[str]) -> int:
    """The index after the settings some programs keep between two rules at the head of a file."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:200], 1) if line.rstrip() in ("---", "...")), 0)


def _table_end(lines: Sequence[str], at: int) -> int:
    ruled = "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1] and is_rule(lines[at + 1])
    end = at
    while (ruled or is_piped(lines[at])) and end < len(lines) and "|" in lines[end]:
        end += 1
    return end if end > at + 1 else at


def _table(lines: Sequence[str], counts: Counts) -> Iterator[Table]:
    place = counts.table()
    cells = [
        Cell(replace(place, row=number, column=column), tuple(_words(part) for part in field.split("\n") if part))
        for number, row in enumerate(pipe_rows(lines), 1)
        for column, field in enumerate(row, 1)
    ]
    if cells:
        yield Table(place, square(cells, place))


def _paragraph(lines: Sequence[str], at: int) -> tuple[int, Paragraph | None]:
    """The paragraph, heading or list item that begins at this line, and the index after it."""
    line = _QUOTE.sub("", lines[at])
    heading = _HEADING.match(line.rstrip(" "))
    if heading:
        return at + 1, replace(_words(heading.group(2)), level=len(heading.group(1)))
    if not line.strip() or _RULE.match(line) or _FENCE.match(line):
        return at + 1, None
    held = [line]
    end = at + 1
    while end < len(lines) and _goes_on(lines[end]):
        held.append(_QUOTE.sub("", lines[end]))
        end += 1
    underline = _UNDERLINE.match(lines[end]) if end < len(lines) else None
    level = {"=": 1, "-": 2}[underline.group(1)[0]] if underline else 0
    return end + bool(underline), replace(_item(held), level=level)


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the paragraph above it."""
    begins = (_HEADING, _FENCE, _RULE, _ITEM, _UNDERLINE)
    return bool(line.strip()) and not is_piped(line) and not any(pattern.match(line) for pattern in begins)


def _item(lines: Iterable[str]) -> Paragraph:
    text = "".join(line.strip() + ("\n" if line.endswith(("  ", "\\")) else " ") for line in lines)
    item = _ITEM.match(text)
    if item:
        return replace(_words(text[item.end() :]), mark="•" if item.group(1) else item.group(2))
    mark, words = split_mark(text.strip())
    return replace(_words(words), mark=mark)


def _words(text: str) -> Paragraph:
    """A text without its marks of emphasis; its links apart."""
    if len(text) > _LONGEST:
        return Paragraph(clean(text))
    struck = text.strip().startswith("~~") and text.strip().endswith("~~")
    links = tuple(a or b for _, a, b in _LINK.findall(_IMAGE.sub("", text)) if not a.startswith("#"))
    text = _LINK.sub(lambda found: found.group(1) or found.group(3) or "", _IMAGE.sub(r"\1", text))
    for _ in range(3):  # strong inside emphasis inside struck out
        text = _STRONG.sub(r"\2", text)
    return Paragraph(clean(_ESCAPE.sub(r"\1", text)), struck=struck, links=links)
