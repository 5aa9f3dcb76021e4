"""Colours of coloured areas, alike on all pages: grain makes the same print a little lighter on one than on another."""

from __future__ import annotations

from dataclasses import replace

from ingest.readers.from_pdf.ink import Ink

_ALIKE = 9
"""Levels of 255 by which two colours differ and are still the same print."""
_KEPT = 100


class Shades:
    """The colours of the pages of a document so far."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    def settled(self, ink: Ink) -> Ink:
        """The page with each colour that is nearly one of a page before as it was there."""
        return replace(ink, fills=tuple(fill._replace(colour=self._settled(fill.colour)) for fill in ink.fills))

    def _settled(self, colour: str) -> str:
        levels = bytes.fromhex(colour)
        for seen in self._seen:
            if max(abs(one - other) for one, other in zip(levels, bytes.fromhex(seen), strict=True)) <= _ALIKE:
                return seen
        self._seen = [*self._seen, colour][:_KEPT]
        return colour
