"""What a document's texts say of its council, gathered once: who is named where, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.text import squash
from normalise.values.councils.mentions import Mention, find_domains, find_mentions
from normalise.values.councils.model import CouncilTexts
from normalise.values.councils.names import council_words, initials_of, is_ambiguous
from normalise.values.councils.others import find_other_body
from normalise.values.councils.register import Council, of_its_day
from normalise.values.councils.service_line import leads_with_council
from normalise.values.councils.words import keys_of, words_of

_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{2,6}\b")
_OPENING_HEADINGS = 3
_OPENING_LINES = 6
_LINE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """The texts of a document with the councils of its day that they name.

    `prose` counts paragraphs that name a council in full, `places` paragraphs that name only its place, `cells`
    cells that name it in full, `initials` how often capitals that may be initials stand in prose and cells.
    """

    texts: CouncilTexts
    prose: Counter[Council]
    places: Counter[Council]
    cells: Counter[Council]
    domains: Counter[Council]
    initials: Counter[str]

    def support(self, council: Council) -> int:
        """How often the document speaks of this council in words that only it is called by."""
        initials = sum(self.initials[i] for i in initials_of(council))
        return initials + self.prose[council] + self.cells[council] + self.domains[council]


def gather_evidence(texts: CouncilTexts) -> Evidence:
    """Count the councils named in the prose and cells of a document."""
    prose = list(dict.fromkeys(squash(p) for p in (*texts.prose, *texts.headings)))
    cells = list(dict.fromkeys(squash(c) for c in texts.cells))
    mentions = [find_mentions(p) for p in prose]
    return Evidence(
        texts,
        Counter(c for found in mentions for c in named(found, texts.year, full=True)),
        Counter(c for found in mentions for c in named(found, texts.year, full=False)),
        Counter(c for cell in cells for c in named(find_mentions(cell), texts.year, full=True)),
        Counter(of_day for text in (*prose, *cells) if (of_day := of_its_day(find_domains(text), texts.year))),
        Counter(i for text in (*prose, *cells) for i in _CAPITALS.findall(text)),
    )


def named(mentions: Iterable[Mention], year: int | None, *, full: bool) -> tuple[Council, ...]:
    """The councils of that year that are named in full, or by their place alone, each once."""
    found = (of_its_day(m.councils, year) for m in mentions if m.full is full and (full or not is_ambiguous(m.keys)))
    return tuple(dict.fromkeys(c for c in found if c))


def own_lines(texts: CouncilTexts) -> tuple[str, ...]:
    """Lines that say only whose document it is: a council's name and words like "Draft" or "Prepared by".

    Near the title they may name a service or committee of it too.
    """
    lines = _lines((*texts.headings, *texts.prose))
    opening = _lines(_opening(texts))
    return tuple(line for line in lines if _is_own_line(line) or (line in opening and leads_with_council(line)))


def belongs_elsewhere(texts: CouncilTexts) -> bool:
    """Whether the title, or the first opening line that names anybody, names a school, an NHS body, a police force."""
    if any(m.full for m in find_mentions(texts.title)):
        return _leads_with_other(texts.title)
    opening = (line for line in _opening(texts) if _is_short(line) or leads_with_council(line))
    for line in (texts.title, texts.file.rpartition(".")[0].replace("_", " "), *opening):
        if _leads_with_other(line):
            return True
        if _is_own_line(line) or leads_with_council(line):
            return False
    return False


def _opening(texts: CouncilTexts) -> tuple[str, ...]:
    return (*texts.prose[:_OPENING_LINES], *texts.headings[:_OPENING_HEADINGS])


def _lines(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(squash(line) for text in texts for line in text.split("\n"))


def speaks_as_other(evidence: Evidence) -> bool:
    """Whether the prose speaks from inside another body, or names such bodies as often as any council."""
    prose = [" ".join(keys_of(p)) for p in dict.fromkeys(evidence.texts.prose)]
    inside = sum(any(f"{phrase} " in f"{p} " for phrase in council_words()["others"]["inside"]) for p in prose)
    council = sum("the council " in f"{p} " for p in prose)
    bodies = sum(find_other_body(p) is not None for p in dict.fromkeys(evidence.texts.prose))
    most = max(evidence.prose.values(), default=0)
    return (inside > 1 and inside > council) or bodies > max(most, council)


def _is_short(line: str) -> bool:
    """Whether a line may be a title: a few words, no list."""
    return len(line.split()) <= _LINE_WORDS and not re.search(r"[,;:/]| and ", line)


def _leads_with_other(line: str) -> bool:
    other = find_other_body(line)
    first = next((m.start for m in find_mentions(line) if m.full), None)
    return other is not None and (first is None or other < first)


def _is_own_line(line: str) -> bool:
    if len(line) > 120:
        return False
    full = [m for m in find_mentions(line) if m.full]
    if len(full) != 1 or "," in line[: full[0].start]:
        return False
    rest = [w.key for w in words_of(line) if not full[0].start <= w.start < full[0].end]
    return all(key in _beside() or key.isdigit() for key in rest)


@cache
def _beside() -> frozenset[str]:
    return frozenset(key for word in council_words()["lines"]["beside"] for key in keys_of(word))
