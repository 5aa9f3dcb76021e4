"""The owner in a cell that also says what is to be done: "Plant trees (Parks Manager)", or on a line of its own."""

from __future__ import annotations

import re

from normalise.headings import Column, decide, kind
from normalise.structure.prose import labelled_parts
from normalise.values.owners.lexicon import listed

_BRACKETED = re.compile(r"[(\[](?P<who>[^()\[\]]{2,120})[)\]]\s*+(?:\.\s*+)?$")
_DASHED = re.compile(r"\s[–—-]\s(?P<who>[^–—]{2,120})$")
_LABELLED = re.compile(r"[.;,\s](?P<label>[A-Z][\w/ ]{1,24}?)\s*:\s*(?P<who>[^:\n]{2,120})$")
_TOLD = re.compile(r"(?P<who>[A-Z][^.,;:\n]{1,80}?) (?:to|will) (?=[a-z])")
_GOES_ON = re.compile(r"\b(?:with|to|of|for|from|and|or|the|a|an|as|in|on|at|through|via)$")
"""How a line ends whose sentence goes on in the next one."""
_ARTICLES = frozenset(("the", "our", "all", "any", "each"))
_WHO = frozenset(("names", "roles", "bodies", "acronyms"))


def owner_beside(text: str) -> str:
    """The words of a cell that name the owner, "" where none plainly do.

    They stand after a label, in a bracket or after a dash at the end, on a last line of their own, or open what
    they are told to do ("Clerk to write to all members").
    """
    for part in labelled_parts(text):
        if part.label and _says_lead(part.label):
            return part.text
    if (labelled := _LABELLED.search(text)) and _says_lead(labelled["label"]):
        return labelled["who"].strip()
    *above, last = [line.strip() for line in text.strip().split("\n")] or [""]
    if above and _names(last) and not _GOES_ON.search(above[-1]):
        return last
    found = (pattern.search(text.strip()) for pattern in (_BRACKETED, _DASHED))
    ends = next((m["who"].strip() for m in found if m and _names(m["who"])), "")
    told = _TOLD.match(text.strip())
    return ends or (told["who"] if told and _names(told["who"]) and not _orders(told["who"]) else "")


def _orders(text: str) -> bool:
    """Whether words begin with what is to be done ("Ask Clerk to write"), so that they name nobody.

    An order that is a noun too ("Support Officer") is one before a name, an article, or a post that no subject goes
    before ("Support Headteacher").
    """
    first, _, rest = text.partition(" ")
    if rest[:1].isupper() and kind(f"{first} it") == "deeds":
        return True
    told = rest.partition(" ")[0].casefold()
    alone = told in _ARTICLES or told in listed("roles", "whole") or kind(rest) == "names"
    orders = listed("phrases", "imperatives") | listed("phrases", "orders")
    return first.casefold() in orders and alone


def _names(text: str) -> bool:
    return kind(text.strip()) in _WHO


def _says_lead(label: str) -> bool:
    (decision,) = decide((Column(label.strip(), ()),))
    return decision.field == "lead" and decision.how in ("exact", "synonym")
