"""What a document teaches about the names in its owner cells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """People, bodies and abbreviations of one document.

    `legend` gives abbreviations with their full forms; `kinds` words (in small letters) with the kind the document
    shows them to be (see lexicon); `persons` and `bodies` are whole names seen in other cells, in small letters;
    `initials` are those that stand for people.
    """

    legend: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    persons: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()

    def full_form(self, short: str) -> str:
        """What the document says an abbreviation stands for, "" where it does not say."""
        return next((full for abbreviation, full in self.legend if abbreviation == short), "")
