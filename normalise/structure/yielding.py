"""Where a table's own reading of its columns gives way to that of longer tables under the same headings."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.headings import Column, Decision, fits, kind_of

_AGREES = -0.8
"""How far behind the field that cells tell best the one agreed on may fall."""
_BLANK = ("", "other")


def as_agreed(
    columns: Sequence[Column], own: tuple[Decision, ...], agreed: tuple[Decision, ...]
) -> tuple[Decision, ...]:
    """What each column of a table is taken for: as `agreed`, except where its own cells plainly tell another field."""
    fields = [d.field for d in own]
    settled = tuple(
        theirs if _yields(column, mine, theirs, fields) else mine
        for column, mine, theirs in zip(columns, own, agreed, strict=True)
    )
    return settled if any(d.field == "action" for d in settled) else own


def _yields(column: Column, mine: Decision, theirs: Decision, fields: Sequence[str]) -> bool:
    """Whether a column's own field is theirs, in doubt or told by another column too, or its cells suit theirs."""
    twice = mine.field not in _BLANK and fields.count(mine.field) > 1
    if mine.field == theirs.field or mine.doubtful or twice or not column.values:
        return True
    return theirs.field not in _BLANK and fits(kind_of(column.values), len(column.values))[theirs.field] >= _AGREES
