"""The old Word converter's formatting, found stretch by stretch, so that a long document takes time in proportion.

The library looks through every paragraph for each paragraph, and through all of them again for each run: 45,000
paragraphs take minutes. What holds at a character depends only on the pages of properties that cover it
([MS-DOC] 2.8.25, 2.8.26), so a stretch is given to the library's own function with the pages for it alone. The library
is not altered: its functions are run with these in place of two names that they look up.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, TypeVar, Unpack, cast

from ingest.converters.doc_lookup import Formatting
from ingest.converters.doc_rewiring import rewired
from ingest.converters.doc_writing import library_write

if TYPE_CHECKING:
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.model import FontDefinition, StyleSheet
    from doc2docx.msdoc.pieces import PieceTable

STRETCH = 4_000
"""Characters: the time is least about here; shorter, and pages at the borders are read too often."""


_REPEATED = ("parse_grpprl", "apply_paragraph_modifiers", "apply_character_modifiers")
"""What the library does again for each cell of a column, with the same outcome."""

_TELLING = ("label", "allow_trailing_zero_padding", "style_id")
_GIVEN = ("initial_properties", "base_properties")


class _Span(Protocol):
    """A stretch of characters with the same properties, as the library has it for paragraphs and for runs."""

    @property
    def cp_start(self) -> int: ...

    @property
    def cp_end(self) -> int: ...

    @property
    def properties(self) -> object: ...


_AnySpan = TypeVar("_AnySpan", bound="_Span")
_Function = TypeVar("_Function", bound=Callable[..., Any])


class Given(TypedDict):
    """What the library's function is given by name."""

    fc_plcf_bte_chpx: int
    lcb_plcf_bte_chpx: int
    fc_plcf_bte_papx: int
    lcb_plcf_bte_papx: int
    report: ConversionReport
    fonts: tuple[FontDefinition, ...]
    style_sheet: StyleSheet | None
    data_stream: bytes | None


@dataclass(frozen=True, slots=True)
class _Pages:
    """A table of pages of properties: the bytes of text that each bears on, and the number of each."""

    bounds: tuple[int, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, table: bytes, offset: int, size: int) -> _Pages:
        count = (size - 4) // 8
        bounds = struct.unpack_from(f"<{count + 1}I", table, offset)
        return cls(bounds, struct.unpack_from(f"<{count}I", table, offset + 4 * (count + 1)))

    def covering(self, low: int, high: int) -> bytes:
        """The table of the pages that bear on these bytes of the file; empty where none does."""
        first = max(0, bisect_right(self.bounds, low) - 1)
        end = min(len(self.numbers), bisect_left(self.bounds, high))
        if first >= end:
            return b""
        count = end - first
        return struct.pack(f"<{2 * count + 1}I", *self.bounds[first : end + 1], *self.numbers[first:end])


def library_convert() -> Callable[..., object]:
    """The library's `convert`, which finds formatting by `read_formatting` below and writes what is read later.

    What it wrote it does not read again to see whether it is XML: the reader of it does.
    """
    from doc2docx import converter

    return rewired(
        converter.convert,
        {"read_formatting": read_formatting, "write_docx": library_write(), "validate_docx": lambda path: None},
    )


def read_formatting(
    table_stream: bytes, word_document: bytes, piece_table: PieceTable, **given: Unpack[Given]
) -> Formatting:
    """As the library's function of this name, called as it is by the library."""
    from doc2docx.msdoc import formatting

    find = formatting.read_formatting
    for name in _REPEATED:
        find = rewired(find, {name: _remembering(getattr(formatting, name))})
    whole = piece_table.cp_end - piece_table.cp_start <= STRETCH
    tables = [(given["fc_plcf_bte_chpx"], given["lcb_plcf_bte_chpx"])]
    tables.append((given["fc_plcf_bte_papx"], given["lcb_plcf_bte_papx"]))
    if whole or not all(_is_whole(table_stream, word_document, *place) for place in tables):
        alone = find(table_stream, word_document, piece_table, **given)
        return Formatting(alone.character_spans, alone.paragraph_spans)
    runs, paragraphs = (_Pages.of(table_stream, *place) for place in tables)
    found = []
    for part, low, high in _stretches(piece_table):
        run_pages, paragraph_pages = runs.covering(low, high), paragraphs.covering(low, high)
        given["fc_plcf_bte_chpx"], given["lcb_plcf_bte_chpx"] = 0, len(run_pages)
        given["fc_plcf_bte_papx"], given["lcb_plcf_bte_papx"] = len(run_pages), len(paragraph_pages)
        found.append(find(run_pages + paragraph_pages, word_document, part, **given))
    return Formatting(
        _joined(chain.from_iterable(f.character_spans for f in found)),
        _joined(chain.from_iterable(f.paragraph_spans for f in found)),
    )


def _is_whole(table: bytes, main: bytes, offset: int, size: int) -> bool:
    """Whether a table of pages holds together; of one that does not, the library says what is wrong."""
    if size < 12 or (size - 4) % 8 or offset < 0 or offset + size > len(table):
        return False
    pages = _Pages.of(table, offset, size)
    rising = all(low < high for low, high in zip(pages.bounds, pages.bounds[1:], strict=False))
    return rising and 512 * (max(pages.numbers) + 1) <= len(main)


def _stretches(table: PieceTable) -> Iterator[tuple[PieceTable, int, int]]:
    """The text cut into stretches, and the bytes of the file from the first to the last of each."""
    for start in range(table.cp_start, table.cp_end, STRETCH):
        end = min(start + STRETCH, table.cp_end)
        pieces = []
        for piece in table.pieces:
            low, high = max(start, piece.cp_start), min(end, piece.cp_end)
            if low < high:
                offset = piece.file_offset + (low - piece.cp_start) * (1 if piece.compressed else 2)
                pieces.append(replace(piece, cp_start=low, cp_end=high, file_offset=offset))
        ends = (p.file_offset + p.character_count * (1 if p.compressed else 2) for p in pieces)
        yield replace(table, pieces=tuple(pieces)), min(p.file_offset for p in pieces), max(ends)


def _joined(spans: Iterable[_AnySpan]) -> Iterator[_AnySpan]:
    """Neighbours with the same properties made one, as the library makes them."""
    last: _AnySpan | None = None
    for span in spans:
        if last is not None and last.cp_end == span.cp_start and last.properties == span.properties:
            last = cast(_AnySpan, replace(cast(Any, last), cp_end=span.cp_end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _remembering(function: _Function) -> _Function:
    """The library's function, run once for all that is alike; what cannot be a key is the same for a whole document."""
    from doc2docx.msdoc.sprm import _expand_paragraph_modifiers

    known: dict[object, tuple[object, object]] = {}

    def remembered(modifiers: Any, **rest: Any) -> object:
        same: object = modifiers
        if rest.get("data_stream") is not None:  # a row's modifiers stand elsewhere, each row's in a place of its own
            same = modifiers = _expand_paragraph_modifiers(modifiers, rest["data_stream"])
        elif isinstance(modifiers, tuple):
            same = id(modifiers)  # of what was remembered too: quicker than to compare it
        given = [rest.get(name) for name in _GIVEN]
        key = (same, *map(id, given), *(rest.get(name) for name in _TELLING))
        if key not in known:
            known[key] = function(modifiers, **rest), (modifiers, given)  # kept, so that none takes another's place
        return known[key][0]

    return cast(_Function, remembered)
