"""Names that are most like one that was typed: what somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_LEAST, _MOST = 60, 3


def nearest(typed: str, known: Iterable[str]) -> str:
    """The names most like it, likest first, each in quotes; "" where none is like it."""
    found = process.extract(
        typed,
        list(dict.fromkeys(known)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_LEAST,
        limit=_MOST,
    )
    return ", ".join(f"“{' '.join(name.split())}”" for name, _, _ in found)
