"""What a document teaches about its own cells: its period and date, its people and abbreviations, its council."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Document, Paragraph, Table
from ingest.text import squash
from normalise.actions.draft import Draft
from normalise.model import Source
from normalise.structure.sections import opening_texts
from normalise.values.councils import CouncilFound, CouncilTexts, council_of_folder, find_council
from normalise.values.dates import TimeContext, document_date, read_period, school_year, spring_term_ends
from normalise.values.known_partners import known_names
from normalise.values.owners import Names, learn_names
from normalise.values.partners import read_partners
from normalise.values.status import key_lines, read_key

_SCHOOL = re.compile(
    r"\b(?:schools?|pupils?|governors?|head ?teachers?|half[- ]term|academy|SENDCo|KS[1-4]|EYFS)\b", re.IGNORECASE
)
_SCHOOL_WORDS = 3
_WRAPPED = ("pdf", "txt", "jpeg", "png", "tiff")
_LONGEST_LINE = 25
_LARGEST_KEY = 12
_ENOUGH = 60_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the cells are read with: the document's time, its names, and its colour key (RRGGBB or word to status).

    `wrapped` says that a line break may be the column's edge, not the writer's; `partners` are those that its cells
    name alone, where lines may have run together.
    """

    time: TimeContext
    names: Names
    key: tuple[tuple[str, str], ...] = ()
    wrapped: bool = True
    partners: frozenset[str] = frozenset()


def learn(document: Document, title: str, drafts: Sequence[Draft]) -> Knowledge:
    """Gather what title, opening lines, prose, owner cells and colour key say about time, names and status."""
    opening = _title_lines(document, title)
    prose = _within(_prose(document))
    dated = document_date([*opening, *(p.text for p in document.margins)])
    school = len(_SCHOOL.findall("\n".join([*opening, *prose]))) >= _SCHOOL_WORDS
    spring = spring_term_ends([*opening, *prose])
    period = school_year(read_period(opening), title)
    context = TimeContext(period=period, document_date=dated, school=school, spring_ends=spring)
    cells = [p.text for d in drafts for p in d.of("lead")]
    taken = {d.place.table for d in drafts}
    tables = [pair for t in document.tables if t.place.table not in taken for pair in _key_pairs(t)]
    key = read_key([*(("", line) for line in key_lines(prose)), *tables])
    wrapped = document.format in _WRAPPED
    partners = _partner_names(drafts) if wrapped else frozenset()
    return Knowledge(
        context, learn_names(list(dict.fromkeys(cells)), prose), tuple(sorted(key.items())), wrapped, partners
    )


def _partner_names(drafts: Sequence[Draft]) -> frozenset[str]:
    cells = dict.fromkeys(p.text for d in drafts for p in d.of("partners"))
    return known_names(read_partners(cell) for cell in cells)


def find_owning_council(document: Document, title: str, source: Source) -> CouncilFound:
    """The authority whose plan this is, from title, headings, file name, prose and cells; or as its folder says."""
    headings = tuple(p.text for p in _paragraphs(document) if p.level)
    opening = _title_lines(document, title)
    period, dated = read_period(opening), document_date(opening)
    year = period.start.year if period.start else dated.year if dated else None
    file = source.path.rpartition("/")[2]
    texts = {c.place: c.text for t in document.tables for row in t.rows for c in row if c.paragraphs}
    prose = _within([*opening_texts(document), *_prose(document), *(p.text for p in document.margins)])
    found = find_council(
        CouncilTexts(title, _within(headings), file, source.folder, prose, _within(texts.values()), year)
    )
    return council_of_folder(source.council_folder, found, year) if source.council_folder else found


def _title_lines(document: Document, title: str) -> list[str]:
    """The title and the short lines that open the document: prose names years that are not the plan's."""
    return [t for t in (title, *opening_texts(document)) if len(t.split()) <= _LONGEST_LINE]


def _within(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts as far as a reader needs to see who speaks: a monster of a document must not cost minutes."""
    kept, left = [], _ENOUGH
    for text in texts:
        if left <= 0:
            break
        kept.append(text[:left])
        left -= len(text)
    return tuple(kept)


def _key_pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Colour and words of each row of a small table: the words stand in the coloured cell or beside it."""
    if len(table.rows) > _LARGEST_KEY:
        return
    for row in table.rows:
        fill = next((c.fill for c in row if c.fill), "")
        words = list(dict.fromkeys(squash(c.text) for c in row if c.text))
        yield fill, " = ".join(words)


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return (b for b in document.blocks if isinstance(b, Paragraph))


def _prose(document: Document) -> list[str]:
    return [squash(p.text) for p in _paragraphs(document) if p.text]
