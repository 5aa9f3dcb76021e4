"""Fields: what they show is text, their codes are not; form fields say their value in the code alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.from_docx.look import is_on
from ingest.readers.from_docx.names import VAL, W
from ingest.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
_LONGEST = 4_000  # characters of a code worth keeping
_FORMS = {"FORMCHECKBOX", "FORMDROPDOWN"}
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[no]\s+)*(?:"([^"]*)"|([^\s\\]\S*))', re.IGNORECASE)
_SYMBOL = re.compile(r'SYMBOL\s+(\d{1,7})\s(?:.*\\f\s*"([^"]*)")?', re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False


@dataclass(slots=True)
class Fields:
    """The fields open at this point of a text; `hushed` while the text is a code or a page number."""

    _open: list[_Field] = field(default_factory=list)
    _hidden: int = 0

    @property
    def hushed(self) -> bool:
        """Whether what comes now is not shown."""
        return self._hidden > 0

    def begin(self) -> None:
        """A field begins, with its code."""
        self._open.append(_Field())
        self._hidden += 1

    def add_code(self, text: str) -> None:
        """More of the code of the innermost field."""
        if self._open and not self._open[-1].shows and len(self._open[-1].code) < _LONGEST:
            self._open[-1].code += text

    def separate(self) -> str:
        """The result begins; gives the address a hyperlink points to, "" for other fields."""
        if not self._open or self._open[-1].shows:
            return ""
        current = self._open[-1]
        if kind_of(current.code) not in _PAGES | _FORMS:
            current.shows = True
            self._hidden -= 1
        return address_in(current.code)

    def end(self) -> str:
        """The innermost field ends; gives the sign of a SYMBOL field, which has no result of its own."""
        if not self._open:
            return ""
        ended = self._open.pop()
        if ended.shows:
            return ""
        self._hidden -= 1
        found = None if self.hushed else _SYMBOL.match(ended.code.strip())
        return symbol(int(found.group(1)), found.group(2) or "") if found else ""

    def close_codes(self) -> None:
        """A paragraph ends: a code left open by a broken field must not swallow the rest of the text."""
        if self.hushed:
            self._open = [f for f in self._open if f.shows]
            self._hidden = 0


def kind_of(code: str) -> str:
    """The name a field code begins with, in capitals."""
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def is_page_number(code: str) -> bool:
    """Whether a field shows a page number or count."""
    return kind_of(code) in _PAGES


def address_in(code: str) -> str:
    """The address of a HYPERLINK code, "" where it has none or only names a place in the document."""
    found = _ADDRESS.match(code.strip())
    return (found.group(1) or found.group(2) or "") if found else ""


def form_value(mark: _Element) -> str:
    """What a form field shows: a tick box as ☒ or ☐, a drop-down list's chosen entry (ECMA-376 17.16.17), else ""."""
    form = mark.find(W + "ffData")
    if form is None:
        return ""
    box = form.find(W + "checkBox")
    if box is not None:
        ticked = box.find(W + "checked")
        return "☒" if is_on(box.find(W + "default") if ticked is None else ticked) else "☐"
    choices = form.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.findall(W + "listEntry")]
    chosen = choices.find(W + "result")
    chosen = choices.find(W + "default") if chosen is None else chosen
    index = "0" if chosen is None else chosen.get(VAL, "0")
    return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""
