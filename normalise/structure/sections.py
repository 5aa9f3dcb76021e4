"""The prose around the tables: the document's title, the section each table stands under, and draft marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.model import Document, Paragraph, Table
from ingest.text import squash
from normalise.structure.stated import Stated, stated_in, stated_under
from normalise.structure.titles import is_note, is_numbered_theme, is_theme, says_theme, theme_text, without_continued
from normalise.values.councils import leads_with_council
from normalise.values.dates.words import MONTH_STARTS

_PLAN_WORDS = re.compile(
    r"\b(?:plan|strategy|programme|framework|log|tracker|scheme|report|roadmap|(?<!\d )minutes|charter|register)s?\b",
    re.IGNORECASE,
)
_NOT_A_TITLE = re.compile(
    r"(?:agenda item|appendix|annex|item|page|enclosure|paper|version|date|author)\b[\s\w.:()-]{0,20}$", re.IGNORECASE
)
_NAMES_A_BODY = re.compile(
    r"^(?:london borough|royal borough|city|borough|county|district) of \w|"
    r"\b(?:council|authority|corporation|trust|constabulary|school|academy|college|university|cyngor)\W*$",
    re.IGNORECASE,
)
_SAYS_PLAN = re.compile(
    r"(?:(?:appendix|annex|table|section|part)\s*+(?:\w{1,3}\s*+)?(?:[-–—:.]++\s*+)?)?"
    r"(?:(?:our|the|this|detailed|full|draft|summary|of|and|key|agreed|list|table|action|delivery|implementation|improvement"
    r"|operational|work|plan|log|tracker|point|item|programme|schedule|monitoring|template|matrix|status|position|progress"
    r"|updated?|last|current|correct|as|at)s?\b[\s:.–-]*)+",
    re.IGNORECASE,
)
"""A heading of such words alone says that a plan follows, and names no part of it."""
_TIME = re.compile(
    rf"\b(?:\d[\d./–-]*(?:st|nd|rd|th)?|pages?|of|cont(?:inued|'?d)?|to|and|until|from|(?:{MONTH_STARTS})[a-z]*)\b",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"\W*(?:table )?cont(?:inued|inues|[’']?d)\b(?: (?:overleaf|from|on|over|below|next|previous|page|the|\d+))*\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s")
"""A number that stands in the words, as in formats that do not tell automatic ones."""
_PROSE_END = re.compile(r"[^\W\d_]{2}[.:][\"'”’]?\s*$")
"""How a sentence ends, and a line that leads in a list."""
_LOOK_THROUGH = 15
_LONGEST_CAPTION = 16
_LONGEST_TITLE = 22
_LONGEST_BODY = 8
"""Words of a line that is a body's name and nothing more."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A top-level table and the section it stands under, "" where none is given.

    `follows` is true when nothing but blank space stands between it and the table before. `stated` is what lines
    between the section's title and the table say for all rows ("Lead: Head of Parks").
    """

    table: Table
    section: str
    follows: bool
    stated: tuple[Stated, ...] = ()


def find_title(document: Document) -> str:
    """The document's title: its title or first heading, else the first line above the tables that speaks of a plan.

    A heading that only names a council or school is the title where no other line speaks of a plan. A line that
    speaks of none is the title only above all prose, and one that leads in what follows only where all else fails.
    """
    lines = list(_opening_lines(document))
    headed = [p.text for p in lines if p.level == 1]
    spoken = _spoken(headed)
    if not spoken and all(_names_body(squash(text)) for text in headed):
        spoken = _spoken(p.text for p in lines if p.level) or _spoken(p.text for p in lines)
    above = takewhile(lambda p: not _PROSE_END.search(p.text), lines)
    plain = headed or [p.text for p in above if not p.mark and not _NUMBERED.match(p.text)]
    leading = [text for text in spoken if squash(text).endswith(":")]
    for text in (*(t for t in spoken if t not in leading), *plain, document.facts.title, *leading):
        line = squash(text)
        if (
            line
            and len(line.split()) <= _LONGEST_TITLE
            and not line.endswith((".", ";", ","))
            and not _NOT_A_TITLE.match(line)
        ):
            return line
    return ""


def _spoken(texts: Iterable[str]) -> list[str]:
    """Those that speak of a plan."""
    return [text for text in texts if _PLAN_WORDS.search(text)]


def is_draft(document: Document) -> bool:
    """Whether the opening lines or the running header call the document a draft."""
    texts = [p.text for p in _opening_lines(document)] + [p.text for p in document.margins]
    return any(re.search(r"\bdraft\b", t, re.IGNORECASE) for t in texts)


def placed_tables(document: Document, title: str) -> Iterator[Placed]:
    """Every top-level table in order, with the heading or caption line that stands above it."""
    heading, level, begun = "", 0, False
    since: list[Paragraph] = []
    owner = _owner_line(document)
    said = Counter(squash(b.text) for b in document.blocks if isinstance(b, Paragraph) and b.level)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if _CONTINUED.fullmatch(squash(block.text)) or (begun and _is_between(block, (title, heading))):
                continue  # "Continued overleaf" stands between the parts of one table
            if not begun and squash(block.text) == owner != title:
                continue  # says whose plan it is
            if squash(block.text) == title:
                heading, since = "", []  # what stands above the title (the council, a committee) heads no section
            since.append(block)
            if block.level and _names_section(block.text, title):
                heading, level = theme_text(block.text), block.level
            elif 0 < block.level <= level and said[squash(block.text)] == 1 and not says_theme(heading):
                heading = ""  # where all plans come under one heading, that heading ends the section before it
            continue
        if block.parent is not None:
            continue
        begun = True
        if is_line(block):
            since.append(block.rows[0][0].paragraphs[0])
            continue
        stated = _stated(since, title)
        since = [p for p in since if p not in stated]
        yield Placed(block, _section(since, heading, title), not since and not stated, tuple(stated.values()))
        since = []


def _owner_line(document: Document) -> str:
    """The line that gives council and service, "" without one; several are the sections of a joint plan."""
    lines = {squash(b.text) for b in document.blocks if isinstance(b, Paragraph)}
    found = [line for line in lines if leads_with_council(line)]
    return found[0] if len(found) == 1 else ""


def _is_between(paragraph: Paragraph, titles: Sequence[str]) -> bool:
    """Whether a line stands between two parts of one table: one of the titles said again on a later page, or a note."""
    return without_continued(paragraph.text) in titles or is_note(paragraph.text)


def is_section(text: str, title: str) -> bool:
    """Whether a row above a table's header names a section, rather than saying the document's title again."""
    return _names_section(text, title) and (is_numbered_theme(text) or not _PLAN_WORDS.search(text))


def opening_texts(document: Document) -> list[str]:
    """The lines above the first table of several columns, and the title rows at its top."""
    return [squash(p.text) for p in _opening_lines(document)]


def _section(since: list[Paragraph], heading: str, title: str) -> str:
    """The caption line right above the table, else the heading that still holds; a plain caption is its table's own."""
    if since and _is_caption(since[-1]) and _names_section(since[-1].text, title):
        return theme_text(since[-1].text)
    return heading


