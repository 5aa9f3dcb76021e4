"""How large and how deep a file may be before it is refused, so that no document can harm the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds checked before and while a file is opened. Sizes in bytes.

    `ratio` bounds how many times its packed size a part of a zip may be, where it is packed to more than `ratio_from`:
    a long table of empty rows packs as well as a bomb, and is no danger while it is small. `depth` bounds the
    groups of an RTF file that stand in one another, `nesting` the tables.
    `xml_bytes` and `xml_nodes` bound one parsed part: each element, end tag and attribute takes about 80 bytes of
    memory. `positions` bounds the cells of all tables of a document, each position of a merged cell counted.
    `ocr` names the engine, with its version, that may recognise the text of pages that are pictures, "" for none;
    `ocr_seconds` is how long it may work on one page.
    """

    file_bytes: int = 50_000_000
    zip_entries: int = 1_000
    entry_bytes: int = 200_000_000
    total_bytes: int = 500_000_000
    ratio: int = 100
    ratio_from: int = 100_000
    depth: int = 256
    nesting: int = 64
    columns: int = 63
    xml_bytes: int = 40_000_000
    xml_nodes: int = 5_000_000
    positions: int = 1_000_000
    ocr: str = ""
    ocr_seconds: float = 60.0
