"""Numbers of actions: standing before an action's words, in a column of their own, or named in another action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from normalise.values.dates.words import MONTH_STARTS

_MONTH = rf"(?:{MONTH_STARTS})[a-z]*\b"
_LEADING = re.compile(
    rf"""\s*(?P<word>(?i:action|task|recommendation|rec|ref|no)\.?\s*)?\(?(?P<ref>
          [0-9]{{1,3}}(?:\.[0-9]{{1,3}})+[a-z]?
        | [A-Z]{{1,3}}[-. ]?[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*[a-z]?
        | [0-9]{{1,3}}[a-z](?=\s?[).:])
        | [A-Z](?:i{{1,3}}|iv|v|vi{{1,3}}|ix|x)(?=[).:\s])
        | [0-9]{{1,3}}
        | [a-zA-Z](?=[).])
        )(?P<mark>\s?[.):](?![0-9])\)?\s*|\s*[-–—]\s+|\s+|(?=[A-Z][a-z]))
        (?P<rest>(?!(?i:{_MONTH}))\S.*)""",
    re.VERBOSE | re.DOTALL,
)
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NOT_NUMBERINGS = frozenset({"KS", "Y", "YR", "Q", "NI", "FY", "AY", "T", "SDG", "KPI"})
_REACH = 6
"""How many runs back a number may belong to."""

_FAR = 24
"""How many rows may lie between two numbers of one run."""

_GAP = 3
_ONE = r"[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?(?![\w%]|\.[0-9])"
_LINK = re.compile(
    r"\b(?:see(?: also)?|refer(?:red)? to|as (?:in|per)|link(?:s|ed)? (?:to|with)|cross[- ]ref(?:erence)?)\s+"
    r"(?:(?:actions?|tasks?|items?|refs?|references?|nos?|points?|objectives?|recommendations?)\.?\s+)?"
    rf"(?P<links>{_ONE}(?:\s*(?:,\s*and|,|&|and|/)\s*{_ONE})*)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"\s*{_ONE}(?:[^\S\n]*+(?:[,;&/\n]|\band\b)(?:[\s,;&/]|\band\b)*{_ONE})*\s*", re.IGNORECASE)


class _Candidate(NamedTuple):
    """A number that may stand before a row's words; `firm` where a mark, a dot or a word shows it is one.

    `lists` where the next number begins a line further down, so that it may be that of a list within one action.
    """

    row: int
    ref: str
    rest: str
    family: str
    steps: tuple[int, ...]
    firm: bool
    lists: bool


def tidy_reference(text: str) -> str:
    """A reference without the marks around it: `1.` gives `1`, `(a)` gives `a`, `2a)` gives `2a`."""
    squashed = " ".join(text.split())
    return squashed.strip(" .:;,)(–—-") or squashed


def linked_references(text: str) -> tuple[str, ...]:
    """References of other actions that a text names: `see 3.2`, `links to actions A1 and A4`."""
    links = (one for match in _LINK.finditer(text) for one in re.findall(_ONE, match.group("links"), re.IGNORECASE))
    return tuple(dict.fromkeys(links))


def listed_references(text: str) -> tuple[str, ...]:
    """References in a text that holds nothing else (`1.3, A2`); a bare figure may be anything and is none."""
    if not _LISTED.fullmatch(text):
        return ()
    return tuple(one for one in re.findall(_ONE, text, re.IGNORECASE) if not one.isdecimal())


def take_reference(texts: Sequence[str]) -> list[tuple[str, str]]:
    """For the action texts of a table's rows, in order, the (reference, rest) of each; "" where there is none.

    A number counts only where the rows' numbers run in sequence, so that `24 hour helpline` keeps its 24; gaps and
    a new beginning at 1 are part of a sequence.
    """
    candidates = [c for row, text in enumerate(texts) if (c := _candidate(row, text))]
    runs = _runs(candidates)
    counted = [run for run in runs if _counts(run, len(texts))]
    if counted:
        counted += [run for run in runs if len(run) == 1 and _begins(run[0])]
    taken = {c.row: c for run in counted for c in run}
    return [(taken[row].ref, taken[row].rest) if row in taken else ("", text) for row, text in enumerate(texts)]


def _candidate(row: int, text: str) -> _Candidate | None:
    match = _LEADING.match(text)
    if match is None:
        return None
    ref = match.group("ref")
    family, steps = _steps(ref)
    if family in _NOT_NUMBERINGS:
        return None
    firm = bool(match.group("mark").strip() or match.group("word")) or "." in ref
    return _Candidate(row, ref, match.group("rest"), family, steps, firm, _lists_on(ref, match.group("rest")))


def _lists_on(ref: str, rest: str) -> bool:
    """Whether the next number begins a line further down, as in a list within one action."""
    last = _PIECE.findall(ref)[-1]
    after = str(int(last) + 1) if last.isdigit() else chr(ord(last[-1]) + 1)
    following = ref[: len(ref) - len(last)] + (after if last.isdigit() else last[:-1] + after)
    return re.search(rf"\n[^\S\n]*\(?{re.escape(following)}\s?[.):]", rest) is not None


def _steps(ref: str) -> tuple[str, tuple[int, ...]]:
    """A reference as the family it is counted in and the numbers it counts by; letters after the first count too."""
    pieces = _PIECE.findall(ref)
    if len(pieces) == 1 and pieces[0].isalpha():
        if len(ref) > 1 and ref[1:] in _ROMAN:
            return ref[0], (_ROMAN[ref[1:]],)
        return "letters", (_ordinal(ref),)
    family = pieces.pop(0).upper() if pieces[0].isalpha() else ""
    return family, tuple(int(p) if p.isdigit() else _ordinal(p) for p in pieces)


def _ordinal(letter: str) -> int:
    return ord(letter[0].lower()) - ord("a") + 1


def _runs(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Candidates in runs: each one joins the latest run that it follows, within reach; others begin a run."""
    runs: list[list[_Candidate]] = []
    for candidate in candidates:
        near = range(len(runs) - 1, max(len(runs) - 1 - _REACH, -1), -1)
        at = next((at for at in near if _follows(runs[at][-1], candidate)), None)
        run = runs.pop(at) if at is not None else []
        run.append(candidate)
        runs.append(run)
    return runs


def _follows(one: _Candidate, other: _Candidate) -> bool:
    if other.row - one.row > _FAR:
        return False
    if one.family != other.family:
        return (
            "letters" not in (one.family, other.family) and bool(one.family and other.family) and other.steps[-1] == 1
        )
    for at, (mine, its) in enumerate(zip(one.steps, other.steps, strict=False)):
        if mine != its:
            return 0 < its - mine <= _GAP and all(step <= 1 for step in other.steps[at + 1 :])
    return len(other.steps) > len(one.steps) and other.steps[len(one.steps)] == 1


def _counts(run: Sequence[_Candidate], rows: int) -> bool:
    """Whether a run is a numbering: several rows of it, or the only row of its table marked as the first.

    A list that goes on from cell to cell (1 and 2, then 3 and 4) numbers its own lines, not the rows.
    """
    if len(run) == 1:
        return rows == 1 and _begins(run[0])
    if all(c.lists for c in run) and not any(c.steps[-1] + 1 == d.steps[-1] for c, d in pairwise(run)):
        return False
    return run[0].steps[-1] == 1 or len(run) > 2 or all(c.firm for c in run)


def _begins(alone: _Candidate) -> bool:
    """Whether a number in no run over several rows is plainly the first of a numbering, and of no list in its row."""
    return alone.firm and not alone.lists and alone.steps[-1] == 1
