"""Tables of a document under the same headings: what most rows under them were read as holds for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from normalise.headings import Decision
from normalise.structure.tables import Segment, TableReading, heading_key


def agreed(readings: Iterable[TableReading]) -> Mapping[tuple[str, ...], tuple[Decision, ...]]:
    """By headings, what their columns were taken for above most rows; only where tables under the same ones differ.

    A plan with a table on each page has few rows in some, whose cells may tell less of a column than those of others.
    """
    alike: defaultdict[tuple[str, ...], list[Segment]] = defaultdict(list)
    for reading in readings:
        for segment in reading.headed:
            if any(segment.header.headings):
                alike[heading_key(segment.header.headings)].append(segment)
    return {
        key: _of_most_rows(segments)
        for key, segments in alike.items()
        if len({segment.fields for segment in segments}) > 1
    }


def _of_most_rows(segments: Iterable[Segment]) -> tuple[Decision, ...]:
    """The decisions that hold above most rows; of those who agree, the ones above the longest table."""
    rows: defaultdict[tuple[str, ...], int] = defaultdict(int)
    longest: dict[tuple[str, ...], Segment] = {}
    for segment in segments:
        rows[segment.fields] += len(segment.rows)
        if len(segment.rows) >= len(longest.get(segment.fields, segment).rows):
            longest[segment.fields] = segment
    return longest[max(rows, key=lambda fields: rows[fields])].decisions
