"""The words a document uses, to tell a word cut at a line's end from two words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.readers.from_pdf.ink import Run

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(-?)$")
_FIRST = re.compile(r"^[^\W\d_]+")
_SHORT = 2
"""The first piece of a cut word has at least so many letters; the last may be one alone."""


class Lexicon:
    """Words met so far, looked through only when a line ends in doubt."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._words: set[str] = set()
        self._inner: set[str] = set()

    def learn(self, runs: Iterable[Run]) -> None:
        """Take in the words of one page."""
        self._texts += [run.text for run in runs]

    def together(self, line: str, next_line: str) -> str:
        """Two lines of a paragraph as one: a hyphen goes only where the word is whole elsewhere in the document.

        Without a hyphen, two pieces are one word where the document has it whole and one piece is no word.
        """
        if not (next_line[:1].islower() and (line[-1:].isalpha() or line[-1:] == "-")):
            return f"{line} {next_line}"
        last, first = _LAST.search(line, line.rfind(" ") + 1), _FIRST.match(next_line)
        if last is None or first is None or not first.group().islower():
            return f"{line} {next_line}"
        self._catch_up()
        start, end = last.group().rstrip("-"), first.group()
        whole = (start + end).lower()
        if last.group(1):
            known = whole in self._words and f"{start}-{end}".lower() not in self._words
            return (line[:-1] if known else line) + next_line
        pieces = {start.lower(), end}
        is_cut = len(start) >= _SHORT and whole in self._words and not pieces <= self._inner
        return line + next_line if is_cut else f"{line} {next_line}"

    def _catch_up(self) -> None:
        for text in self._texts:
            words = _WORD.findall(text.lower())
            self._words.update(words)
            self._inner.update(words[1:-1])
        self._texts.clear()
