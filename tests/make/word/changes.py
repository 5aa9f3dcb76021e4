"""Tracked changes: words and rows that the file keeps as put in or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.table import _Row
from docx.text.paragraph import Paragraph

from tests.make.word.markup import Element, element, wrap

_WHO = {"id": "1", "author": "Policy Officer", "date": "2026-01-01T09:00:00Z"}
_MARK = re.compile(r"\{--(?P<deleted>.*?)--\}|\{\+\+(?P<inserted>.*?)\+\+\}")


def write_with_changes(paragraph: Paragraph, text: str) -> None:
    """Write text in which `{--old--}` is a tracked deletion and `{++new++}` a tracked insertion."""
    for words, change in _parts(text):
        run = paragraph.add_run(words)._r
        if change:
            _track(run, change)


def track_row(row: _Row, change: str) -> None:
    """Mark a whole row, and every run in it, as "inserted" or "deleted"."""
    tag = _tag(change)
    row._tr.get_or_add_trPr().append(element(tag, **_WHO))
    for run in list(row._tr.iter(qn("w:r"))):
        _track(run, change)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for mark in _MARK.finditer(text):
        if mark.start() > end:
            yield text[end : mark.start()], ""
        change = mark.lastgroup or ""
        yield mark[change], change
        end = mark.end()
    if end < len(text):
        yield text[end:], ""


def _track(run: Element, change: str) -> None:
    wrap(run, element(_tag(change), **_WHO))
    if change == "deleted":
        for words in run.iter(qn("w:t")):
            words.tag = qn("w:delText")


def _tag(change: str) -> str:
    return {"inserted": "ins", "deleted": "del"}[change]
