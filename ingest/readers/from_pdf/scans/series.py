"""References that count down a column (A1, A2, A3) where some of their figures were taken for letters like them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.readers.from_pdf.scans.lone import Standing

_CODE = re.compile(r"[A-Z]{0,4}[-/]?\d{1,3}(?:[.(-](?:\d{1,3}|[a-z])\)?)*\.?")
_PART = re.compile(r"\d+|(?<![A-Za-z])[a-y](?![A-Za-z])")
_GROUPS = ("0OQ", "1lI|!i]", "2Zz", "4A", "5S$s", "7T", "8B", "9Qgq")
_ALIKE = {ord(letter): group[0] for group in _GROUPS for letter in group} | {ord("."): None}
"""What a letter is taken for: the figure that it looks like. Full stops are lost, and never won."""
_LONGEST = 8
_NEAR = 0.5
"""How exactly the references of a column begin at one place, in times the size of the type,"""
_APART = 0.8
"""and how much white follows each."""
_FEWEST, _EXACT = 4, 3
"""How many references make a column that counts, and how many of them are read just as they must be."""

Said = list[tuple[int, str]]
"""Words by their number, and what they say."""


def counted(words: Sequence[Standing]) -> list[Standing]:
    """The words, but where a column counts, what looks like the next reference and stands in its place is that one."""
    said: dict[int, str] = {}
    for column in _columns(words):
        for chain in _chains(column):
            exact = len(set(chain) & set(column))
            if len(chain) >= _FEWEST and exact >= _EXACT:
                said.update(chain)
    return [s._replace(word=replace(s.word, text=said.get(n, s.word.text))) for n, s in enumerate(words)]


def _columns(words: Sequence[Standing]) -> Iterator[Said]:
    """Short words that stand alone beneath one another, from the top down."""
    lefts = sorted((s.word.left, s.baseline) for s in words)
    alone = sorted((s.word.left, n) for n, s in enumerate(words) if _is_short(s) and _is_alone(s, lefts))
    column: list[int] = []
    for left, n in [*alone, (1 << 30, -1)]:
        if column and left - words[column[0]].word.left > _NEAR * words[column[0]].size:
            if len(column) >= _FEWEST:
                yield [(m, words[m].word.text) for m in sorted(column, key=lambda m: words[m].baseline)]
            column = []
        column.append(n)


def _is_short(standing: Standing) -> bool:
    return len(standing.word.text) <= _LONGEST


def _is_alone(standing: Standing, lefts: Sequence[tuple[int, float]]) -> bool:
    """Whether no word follows on the line; `lefts` is where all begin and how high they stand."""
    word, size, baseline = standing
    first, last = bisect_left(lefts, (word.right, 0.0)), bisect_left(lefts, (round(word.right + _APART * size), 0.0))
    return not any(abs(other - baseline) < size / 2 for _, other in lefts[first:last])


def _chains(column: Said) -> Iterator[Said]:
    """Each stretch of a column in which one reference leads to the next, said as they must be."""
    chain: Said = []
    before = (-1, "")
    for n, text in column:
        fits = next((code for code in _following(chain[-1][1]) if _looks_like(text, code)), None) if chain else None
        if fits is not None:
            chain.append((n, fits))
        elif _CODE.fullmatch(text):
            yield chain
            first = _preceding(text)
            chain = [(before[0], first)] if first is not None and _looks_like(before[1], first) else []
            chain.append((n, text))
        before = n, text
    yield chain


def _looks_like(text: str, code: str) -> bool:
    return text.translate(_ALIKE) == code.translate(_ALIKE) and text.count(".") <= code.count(".")


def _following(code: str) -> Iterator[str]:
    """What may follow a reference: 1.2 leads to 1.3 and to 2.1."""
    parts = list(_PART.finditer(code))
    for n in reversed(range(len(parts))):
        made = code[: parts[n].start()] + _moved(parts[n][0], 1)
        for last, part in zip(parts[n:], parts[n + 1 :], strict=False):
            made += code[last.end() : part.start()] + ("1".zfill(len(part[0])) if part[0].isdigit() else "a")
        yield made + code[parts[-1].end() :]


def _preceding(code: str) -> str | None:
    """What a reference follows where that is certain: 1.2 follows 1.1."""
    *_, last = _PART.finditer(code)
    if last[0] == "a" or (last[0].isdigit() and int(last[0]) <= 1):
        return None
    return code[: last.start()] + _moved(last[0], -1) + code[last.end() :]


def _moved(part: str, by: int) -> str:
    return str(int(part) + by).zfill(len(part)) if part.isdigit() else chr(ord(part) + by)
