"""Words that a page shows and its tags have otherwise: said in other words, marks of notes, no content after all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.readers.from_pdf.ink import Ink, Run, around
from ingest.readers.from_pdf.tagged.tags import Instead, TagBlock

_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[ivxl]{1,5}|[a-z*†‡§])[\])]?")
_SMALLER = 0.85
_UNSEEN = str.maketrans("", "", "\u00ad\u200b")


def retold(ink: Ink, named: Mapping[int, TagBlock]) -> Ink:
    """The page with its words as its tags have them."""
    told = {
        mark: instead
        for block in named.values()
        if block.instead
        for (page, mark), instead in block.instead.items()
        if page == ink.number
    }
    return replace(ink, runs=tuple(_retold(ink.runs, told))) if told else ink


def _retold(runs: Sequence[Run], told: Mapping[int, Instead]) -> list[Run]:
    groups: dict[Instead, list[Run]] = {}
    for run in runs:
        if run.mark in told:
            groups.setdefault(told[run.mark], []).append(run)
    in_place = {instead: _in_place(instead, group) for instead, group in groups.items()}
    notes: set[Instead] = set()
    made: list[Run] = []
    for run in runs:
        instead = told.get(run.mark)
        if instead is None:
            made.append(run)
            continue
        is_first = run is groups[instead][0]
        if instead.words is None and is_first and made and _is_note(groups[instead], made[-1]):
            notes.add(instead)
        if instead.words is None and instead not in notes:
            made.append(run)
        elif is_first:
            made += in_place[instead]
    return made


def _in_place(instead: Instead, group: Sequence[Run]) -> Sequence[Run]:
    """The runs to be read in place of those of one element; themselves where its words are the same,
    or none, or those of several pages."""
    if instead.artefact:
        return [run._replace(mark=-1, artefact=True) for run in group]
    if instead.words is None:
        return []
    if len(instead.pages) > 1:
        return group
    shown, said = "".join(run.text for run in group), " ".join(instead.words.split())
    if _letters(shown) == _letters(said) or (not said and any(map(str.isalnum, shown))):
        return group
    return [group[0]._replace(text=said, box=around([run.box for run in group]))] if said else []


def _letters(text: str) -> str:
    return "".join(text.translate(_UNSEEN).split())


def _is_note(mention: Sequence[Run], before: Run) -> bool:
    """Whether a mention is all the number of a note, set small behind other words: that of `CO2` in a link is not."""
    said = "".join(run.text for run in mention)
    return mention[0].size < _SMALLER * before.size and _NOTE.fullmatch(said.strip()) is not None
