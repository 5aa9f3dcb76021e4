"""The words a document uses, to tell a word cut at a line's end from two words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from ingest.readers.from_pdf.cut_words import HYPHENS, ends_word, is_cut_number, is_month, is_word_of_time
from ingest.readers.from_pdf.ink import Run

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HYPHENS = f"-{HYPHENS}"
_LAST = re.compile(rf"(?<![^\W\d_])[^\W\d_]++[{_HYPHENS}]?$")
_FIRST = re.compile(r"^[^\W\d_]+")
_NUMBER = re.compile(r"[\d.,/–-]*\d")
_JOINING = ("and", "or", "to")
_IN_NUMBERS = frozenset("0123456789/.-–,£")
_SURE, _SURE_PART, _MORE = 3, 0.3, 1.2
"""How many hyphens at lines' ends, and which part of them, tell that a program divides words; and how many times as
many are looked through again."""
_SHORT = 2
"""The first piece of a cut word has at least so many letters; the last may be one alone."""


class Lexicon:
    """Words met so far, looked through only when a line ends in doubt."""

    def __init__(self) -> None:
        self._ends: dict[tuple[str, str], None] = {}  # the pieces around hyphens at lines' ends
        self._judged = 0, False  # of how many of these, and whether they divide words
        self._texts: set[str] = set()  # columns of a plan say the same again and again
        self._words: set[str] = set()
        self._inner: set[str] = set()

    def learn(self, runs: Iterable[Run]) -> None:
        """Take in the words of one page."""
        texts = [run.text for run in runs]
        self._texts.update(texts)
        if "-\n" in "\n".join([*texts, ""]):
            self._learn_ends(texts)

    def _learn_ends(self, texts: Sequence[str]) -> None:
        """Take in the pieces of words around hyphens at lines' ends that a person may have typed, for programs that
        divide words with another sign never use this one; some draw it by itself."""
        for n, (text, after) in enumerate(itertools.pairwise(texts)):
            if text[-1:] == "-":
                last, first = _LAST.search(texts[n - 1] + text if len(text) == 1 else text), _FIRST.match(after)
                if last and first and after[:1].islower():
                    self._ends[last.group().rstrip(_HYPHENS).lower(), first.group()] = None

    def together(self, line: str, next_line: str, too_wide: Callable[[], bool] = bool) -> str:
        """Two lines of a paragraph as one: a hyphen goes where the word is whole elsewhere in the document, where its
        second piece is no word, or where no person typed the hyphen.

        Without a hyphen, two pieces are one word where the document has it whole and one piece is no word, and in a
        column that is `too_wide` for both pieces and full to its edge, where the second is no word.
        """
        if next_line[:1].isdigit() and line[-1:] in _IN_NUMBERS:
            return self._numbers(line, next_line, too_wide)
        hyphen = line[-1:] if line[-1:] in _HYPHENS else ""
        if not (hyphen or (next_line[:1].islower() and line[-1:].isalpha())):
            return f"{line} {next_line}"
        start, end = line[line.rfind(" ") + 1 :], next_line.partition(" ")[0]
        if not (start.isalpha() and end.isalpha()):  # as nearly all lines end and begin
            last, first = _LAST.search(line, line.rfind(" ") + 1), _FIRST.match(next_line)
            if last is None or first is None:
                return f"{line} {next_line}"
            start, end = last.group(), first.group()
        if self._texts:
            self._catch_up()
        if hyphen:
            return self._hyphened(line[:-1], next_line, start.rstrip(_HYPHENS), end, hyphen)
        return line + next_line if self._is_cut(start.lower(), end, too_wide) else f"{line} {next_line}"

    def _hyphened(self, line: str, next_line: str, start: str, end: str, hyphen: str) -> str:
        """A line without the hyphen at its end, and the next one: a hyphen stays in a compound and in `pre- and`."""
        if end in _JOINING and hyphen not in HYPHENS:
            return f"{line}{hyphen} {next_line}"
        alike = end.islower() or (hyphen in HYPHENS and start.isupper() and end[:2].isupper())
        divided = alike and self._is_divided(start.lower(), end.lower(), hyphen)
        return line + next_line if divided else f"{line}-{next_line}"

    def _numbers(self, line: str, next_line: str, too_wide: Callable[[], bool]) -> str:
        start, end = line.rsplit(" ", 1)[-1], _NUMBER.match(next_line)
        cut = end is not None and is_cut_number(start, end.group()) and too_wide()
        return line + next_line if cut else f"{line} {next_line}"

    def _is_divided(self, start: str, end: str, hyphen: str) -> bool:
        """Whether a hyphen at a line's end only divides a word."""
        if f"{start}-{end}" in self._words:
            return False
        if hyphen in HYPHENS or self._is_surely_divided(start, end):
            return True
        return not (start in self._inner and end in self._inner) and self._divides()

    def _is_surely_divided(self, start: str, end: str) -> bool:
        return start + end in self._words or is_month(start + end) or ends_word(end)

    def _divides(self) -> bool:
        """Whether the program divides words at lines' ends: a good part of the hyphens there can be nothing else."""
        met, divides = self._judged
        if len(self._ends) > _MORE * met:
            typed = (f"{start}-{end}" in self._words for start, end in self._ends)
            surely = (self._is_surely_divided(start, end) for start, end in self._ends)
            sure = sum(not whole and divided for whole, divided in zip(typed, surely, strict=True))
            divides = sure >= max(_SURE, _SURE_PART * len(self._ends))
            self._judged = len(self._ends), divides
        return divides

    def _is_cut(self, start: str, end: str, too_wide: Callable[[], bool]) -> bool:
        """Whether a line ends within a word, without any hyphen."""
        if len(start) < _SHORT:
            return False
        whole = start + end
        if end in self._inner and start in self._inner:
            return is_month(whole)
        if whole in self._words or is_month(whole):
            return True
        is_end, is_time = ends_word(end), is_word_of_time(whole)
        if (len(end) > 1 and end in self._inner) or not (is_end or is_time):
            return False
        return (is_end and is_time) or too_wide()

    def _catch_up(self) -> None:
        for text in self._texts:
            words = _WORD.findall(text.lower())
            self._words.update(words)
            self._inner.update(words[1:-1])
        self._texts.clear()
