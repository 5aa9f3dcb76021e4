"""What each text object of a page says, by pdfium's letters."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from ingest.readers.from_pdf.drawn import calls
from ingest.readers.from_pdf.drawn.spaces import ends_word, spaced

_STEP = 8
_NO_LETTER, _HYPHEN = "\ufffe", "\x02"
"""What pdfium gives for a hyphen at a line's end, in a text as a whole and letter by letter."""
_LAST_CODE = 0x10FFFF
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""A letter beyond the first plane of Unicode, as a coloured circle, which pdfium gives and counts as two."""
_LINE_END = "\r\n"

Stretch = tuple[calls.Address | None, str]
"""A text object, or none, and letters of it that follow one another."""


def said(textpage: calls.Handle) -> dict[calls.Address, str]:
    """The text of every text object of the page, with a space at its end where one follows on the page."""
    count = calls.count_letters(textpage)
    text = _page_text(textpage, count)
    in_halves = len(text) != count
    if in_halves:
        text = _letter_by_letter(textpage, count)
    found: dict[calls.Address, str] = {}
    before = None
    for item, words in _stretches(textpage, text):
        if before and item != before and words[0] == " ":
            found[before] += " "
        if item:
            found[item] = found[item] + words if item in found else words
            before = item
    return {item: _whole(words) for item, words in found.items()} if in_halves else found


def _stretches(page: calls.Handle, text: str) -> Iterator[Stretch]:
    """The text cut where another object begins. Most objects are lines, and most lines one object.

    The letters of an object follow one another, so a line whose first and last letter are of one is all of it.
    """
    before, start = None, 0
    for line in text.split(_LINE_END):
        end = start + len(line)
        first, last = calls.letter_object(page, start), calls.letter_object(page, end - 1)
        if line and first and first == last != before:
            yield first, line
        else:
            yield from _parted(page, text, start, end)
        before, start = last, end + len(_LINE_END)


def _parted(page: calls.Handle, text: str, start: int, end: int) -> Iterator[Stretch]:
    """The letters from one to another, of several objects or of none, object by object."""
    while start < end:
        item = calls.letter_object(page, start)
        after = _last_of(item, page, start, end) + 1 if item else start + 1
        words = spaced(page, text, start, after)
        yield item, f"{words} " if after < end and ends_word(page, text, after) else words
        start = after


def _last_of(item: calls.Address, page: calls.Handle, first: int, count: int) -> int:
    """The last letter of a text object whose first letter is given, of the letters before `count`."""
    if calls.letter_object(page, count - 1) == item:
        return count - 1
    low, step = first, _STEP
    while low + step < count and calls.letter_object(page, low + step) == item:
        low, step = low + step, 2 * step
    high = min(low + step, count)
    while high - low > 1:
        middle = (low + high) // 2
        if calls.letter_object(page, middle) == item:
            low = middle
        else:
            high = middle
    return low


def _whole(text: str) -> str:
    """The text with letters that stand in two halves put together."""
    return _HALVES.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def _page_text(page: calls.Handle, count: int) -> str:
    """All letters of the page; fewer than pdfium counts where some stand in two halves."""
    room = array("H", bytes(2 * count + 2))  # ctypes would make a new type for every length
    size = calls.page_text(page, 0, count, room.buffer_info()[0])
    return room[: max(size - 1, 0)].tobytes().decode("utf-16-le", "replace").replace(_NO_LETTER, _HYPHEN)


def _letter_by_letter(page: calls.Handle, count: int) -> str:
    """All letters of the page, one for each that pdfium counts."""
    codes = (calls.letter_at(page, n) for n in range(count))
    return "".join(chr(code) if code <= _LAST_CODE else "\0" for code in codes)
