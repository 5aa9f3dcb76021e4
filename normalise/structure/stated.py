"""What is said above the rows and holds for them: an owner, a date or an objective in a heading, banner or line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.text import squash
from normalise.headings import Column, Decision, decide, heading_key, is_heading_like, kind
from normalise.structure.prose import Labelled, labelled_parts
from normalise.structure.tails import who_and_when
from normalise.values.dates import read_time

_IN_A_LINE = frozenset(("lead", "partners", "timescale", "resources"))
_IN_A_ROW = _IN_A_LINE | {"theme", "objective", "outcome", "measure"}
_UNDER_A_TITLE = _IN_A_LINE | {"objective", "outcome", "measure"}
_LINE = re.compile(r"(?P<label>[^\W\d_][\w/&’' ]{1,34}?)\s*:\s*+(?P<value>[^:]+)")
_ACTIONS_FOR = re.compile(r"(?:action|task)s? (?:for|on|by) (?:the )?(?P<owner>.+)", re.IGNORECASE)
_IN_A_BANNER = _IN_A_LINE | {"measure", "output"}
_BENEATH = _IN_A_BANNER | {"progress", "status", "completed", "evidence", "outcome", "risk", "links"}
_DUE = re.compile(r"(?:by|before|due|(?:by )?(?:the )?end of|no later than)\b", re.IGNORECASE)
_SPANS = frozenset(("year", "financial_year", "half_year", "quarter"))
"""Times that plans divide their actions by; terms and seasons are those of meetings too."""
BY_TITLE = Decision("timescale", "contents", 0.8, "theme", "the heading above the rows gives the time")
"""What a title that is a time and no more says; the next such title ends it."""
_OWNERS = frozenset(("names", "roles"))
_BODIES = frozenset(("bodies", "acronyms"))
_PLAIN = {"lead": _OWNERS | _BODIES, "timescale": frozenset(("dates", "dated"))}
"""Kinds of value that bear out a label which is only like those of the field ("Priority lead: Head of Parks")."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that stands above the rows it holds for, with its label as written and the field it is of."""

    label: str
    decision: Decision
    text: str


def stated_in(text: str) -> tuple[str, tuple[Stated, ...]]:
    """A banner's or line's own words, and what it says after labels: "Warm homes. Lead: Ann Lee" states a lead."""
    return _parted(text, _IN_A_LINE)


def stated_under(text: str) -> tuple[str, tuple[Stated, ...]]:
    """As `stated_in`, of a line under a section's title; a numbered one ("Outcome 1: …") is a title itself."""
    rest, found = _parted(text, _UNDER_A_TITLE)
    numbered = any(s.decision.field not in _IN_A_LINE and any(map(str.isdigit, s.label)) for s in found)
    return (text, ()) if numbered else (rest, found)


def stated_in_banner(text: str) -> tuple[str, tuple[Stated, ...]]:
    """As `stated_in`, of a row that spans a table, which may also say how success is known."""
    return _parted(text, _IN_A_BANNER)


def _parted(text: str, fields: frozenset[str]) -> tuple[str, tuple[Stated, ...]]:
    parts = labelled_parts(text)
    if len(parts) == 1 and (whole := _LINE.fullmatch(text)):
        parts = [Labelled(whole["label"], whole["value"])]
    found = {i: s for i, p in enumerate(parts) if p.label and (s := _stated(p.label, p.text, fields))}
    if not found:
        return text, ()
    values = tuple(value for said in found.values() for value in _owner_and_date(said))
    return text[: text.index(parts[min(found)].label)].strip(" (;-–\n"), values


def _owner_and_date(said: Stated) -> tuple[Stated, ...]:
    """An owner with a date after the name ("Head of Parks – complete by May 2026") as two values."""
    both = who_and_when(said.text) if said.decision.field == "lead" else None
    if not both:
        return (said,)
    when = Decision("timescale", "contents", 0.8, "start", "it stands beside the owner above the rows")
    return replace(said, text=both[0]), Stated("", when, both[1])


def stated_beside(label: str, text: str) -> Stated | None:
    """What a row of a label and a value above the header says for the whole table."""
    return _stated(label, text, _IN_A_ROW) if is_heading_like(label) and not is_heading_like(text) else None


def stated_beneath(label: str, text: str) -> Stated | None:
    """What a row below an action, across the table, says of that action after a label."""
    return _stated(label, text, _BENEATH) if is_heading_like(label) else None


def owner_named(heading: str, *, bare: bool) -> Stated | None:
    """The owner that a heading names, alone or as in "Actions for the Chair".

    Over a table without any header (`bare`) a team or body standing alone is an owner too.
    """
    line = squash(heading)
    meant = _ACTIONS_FOR.fullmatch(line)
    name = meant["owner"] if meant else line
    kinds = _OWNERS | _BODIES if meant or bare else _OWNERS
    if kind(name) not in kinds:
        return None
    return Stated("", Decision("lead", "contents", 0.8, "theme", "the heading above the table names an owner"), name)


def time_named(heading: str) -> Stated | None:
    """The time that a heading gives for all below it and nothing else: "By May 2026", "Year 1 (2025/26)".

    A bare day, month or term may be that of a meeting.
    """
    line = squash(heading)
    if kind(line) != "dates" or not (_DUE.match(line) or read_time(line).precision in _SPANS):
        return None
    return Stated("", BY_TITLE, line)


def _stated(label: str, text: str, fields: frozenset[str]) -> Stated | None:
    if not text or heading_key(label) == "date":
        return None
    (decision,) = decide((Column(label, (text,)),))
    borne_out = decision.how == "similar" and kind(text) in _PLAIN.get(decision.field, ())
    told = decision.how in ("exact", "synonym") or borne_out
    return Stated(label, decision, text) if told and decision.field in fields else None
