"""Running heads and feet: lines that stand at the same place on neighbouring pages, but for their numbers."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ingest.readers.from_pdf.ink import Ink, Run
from ingest.readers.from_pdf.lines import lines

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ZONE = 0.12
"""The part of the page's height, at its head and at its foot, where running lines stand."""
_DEEP = 0.25
"""The part in which a table's header stands that runs on below its running lines."""
_CAPITALS = 0.72
"""How high capitals are, in times their size."""
_NEAR = 3.0
_NUMBER = 1.5
"""How far, in times its size, a page's number may begin from where that of another page does: it may be longer."""
_CLOSE, _ALIKE = 1.35, 0.02
"""Lines no further apart than this many times their size belong together."""
_LARGE = 30.0
"""Smaller text than this is never stamped over other text."""

Key = tuple[str, float, float]


class _Edges:
    """What stands at the head and foot of a page, worked out once and only where it is asked for."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink

    @cached_property
    def keys(self) -> list[Key]:
        """What is compared with other pages."""
        return [_key(run) for run in _at_edges(self.ink, _DEEP)]


class Sheet:
    """A page with its running lines apart from its body, looked for when one of them is asked for."""

    def __init__(self, ink: Ink, before: Sequence[_Edges] = (), after: Sequence[_Edges] = ()) -> None:
        self.ink = ink
        self._before = before
        self._after = after

    @cached_property
    def margin(self) -> tuple[Run, ...]:
        """The running lines."""
        before = [edges.keys for edges in self._before]
        running = _running(self.ink, [*before, *(edges.keys for edges in self._after)])
        return tuple(run for run in running if not (before and _opens_section(run, self.ink, before)))

    @cached_property
    def body(self) -> tuple[Run, ...]:
        """All other text."""
        running = set(map(id, self.margin))
        return tuple(run for run in self.ink.runs if id(run) not in running)


def sheets(inks: Iterable[Ink]) -> Iterator[Sheet]:
    """Each page with its running lines set apart; looks one page ahead and two back."""
    near: deque[_Edges] = deque(maxlen=4)
    for ink in inks:
        near.append(_Edges(ink))
        if len(near) > 1:
            yield Sheet(near[-2].ink, list(itertools.islice(near, len(near) - 2)), [near[-1]])
    if near:
        yield Sheet(near[-1].ink, list(itertools.islice(near, max(len(near) - 3, 0), len(near) - 1)))


def _key(run: Run) -> Key:
    return _DIGITS.sub("#", run.text), run.baseline, run.box.left


def _at_edges(ink: Ink, zone: float) -> list[Run]:
    """The runs of whole lines at the head and at the foot of the page, in that part of its height."""
    head, foot = zone * ink.height, (1 - zone) * ink.height
    return [run for run in ink.runs if run.baseline < head or run.baseline - _CAPITALS * run.size > foot]


def _running(ink: Ink, others: Sequence[Sequence[Key]]) -> list[Run]:
    seen: dict[str, list[Key]] = {}
    for keys in others:
        for key in keys:
            seen.setdefault(key[0], []).append(key)
    running = _whole_lines(_at_edges(ink, _ZONE), ink, seen) or _lone_number(ink, seen)
    header = _header(running, ink, seen)
    running = [run for run in running if run not in header]
    return running + [run for run in ink.runs if (run.slope or run.size >= _LARGE) and _is_stamp(run, ink)]


def _opens_section(run: Run, ink: Ink, before: Sequence[Sequence[Key]]) -> bool:
    """Whether a line in bold at the head of a page, where the page before has another, is said there for the first
    time: the title of a section, which its next pages say again.
    """
    text, baseline, left = _key(run)
    if not run.bold or run.baseline > ink.height / 2 or any(text == other for keys in before for other, *_ in keys):
        return False
    return any(abs(at - baseline) < _NEAR and abs(x - left) < _NEAR for _, at, x in before[-1])


def _whole_lines(edge: Sequence[Run], ink: Ink, seen: Mapping[str, Sequence[Key]]) -> list[Run]:
    """The runs that recur, of lines that mostly do: a number or name in a table's row recurs by chance alone."""
    recurring: list[Run] = []
    for line in lines(edge):
        same = [run for run in line.runs if _recurs(run, ink, seen)]
        if 2 * sum(len(run.text) for run in same) >= sum(len(run.text) for run in line.runs):
            recurring += same
    return recurring


