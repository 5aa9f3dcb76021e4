"""Dictionaries read where a file itself writes them: a large plan has tens of thousands of tags, and qpdf, which reads
whatever is broken too, takes three times as long for each, and to load as long as for a plan of fifty pages.

Only what can be read in one way alone is: in a file with one table of its objects (ISO 32000-1, 7.5.4). All else is
left to qpdf.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ingest.readers.from_pdf.tagged.plain_values import ITEM, NAME, VALUE, W, dictionary

_DICTIONARY = re.compile(rf"(\d++) 0 obj{W}<<{W}((?:{NAME}{W}{VALUE}{W})*+)>>{W}endobj".encode())
_PAIR = re.compile(rf"({NAME}){W}({VALUE})")
_MEMBER = re.compile(ITEM)
_START = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+")
_SECTION = re.compile(rb"(\d{1,9}) (\d{1,9}) ?(?:\r\n|\r|\n)")
_LINES = re.compile(rb"(?:\d{10} \d{5} [fn](?: \r| \n|\r\n))*+")
_TRAILER = re.compile(rb"trailer\s*<<(.{0,4000}?)startxref", re.DOTALL)
_FURTHER = re.compile(rb"/Prev|/XRefStm|/Encrypt|#")
_ROOT = re.compile(rb"/Root\b(?:\s+([1-9]\d{0,8}) 0 R\b)?")
ANEW = " 0 R"
"""How a reference ends to an object that was never replaced."""
_LINE, _IN_USE = 20, b" 00000 n"
_END = 1024
_MOST_SECTIONS = 100
_MOST_ALIKE = 10_000
_GREAT = 2_000
"""Dictionaries longer than this are kept, however many others refer to them: none is read many times."""


class _Section(NamedTuple):
    """Where the table says, line by line, at which byte of the file each of so many objects stands."""

    first: int
    lines: int
    at: int


class PlainObjects:
    """The objects of a file that has one table of them; none of a file that is built in another way."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sections, trailer = _sections(data)
        self._root = _ROOT.findall(trailer)
        self._alike: dict[bytes, dict[str, Any]] = {}
        self._great: dict[int, dict[str, Any]] = {}
        self.misled = False
        """Whether an object that was asked for does not stand where the table says."""

    def catalog(self) -> dict[str, Any] | None:
        """What the file begins with (ISO 32000-1, 7.7.2); None where qpdf must tell."""
        return self.dictionary(int(self._root[0])) if len(self._root) == 1 and self._root[0] else None

    def dictionary(self, number: int) -> dict[str, Any] | None:
        """What a dictionary that was never replaced says, a number with a point as text; None where qpdf must tell."""
        if number in self._great:
            return self._great[number]
        at = self._place(number)
        if at is None:
            return None
        found = _DICTIONARY.match(self._data, at)
        if found and int(found[1]) == number:
            said, end = self._said(found[2]) or None, found.end()
        else:
            said, end = self._nested(number, at), self._data.find(b"endobj", at)
        if said is not None and end > at + _GREAT:
            self._great[number] = said
        return said

    def _nested(self, number: int, at: int) -> dict[str, Any] | None:
        """What a dictionary says in which others stand; no more objects are looked for in a table that lies."""
        head = b"%d 0 obj" % number
        if not self._data.startswith(head, at):
            self.misled, self._sections = True, []
            return None
        return dictionary(self._data, at + len(head)) or None

    def _said(self, body: bytes) -> dict[str, Any]:
        """What a dictionary says; one that refers to nothing, as nearly all attributes, is written many times alike."""
        refers = b" R" in body
        said = None if refers else self._alike.get(body)
        if said is None:
            pairs = _PAIR.findall(body.decode())
            said = {key: value if value[0] == "/" or value[-1] == "R" else _value(value) for key, value in pairs}
            if not refers and len(self._alike) < _MOST_ALIKE:
                self._alike[body] = said
        return said

    def _place(self, number: int) -> int | None:
        """Where the object of that number begins; None where the table does not say."""
        for first, lines, at in self._sections:
            if first <= number < first + lines:
                line = at + _LINE * (number - first)
                place = self._data[line : line + 10]
                return int(place) if place.isdigit() and self._data[line + 10 : line + 18] == _IN_USE else None
        return None


def _sections(data: bytes) -> tuple[list[_Section], bytes]:
    """The sections of the table and what stands behind it; none where there are further tables, or words are
    encrypted."""
    start = _START.search(data, max(len(data) - _END, 0))
    table = _TABLE.match(data, int(start[1])) if start else None
    at = table.end() if table else len(data)
    found: list[_Section] = []
    numbered = 0
    while (section := _SECTION.match(data, at)) and len(found) < _MOST_SECTIONS:
        made = _Section(int(section[1]), int(section[2]), section.end())
        at = made.at + _LINE * made.lines
        if made.first < numbered or _LINES.fullmatch(data, made.at, at) is None:
            return [], b""
        found.append(made)
        numbered = made.first + made.lines
    trailer = _TRAILER.match(data, at)
    return (found, trailer[1]) if trailer and not _FURTHER.search(trailer[1]) else ([], b"")


def _value(value: str) -> Any:
    """A number, or the members of an array."""
    if value[0] != "[":
        return int(value) if value.isdigit() else value
    if "R" not in value and "/" not in value and "." not in value:
        return [int(number) for number in value[1:-1].split()]
    return [int(member) if member.isdigit() else member for member in _MEMBER.findall(value)]
