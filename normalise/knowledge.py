"""What a document teaches about its own cells: its period and date, its people and abbreviations, its council."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Document, Paragraph
from ingest.text import squash
from normalise.actions.gather import Draft
from normalise.model import Source
from normalise.structure.sections import opening_texts
from normalise.values.councils import CouncilFound, CouncilTexts, find_council
from normalise.values.dates import TimeContext, document_date, read_period
from normalise.values.owners import Names, learn_names

_SCHOOL = re.compile(
    r"\b(?:schools?|pupils?|governors?|head ?teachers?|half[- ]term|academy|SENDCo|KS[1-4]|EYFS)\b", re.IGNORECASE
)
_SCHOOL_WORDS = 3


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the cells are read with: the document's time, its names, and its colour key (RRGGBB or word to status)."""

    time: TimeContext
    names: Names
    key: tuple[tuple[str, str], ...] = ()


def learn(document: Document, title: str, drafts: Sequence[Draft]) -> Knowledge:
    """Gather what title, opening lines, prose and owner cells say about time and names."""
    opening = [title, *opening_texts(document)]
    texts = [*opening, *(p.text for p in document.margins)]
    dated = document_date(texts)
    prose = _prose(document)
    school = len(_SCHOOL.findall("\n".join([*opening, *prose]))) >= _SCHOOL_WORDS
    context = TimeContext(period=read_period(opening), document_date=dated, school=school)
    cells = [p.text for d in drafts for p in d.of("lead")]
    return Knowledge(context, learn_names(list(dict.fromkeys(cells)), prose))


def find_owning_council(document: Document, title: str, source: Source) -> CouncilFound:
    """The authority whose plan this is, from title, headings, file name, prose and cells."""
    headings = tuple(p.text for p in _paragraphs(document) if p.level)
    period = read_period([title, *opening_texts(document)])
    dated = document_date([title, *opening_texts(document)])
    year = period.start.year if period.start else dated.year if dated else None
    file = source.path.rpartition("/")[2]
    cells = tuple({c.place: c.text for t in document.tables for row in t.rows for c in row if c.paragraphs}.values())
    prose = (*opening_texts(document), *_prose(document), *(p.text for p in document.margins))
    return find_council(CouncilTexts(title, headings, file, source.folder, prose, cells, year))


def _paragraphs(document: Document) -> Iterable[Paragraph]:
    return (b for b in document.blocks if isinstance(b, Paragraph))


def _prose(document: Document) -> list[str]:
    return [squash(p.text) for p in _paragraphs(document) if p.text]
