"""The ledger: every place of a document that holds text, and the one destination it went to.

Destinations: `heading`, `plan text`, `theme`, `unplaced`, `repeated`, or the name of a field of an action.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Document, Paragraph, Place, Table

_MARGIN = "margin"


class Ledger:
    """Built from a document, then told once for each place where its text went."""

    def __init__(self, document: Document) -> None:
        self._texts = dict(_texts(document))
        self._went: dict[Place, str] = {}
        self._paragraphs = {p.paragraph: p for p in self._texts if p.table is None and p.sheet != _MARGIN}

    def claim(self, place: Place, destination: str) -> None:
        """Say where the text at a place went; a place without text is passed over.

        Raises ValueError when the place was already given another destination.
        """
        place = self._whole(place)
        if place not in self._texts:
            return
        if self._went.setdefault(place, destination) != destination:
            raise ValueError(f"{place} went to {self._went[place]} and to {destination}")

    def _whole(self, place: Place) -> Place:
        """A part of a paragraph counts as the paragraph: only tables have columns of their own."""
        if place.table is not None or place.sheet == _MARGIN:
            return place
        return self._paragraphs.get(place.paragraph, place)

    def claimed(self, place: Place) -> bool:
        """Whether the place has its destination already, or holds no text."""
        place = self._whole(place)
        return place in self._went or place not in self._texts

    def left(self) -> tuple[tuple[Place, str], ...]:
        """Places that hold text and went nowhere yet, in document order, with their text."""
        return tuple((p, t) for p, t in self._texts.items() if p not in self._went)

    def entries(self) -> tuple[tuple[Place, str], ...]:
        """Every place that holds text with its destination, in document order."""
        return tuple((p, self._went[p]) for p in self._texts if p in self._went)


def text_places(document: Document) -> tuple[tuple[Place, str], ...]:
    """Every place of a document that holds text, with the text; a nested table's text stands in its outer cell."""
    return tuple(_texts(document))


def place_of(paragraph: Paragraph, number: int) -> Place:
    """Where a paragraph stands, with its number among the document's blocks, which no other block has."""
    return replace(paragraph.place or Place(), paragraph=number)


def margin_place(number: int) -> Place:
    """The place of a running header or footer, counted from 1."""
    return Place(sheet=_MARGIN, paragraph=number)


def _texts(document: Document) -> list[tuple[Place, str]]:
    found = [
        (place, text)
        for number, block in enumerate(document.blocks, 1)
        for place, text in (_cells(block) if isinstance(block, Table) else [(place_of(block, number), block.shown)])
        if text.strip()
    ]
    found += [(margin_place(n), p.shown) for n, p in enumerate(document.margins, 1) if p.shown.strip()]
    return found


def _cells(table: Table) -> list[tuple[Place, str]]:
    if table.parent is not None:
        return []
    distinct = {cell.place: cell for row in table.rows for cell in row}
    return [(place, cell.text) for place, cell in distinct.items()]
