"""How large and how deep a file may be before it is refused, so that no document can harm the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds checked before and while a file is opened. Sizes in bytes."""

    file_bytes: int = 50_000_000
    zip_entries: int = 1_000
    entry_bytes: int = 200_000_000
    total_bytes: int = 500_000_000
    ratio: int = 100
    ratio_from: int = 100_000
    depth: int = 256
    columns: int = 63
