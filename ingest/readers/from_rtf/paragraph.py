"""A paragraph of an RTF file while it is gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Paragraph
from ingest.prompts import is_prompt_text
from ingest.readers.from_rtf.encodings import joined
from ingest.readers.from_rtf.look import Look
from ingest.text import BULLETS, clean


@dataclass(slots=True)
class Draft:
    """Its words so far and how they look; the mark as the program wrote it out; whether words were deleted from it."""

    pieces: list[str] = field(default_factory=list)
    mark: str = ""
    level: int = 0
    links: list[str] = field(default_factory=list)
    colours: set[int] = field(default_factory=set)
    highlights: set[int] = field(default_factory=set)
    struck: set[bool] = field(default_factory=set)
    deleted: bool = False

    def say(self, text: str, look: Look) -> None:
        """Add words."""
        self.pieces.append(text)
        if text.strip():
            self.colours.add(look.colour)
            self.highlights.add(look.highlight)
            self.struck.add(look.struck)

    def paragraph(self) -> Paragraph | None:
        """The paragraph, None where it has neither words nor a number."""
        text = clean(joined("".join(self.pieces)))
        if is_prompt_text(text):
            text = ""
        mark = clean(joined(self.mark))
        if mark and mark[0] in BULLETS:
            mark = "•" if text else ""
        if not text and not mark:
            return None
        return Paragraph(text, mark, self.level, self.struck == {True}, tuple(dict.fromkeys(self.links)))