def _lone_number(ink: Ink, seen: Mapping[str, Sequence[Key]]) -> list[Run]:
    """The number of a page with wide margins: alone on its lowest line, as on a page beside it."""
    lowest = max(ink.runs, key=lambda run: run.baseline, default=None)
    if lowest is None or not _PAGE_NUMBER.match(lowest.text) or lowest.baseline < (1 - _DEEP) * ink.height:
        return []
    beside = [run for run in ink.runs if run.box.bottom > lowest.box.top and run is not lowest]
    text, baseline, left = _key(lowest)
    again = any(abs(at - baseline) < _NEAR and abs(x - left) < _NUMBER * lowest.size for _, at, x in seen.get(text, ()))
    return [lowest] if again and not beside and not _in_table(lowest, ink) else []


def _is_stamp(run: Run, ink: Ink) -> bool:
    """Whether a run is no part of the text but stamped over it: DRAFT across the page."""
    if 4 < run.slope % 90 < 86:
        return True
    if run.size < _LARGE:
        return False
    beneath = sum(run.box.holds(other.box.x, other.box.y) for other in ink.runs if other.size < run.size / 2)
    return beneath > 2


def _header(running: Sequence[Run], ink: Ink, seen: Mapping[str, Sequence[Key]]) -> set[Run]:
    """The runs that are the header of a table at the head of each page: from a line of three columns or more on down.

    What stands close above one other run of its kind, one that recurs too, is an upper line of a taller cell.
    """
    found: set[Run] = set()
    above = lines(run for run in running if run.box.bottom < ink.height / 2)
    for n, line in enumerate(above):
        gaps = [run.box.left - before.box.right for before, run in itertools.pairwise(line.runs)]
        if sum(gap > line.size for gap in gaps) > 1 and not any(_DIGITS.search(run.text) for run in line.runs):
            found.update(run for lower in above[n:] for run in lower.runs)
            break
    loose = set(running) - found
    body = [
        run for run in ink.runs if run not in loose and run.box.top < _DEEP * ink.height and _recurs(run, ink, seen)
    ]
    for run in sorted(loose, key=lambda run: -run.baseline):
        if run.box.bottom < ink.height / 2 and sum(_is_over(run, other) for other in body) == 1:
            found.add(run)
            body.append(run)
    return found


def _is_over(run: Run, other: Run) -> bool:
    """Whether a run is the line before another in one cell."""
    if run.bold != other.bold or abs(run.size - other.size) > _ALIKE * run.size:
        return False
    beside = run.box.left < other.box.right and other.box.left < run.box.right
    return beside and 0 < other.baseline - run.baseline < _CLOSE * run.size


def _recurs(run: Run, ink: Ink, seen: Mapping[str, Sequence[Key]]) -> bool:
    text, baseline, _ = _key(run)
    recurs = any(abs(other - baseline) < _NEAR for _, other, _ in seen.get(text, ()))
    return (recurs or _PAGE_NUMBER.match(run.text) is not None) and not _in_table(run, ink)


def _in_table(run: Run, ink: Ink) -> bool:
    """Whether rules stand on both sides of the line, above and below: then it is a table's own."""
    over = any(rule.at < run.box.y and rule.start <= run.box.x <= rule.end for rule in ink.level)
    under = any(rule.at > run.box.y and rule.start <= run.box.x <= rule.end for rule in ink.level)
    return over and under
