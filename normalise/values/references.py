"""Numbers of actions: standing before an action's words, in a column of their own, or named in another action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_LEADING = re.compile(
    rf"""\s*\(?(?P<ref>
          [0-9]{{1,3}}(?:\.[0-9]{{1,3}})+[a-z]?
        | [A-Z]{{1,3}}[-. ]?[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*[a-z]?
        | [0-9]{{1,3}}[a-z](?=[).:])
        | [A-Z](?:i{{1,3}}|iv|v|vi{{1,3}}|ix|x)(?=[).:\s])
        | [0-9]{{1,3}}
        | [a-zA-Z](?=[).])
        )(?P<mark>\s?[.):](?![0-9])\)?\s*|\s+[-–—]\s+|\s+|(?=[A-Z][a-z]))
        (?P<rest>(?!(?i:{_MONTH}))\S.*)""",
    re.VERBOSE | re.DOTALL,
)
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_REACH = 6
_GAP = 3
_LINK = re.compile(
    r"\b(?:see(?: also)?|refer to|as (?:in|per)|links? (?:to|with)|linked (?:to|with)|cross[- ]ref(?:erence)?|under)\s+"
    r"(?:(?:action|actions|task|tasks|item|items|ref|reference|no|nos|point|points|objective|objectives)\.?\s+)?"
    r"(?P<first>[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?)(?![\w%]|\.[0-9])(?P<more>(?:\s*(?:,|&|and|/)\s*[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?(?![\w%]))*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: int
    ref: str
    rest: str
    prefix: str
    steps: tuple[int, ...]
    firm: bool


def tidy_reference(text: str) -> str:
    """A reference without the marks around it: `1.` gives `1`, `(a)` gives `a`, `2a)` gives `2a`."""
    tidy = " ".join(text.split()).strip(" .:;,)(–—-")
    return tidy or " ".join(text.split())


def linked_references(text: str) -> tuple[str, ...]:
    """References of other actions that a text names: `see 3.2`, `links to actions A1 and A4`."""
    found: dict[str, None] = {}
    for match in _LINK.finditer(text):
        found[match.group("first")] = None
        for more in re.findall(r"[A-Za-z]{0,3}[0-9][0-9.]*[a-z]?", match.group("more")):
            found[more.rstrip(".")] = None
    return tuple(found)


def take_reference(texts: Sequence[str]) -> list[tuple[str, str]]:
    """For the action texts of a table's rows, in order, the (reference, rest) of each; "" where there is none.

    A number counts only where the rows' numbers run in sequence, so that `24 hour helpline` keeps its 24; gaps and
    a new beginning at 1 are part of a sequence.
    """
    candidates = [c for row, text in enumerate(texts) if (c := _candidate(row, text))]
    taken = {c.row: c for chain in _chains(candidates) if _counts(chain, len(texts)) for c in chain}
    return [(taken[row].ref, taken[row].rest) if row in taken else ("", text) for row, text in enumerate(texts)]


def _candidate(row: int, text: str) -> _Candidate | None:
    match = _LEADING.match(text)
    if match is None:
        return None
    ref, mark = match.group("ref"), match.group("mark")
    prefix, steps = _steps(ref)
    firm = bool(mark.strip()) or not ref[0].isdigit() or "." in ref
    return _Candidate(row, ref, match.group("rest"), prefix, steps, firm)


def _steps(ref: str) -> tuple[str, tuple[int, ...]]:
    """A reference as its leading letters and the numbers it counts by; letters after the first count too."""
    pieces = _PIECE.findall(ref)
    prefix = pieces.pop(0) if pieces[0].isalpha() and len(pieces) > 1 else ""
    if not prefix and len(ref) > 1 and ref[0].isupper() and ref[1:] in _ROMAN:
        return ref[0], (_ROMAN[ref[1:]],)
    return prefix, tuple(int(p) if p.isdigit() else ord(p[0].lower()) - 96 for p in pieces)


def _chains(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Candidates in runs: each one joins the latest run that it follows, within reach; others begin a run."""
    chains: list[list[_Candidate]] = []
    for candidate in candidates:
        run = next((c for c in reversed(chains[-_REACH:]) if _follows(c[-1], candidate)), None)
        if run is None:
            chains.append([candidate])
        else:
            chains.remove(run)
            chains.append([*run, candidate])
    return chains


def _follows(one: _Candidate, other: _Candidate) -> bool:
    if other.row - one.row > 4 * _REACH:
        return False
    if one.prefix != other.prefix:
        return bool(one.prefix and other.prefix) and other.steps[-1] == 1
    shared = min(len(one.steps), len(other.steps))
    for at in range(shared):
        if one.steps[at] != other.steps[at]:
            ahead = other.steps[at] - one.steps[at]
            return 0 < ahead <= _GAP and all(step <= 1 for step in other.steps[at + 1 :])
    return len(other.steps) > len(one.steps) and other.steps[shared] == 1


def _counts(chain: Sequence[_Candidate], rows: int) -> bool:
    """Whether a run is a numbering: more than one row of it, or the only row of its table marked as the first."""
    starts = chain[0].steps[-1] == 1
    if len(chain) == 1:
        return chain[0].firm and starts and (rows == 1 or "." in chain[0].ref)
    return starts or len(chain) > 2 or all(c.firm for c in chain)