def _stated(since: list[Paragraph], title: str) -> dict[Paragraph, Stated]:
    """What lines under the last heading say for all rows of the table below, each line a label and a value.

    Under a section's own title, a line may give its objective or outcome too; elsewhere that line is the title.
    """
    last = max((i for i, p in enumerate(since) if p.level), default=-1)
    titled = last >= 0 and _names_section(since[last].text, title)
    lines = [(p, *(stated_under if titled else stated_in)(p.text)) for p in since[last + 1 :]]
    return {line: found[0] for line, rest, found in lines if len(found) == 1 and not rest}


def _names_section(text: str, title: str) -> bool:
    """Whether a line can be a section's title: not the document's own, a body's name, or a date or page alone."""
    line = squash(text)
    bare = _TIME.sub("", line)
    if not is_theme(line) or line == title or _names_body(line):
        return False
    return bool(re.search(r"\w", bare)) and not _SAYS_PLAN.fullmatch(bare.strip())


def _names_body(line: str) -> bool:
    """Whether a line is a body's name and no more, a date aside."""
    bare = _TIME.sub("", line).rstrip(" ,–-")
    return len(line.split()) <= _LONGEST_BODY and bool(_NAMES_A_BODY.search(bare))


def _is_caption(paragraph: Paragraph) -> bool:
    text = squash(paragraph.text)
    if paragraph.level:
        return is_theme(text)
    return (
        is_theme(text)
        and len(text.split()) <= _LONGEST_CAPTION
        and not text.endswith((".", ";", ","))
        and paragraph.mark not in ("•", "-", "–")
        and bool(re.search(r"[^\W\d_]{2}", text))
    )


def is_line(table: Table) -> bool:
    """A table of one cell with one line of text is a line of the document, not a table."""
    return len(table.rows) == 1 and table.width == 1 and len(table.rows[0][0].paragraphs) == 1


def _opening_lines(document: Document) -> Iterator[Paragraph]:
    seen = 0
    for block in document.blocks:
        if isinstance(block, Table) and not is_line(block):
            yield from _title_rows(block)
            return
        for paragraph in block.rows[0][0].paragraphs if isinstance(block, Table) else (block,):
            if paragraph.text.strip():
                yield paragraph
                seen += 1
        if seen >= _LOOK_THROUGH:
            return


def _title_rows(table: Table) -> Iterator[Paragraph]:
    """Rows of one cell at the top of a table, above its first row of several."""
    for row in table.rows[:4]:
        cells = {c.place: c for c in row if c.paragraphs}
        if len(cells) != 1 or table.width < 2:
            return
        yield from next(iter(cells.values())).paragraphs
